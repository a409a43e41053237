import { type Outcome, refusal } from '../../platform/http/problem-codes'
import { type Cast, castBallot } from '../commands/cast'
import { type CostlyVote, requireProofOfWork } from './proof-of-work'
import type { Vote } from './read-vote'

/** Casts the ballot of `vote` once its reader has met the demands made while too many ballots come. */
export const castVote = (vote: Vote): Promise<Outcome<Cast>> =>
  vote.overload ? castAfterWork({ ...vote, overload: vote.overload }) : castWhileOpen(vote)

async function castAfterWork(vote: CostlyVote): Promise<Outcome<Cast>> {
  const unpaid = await requireProofOfWork(vote)
  return unpaid ? { ok: false, problem: unpaid } : castWhileOpen(vote)
}

const castWhileOpen = ({ survey, by, answers, evidence, seen }: Vote): Promise<Outcome<Cast>> =>
  survey.view.status === 'open'
    ? castBallot(survey, by.reader, answers, by.attempt, evidence, seen)
    : Promise.resolve(refusal('survey_closed'))

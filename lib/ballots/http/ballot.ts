import type { OpenAPIHono } from '@hono/zod-openapi'
import { answerProblem } from '../../platform/http/problem-response'
import { addRoute, goesTo, json } from '../../platform/http/route'
import { contextOf } from '../../readers/request-context'
import { slugParam } from '../../surveys/http'
import { findSurvey } from '../../surveys/queries/public'
import { castVote } from './cast-vote'
import { limitOf, readVote, voteBody } from './read-vote'
import { refusedBefore, refuseVote } from './refused-vote'
import { type Around, answerCast, castView } from './vote-answer'

/** Adds the route by which readers vote. */
export function addBallotRoute(routes: OpenAPIHono, around: Around) {
  const answer = castView(around)
  addRoute(
    routes,
    {
      method: 'post',
      path: '/surveys/{slug}/ballot',
      summary: 'Cast or change my ballot',
      description:
        'An Idempotency-Key header with a first vote makes trying again the same reader. It stands for that reader: at least 22 characters of chance, and as secret as a cookie. `revision` is that of the ballot which the answers replace, as read or answered before; without it, a text that is there and not sent is not withdrawn.',
      params: slugParam,
      body: voteBody,
      answers: {
        200: json('Changed', answer),
        201: json('Cast; the receipt is shown this once', answer),
        ...goesTo('To the results'),
      },
      refuses: [
        'survey_not_found',
        'survey_closed',
        'survey_changed',
        'invalid_ballot',
        'proof_needed: solve `again.challenge`, or wait',
        'too_many_ballots: wait',
        'too_many_changes: wait',
        'text_at_stake: the ballot has a text written since `revision` that this one lacks, or replaces with a revision given; read it and send its revision',
        'busy: try again after Retry-After seconds',
      ],
    },
    async (c, { body }) => {
      const refused = refusedBefore(c)
      const survey = await findSurvey(c.req.param('slug'))
      if (!survey) return answerProblem(c, { code: 'survey_not_found' })
      // The short way takes no form of a page, which alone is shown again.
      if (refused) return refuseVote(c, survey, refused, [])
      const given = await body(limitOf(survey))
      const vote = readVote(contextOf(c), survey, given)
      if (!vote.ok) return refuseVote(c, survey, vote.problem, given.fields)
      const cast = await castVote(vote.value)
      if (!cast.ok) return refuseVote(c, survey, cast.problem, given.fields)
      vote.value.by.remember()
      if (vote.value.answers.some(({ text }) => text)) around.onTexts()
      return answerCast(c, around, survey, cast.value)
    },
  )
}

import { aspectsOf } from '../../surveys/rules/aspects'
import type { OptionView } from '../../surveys/schema'
import type { AskedQuestion } from './question-columns'

/** The signs of Polis's export files (format «polis-export/1», docs/export-format.md of Polis). */
export const AGREE = 1
export const DISAGREE = -1
export const PASS = 0
export const VOTE_CONVENTION = 'agree=+1;disagree=-1;pass=0;format=polis-export/1'

/** A sentence that readers agreed with or not, and how each choice of an option votes on it. */
export type Statement = { id: number; body: string; votes: Map<number, number> }

const abstains = ({ stance }: OptionView) => stance === 'abstain'
const isStatement = (option: OptionView) => !abstains(option)
const stanceVote = ({ stance }: OptionView) => (stance === 'yes' ? AGREE : stance === 'no' ? DISAGREE : PASS)

/** Returns the votes on one option of a single choice: a reader who chose another option disagrees with it. */
const exclusive = (options: OptionView[], one: OptionView): Map<number, number> =>
  new Map(
    options.map((option) => {
      const vote = option.id === one.id ? AGREE : DISAGREE
      return [option.id, abstains(option) ? PASS : vote]
    }),
  )

function statementsOf(question: AskedQuestion): Omit<Statement, 'id'>[] {
  const { kind, prompt, options } = question
  const isYesNo = ['yes', 'no'].every((stance) => options.some((option) => option.stance === stance))
  switch (kind) {
    case 'open':
      return []
    case 'aspects':
      return aspectsOf(question).map(({ name, options: judged }) => ({
        body: `${prompt} — ${name}`,
        votes: new Map(judged.map((option) => [option.id, stanceVote(option)])),
      }))
    case 'scale': {
      const steps = options.filter((option) => !abstains(option))
      const middle = (steps.length - 1) / 2
      const vote = (option: OptionView) =>
        abstains(option) ? PASS : Math.sign(steps.indexOf(option) - middle)
      return [{ body: prompt, votes: new Map(options.map((option) => [option.id, vote(option)])) }]
    }
    case 'multiple':
      // Not to tick a box is not to disagree: it is a pass.
      return options.filter(isStatement).map(({ id, label }) => ({
        body: `${prompt} — ${label}`,
        votes: new Map(options.map((option) => [option.id, option.id === id ? AGREE : PASS])),
      }))
    default:
      if (isYesNo)
        return [{ body: prompt, votes: new Map(options.map((option) => [option.id, stanceVote(option)])) }]
      return options
        .filter(isStatement)
        .map((option) => ({ body: `${prompt} — ${option.label}`, votes: exclusive(options, option) }))
  }
}

/**
 * Returns what of a survey Polis could have asked, in the order it was asked (docs/decisions/exports.md). Where there are
 * several versions, each statement names its own: Polis takes two of the same words for one.
 */
export function statementsIn(questions: AskedQuestion[]): Statement[] {
  const severalVersions = new Set(questions.map(({ version }) => version)).size > 1
  return questions
    .flatMap((question) =>
      statementsOf(question).map(({ body, votes }) => ({
        body: severalVersions ? `${body} (version ${question.version})` : body,
        votes,
      })),
    )
    .map((statement, id) => ({ id, ...statement }))
}

/** Columns with votes, counts of votes, or the declaration of their signs, by file (Polis, docs/export-format.md). */
export const FORMAT = {
  format: 'polis-export/1',
  'vote-convention': VOTE_CONVENTION,
  vote: { agree: AGREE, disagree: DISAGREE, pass: PASS },
  files: {
    'summary.csv': { 'vote-convention': 'declaration' },
    'votes.csv': { vote: 'vote' },
    'participant-votes.csv': {
      '<comment-id>': 'vote',
      'n-votes': 'count',
      'n-agree': 'count',
      'n-disagree': 'count',
    },
    'comments.csv': { agrees: 'count', disagrees: 'count' },
  },
  docs: 'https://github.com/compdemocracy/polis/blob/edge/docs/export-format.md',
}

/** Tools that look for groups of opinion need so many statements. */
export const MIN_STATEMENTS = 7

/**
 * How a reader who chose these options votes on each statement; undefined where their ballot does not answer its
 * question. Of several choices the one that agrees counts.
 */
export const votesOf = (statements: Statement[], chosen: number[]): (number | undefined)[] =>
  statements.map(({ votes }) => {
    const given = chosen.flatMap((option) => votes.get(option) ?? [])
    return given.length ? Math.max(...given) : undefined
  })

/** A minute as Polis writes times: seconds since 1970, and words. */
export function timesOf(minute: number): [timestamp: number, datetime: string] {
  const [day, date, month, year, time] = new Date(minute * 60_000).toUTCString().replace(',', '').split(' ')
  return [minute * 60, `${day} ${month} ${date} ${year} ${time} GMT+0000 (Coordinated Universal Time)`]
}

import { aspectsOf } from '../../surveys/rules/aspects'
import type { OptionView } from '../../surveys/schema'
import { type AskedQuestion, wordedApart } from './question-columns'
import { withoutItsMiddle } from './shorten'
import { STATEMENT_LENGTH } from './table'

/** The signs of Polis's export files (format «polis-export/1», docs/export-format.md of Polis). */
export const AGREE = 1
export const DISAGREE = -1
export const PASS = 0
export const VOTE_CONVENTION = 'agree=+1;disagree=-1;pass=0;format=polis-export/1'

/** A sentence that readers agreed with or not, and how each choice of an option votes on it. */
export type Statement = {
  id: number
  body: string
  /** The same on one line, in as many letters as Polis's form takes. No two statements of a consultation have the same. */
  brief: string
  votes: Map<number, number>
}
/** One before it is among others: what is asked, and the choice that it is about. */
type Single = { prompt: string; choice?: string | undefined; votes: Map<number, number> }

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

function statementsOf(question: AskedQuestion): Single[] {
  const { kind, prompt } = question
  const options = wordedApart(question.options)
  const isYesNo = ['yes', 'no'].every((stance) => options.some((option) => option.stance === stance))
  switch (kind) {
    case 'open':
      return []
    case 'aspects':
      return aspectsOf(question).map(({ name, options: judged }) => ({
        prompt,
        choice: name,
        votes: new Map(judged.map((option) => [option.id, stanceVote(option)])),
      }))
    case 'scale': {
      const steps = options.filter((option) => !abstains(option))
      const middle = (steps.length - 1) / 2
      const vote = (option: OptionView) =>
        abstains(option) ? PASS : Math.sign(steps.indexOf(option) - middle)
      return [{ prompt, votes: new Map(options.map((option) => [option.id, vote(option)])) }]
    }
    case 'multiple':
      // Not to tick a box is not to disagree: it is a pass.
      return options.filter(isStatement).map(({ id, label }) => ({
        prompt,
        choice: label,
        votes: new Map(options.map((option) => [option.id, option.id === id ? AGREE : PASS])),
      }))
    default:
      if (isYesNo)
        return [{ prompt, votes: new Map(options.map((option) => [option.id, stanceVote(option)])) }]
      return options
        .filter(isStatement)
        .map((option) => ({ prompt, choice: option.label, votes: exclusive(options, option) }))
  }
}

/**
 * Returns what of a survey Polis could have asked, in the order it was asked (docs/decisions/exports.md). Where there are
 * several versions, each statement names its own: Polis takes two of the same words for one.
 */
export function statementsIn(questions: AskedQuestion[]): Statement[] {
  const severalVersions = new Set(questions.map(({ version }) => version)).size > 1
  const taken = new Set<string>()
  return questions
    .flatMap((question) =>
      statementsOf(question).map(({ prompt, choice, votes }) => {
        const ending =
          (choice === undefined ? '' : ` — ${choice}`) +
          (severalVersions ? ` (version ${question.version})` : '')
        return { body: prompt + ending, brief: briefOf(prompt, ending, taken), votes }
      }),
    )
    .map((statement, id) => ({ id, ...statement }))
}

const oneLine = (text: string) => text.replace(/[\p{Cc}\u2028\u2029]+/gu, ' ')

/** Returns a statement that is none of `taken`, and adds it. What is too long loses the middle of what is asked. */
function briefOf(prompt: string, ending: string, taken: Set<string>): string {
  const numbered = (number: number) => {
    const end = oneLine(number > 1 ? `${ending} (${number})` : ending)
    return withoutItsMiddle(oneLine(prompt), STATEMENT_LENGTH - end.length) + end
  }
  let number = 1
  while (taken.has(numbered(number))) number++
  const brief = numbered(number)
  taken.add(brief)
  return brief
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
 * Returns how a reader who chose some options votes on each statement; undefined where their ballot does not answer its
 * question. Of several choices the one that agrees counts.
 */
export function votesOn(statements: Statement[]): (chosen: number[]) => (number | undefined)[] {
  const cast = new Map<number, [statement: number, vote: number][]>()
  for (const { id, votes } of statements)
    for (const [option, vote] of votes) cast.set(option, [...(cast.get(option) ?? []), [id, vote]])
  return (chosen) => {
    const given: (number | undefined)[] = Array(statements.length).fill(undefined)
    for (const option of chosen)
      for (const [statement, vote] of cast.get(option) ?? [])
        given[statement] = Math.max(vote, given[statement] ?? DISAGREE)
    return given
  }
}

/** A minute as Polis writes times: seconds since 1970, and words. */
export function timesOf(minute: number): [timestamp: number, datetime: string] {
  const [day, date, month, year, time] = new Date(minute * 60_000).toUTCString().replace(',', '').split(' ')
  return [minute * 60, `${day} ${month} ${date} ${year} ${time} GMT+0000 (Coordinated Universal Time)`]
}

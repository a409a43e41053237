import { chosenOptions } from '../../ballots/rules/tally-keys'
import type { Locale } from '../../platform/i18n/locale'
import { translator } from '../../platform/i18n/messages'
import { env } from '../../platform/runtime/env'
import type { SurveyRecord } from '../../surveys/queries/public'
import { ballotBatches, countBallots } from '../queries/ballots'
import type { Chosen, Tx } from '../queries/chosen'
import { askedQuestions } from '../queries/questions'
import { ballotsOf, copied, MINUTES, memoised } from '../rules/memoise'
import {
  AGREE,
  DISAGREE,
  FORMAT,
  MIN_STATEMENTS,
  type Statement,
  statementsIn,
  timesOf,
  VOTE_CONVENTION,
  votesOn,
} from '../rules/polis'
import { type Row, STATEMENT_LENGTH } from '../rules/table'
import { csvText, plainCsv, UNIX } from '../writers/csv'
import { appending } from '../writers/file'
import { inTurns } from './turns'
import type { Written } from './write'
import { zipFile } from './zip'

/** Polis itself seeds a conversation as participant 0; readers are numbered from 1. */
const NEWSROOM = 0
const ACCEPTED = 1
/** The statements as a conversation takes them in: one column, of this name (Polis, seed comments). */
const IMPORT = 'import-comments.csv'

const text = (rows: Row[]) => csvText(rows, UNIX)

/** What equal ballots have in both files of votes. */
type Given = {
  /** The statements of which there is a vote, and that vote. */
  votes: { statement: number; vote: number }[]
  /** What follows the voter in a row of the matrix. */
  row: string
}
type Voter = Given & { voter: number; minute: number }

/** Returns the lines of one voter in the file of votes. No value needs quoting. */
function linesOf({ votes, voter, minute }: Voter, timeOf: (minute: number) => string): string {
  const time = timeOf(minute)
  let lines = ''
  for (const { statement, vote } of votes) lines += `${time},${statement},${voter},${vote}\n`
  return lines
}

/** The files that Polis exports of a conversation, with a survey's questions as its statements. */
export async function writePolis(
  tx: Tx,
  survey: SurveyRecord,
  chosen: Chosen,
  file: string,
  onRows: (rows: number, total: number) => void,
): Promise<Written> {
  const questions = await askedQuestions(tx, survey.id, chosen.version)
  const statements = statementsIn(questions)
  const total = await countBallots(tx, survey.id, chosen)
  onRows(0, total)
  let voters = 0
  const digest = await zipFile(file, async (open, add) => {
    const counts = statements.map(() => ({ agrees: 0, disagrees: 0 }))
    const asked = timesOf(Math.floor(Date.parse(survey.view.opensAt ?? '1970-01-01') / 60_000))
    const names = ['timestamp', 'datetime', 'comment-id', 'voter-id', 'vote']
    const time = memoised((minute: number) => timesOf(minute).join(), MINUTES)
    const votes = await appending(open, 'votes.csv', text([names]), (one: Voter) => linesOf(one, time))
    const matrix = await appending(
      open,
      'participant-votes.csv',
      text([matrixHeader(statements)]),
      ({ voter, row }: Voter) => `${voter},${row}`,
    )
    const votesOf = votesOn(statements)
    // Ballots repeat each other: only who voted, and when, is their own.
    const givenIn = memoised(
      (cells: string): Given => {
        const given = votesOf(chosenOptions(cells.split(' ')))
        return {
          votes: given.flatMap((vote, statement) => (vote === undefined ? [] : { statement, vote })),
          row: `${matrixRow(given).join()}\n`,
        }
      },
      ballotsOf(statements.length),
      copied,
    )
    // No statement is made of readers' own words.
    const closed = questions.filter(({ kind }) => kind !== 'open')
    try {
      for await (const batch of ballotBatches(tx, survey.id, closed, chosen))
        for await (const part of inTurns(batch, statements.length)) {
          const voted = part.map(
            ({ cells, changed }): Voter => ({ ...givenIn(cells), voter: ++voters, minute: changed }),
          )
          for (const one of voted)
            for (const { statement, vote } of one.votes) {
              const count = counts[statement]
              if (count && vote === AGREE) count.agrees++
              if (count && vote === DISAGREE) count.disagrees++
            }
          await votes.write(voted)
          await matrix.write(voted)
          onRows(voters, total)
        }
      await votes.end()
      await matrix.end()
    } catch (error) {
      await votes.close()
      await matrix.close()
      throw error
    }
    await add('comments.csv', text(commentRows(statements, counts, asked)))
    await add('summary.csv', text(summaryRows(survey, voters, statements.length)))
    await add('format.json', `${JSON.stringify(FORMAT, null, 2)}\n`)
    // As typed, with no guard before a formula: Polis shows it to those who vote.
    await add(IMPORT, plainCsv([['comment_text'], ...statements.map(({ brief }) => [brief])], UNIX))
    await add('note.md', noteOf(survey.view.title, chosen.language, statements.length))
  })
  return { rows: voters, ...digest }
}

const matrixHeader = (statements: Statement[]): Row => [
  ...['participant', 'group-id', 'n-comments', 'n-votes', 'n-agree', 'n-disagree'],
  ...statements.map(({ id }) => id),
]

/**
 * Returns what follows the voter in a row: numbers, of which none needs quoting. Groups are what Polis computes from the
 * votes: we compute none and name none.
 */
function matrixRow(given: (number | undefined)[]): Row {
  const number = (vote: number) => given.filter((one) => one === vote).length
  const voted = given.filter((vote) => vote !== undefined).length
  return [null, 0, voted, number(AGREE), number(DISAGREE), ...given.map((vote) => vote ?? null)]
}

const commentRows = (
  statements: Statement[],
  counts: { agrees: number; disagrees: number }[],
  asked: [number, string],
): Row[] => [
  [
    ...['timestamp', 'datetime', 'comment-id', 'author-id', 'agrees', 'disagrees', 'moderated'],
    'comment-body',
    'is-meta',
  ],
  ...statements.map(({ id, body }): Row => {
    const { agrees = 0, disagrees = 0 } = counts[id] ?? {}
    return [...asked, id, NEWSROOM, agrees, disagrees, ACCEPTED, body, 'false']
  }),
]

/** Whole where the site's address is set; nobody asks by request, so there is no other to guess from. */
function addressOf(slug: string): string {
  const page = `/consultations/${slug}`
  const { AVIS_ORIGIN: origin } = env()
  return origin === undefined ? page : new URL(page, origin).href
}

/** What the files are, and what they lack. */
function noteOf(title: string, language: Locale, statements: number): string {
  const t = translator(language, 'polis')
  const few = statements < MIN_STATEMENTS ? [t('few', { statements, needed: MIN_STATEMENTS })] : []
  const address = env().AVIS_ORIGIN === undefined ? [t('address')] : []
  return `# ${title}\n\n${[t('statements'), t('votes'), t('versions'), t('import', { file: IMPORT, length: STATEMENT_LENGTH }), ...few, ...address].join('\n\n')}\n`
}

const summaryRows = ({ view }: SurveyRecord, voters: number, statements: number): Row[] => [
  ['topic', view.title],
  ['url', addressOf(view.slug)],
  ['voters', voters],
  ['voters-in-conv', voters],
  ['commenters', 1],
  ['comments', statements],
  ['groups', 0],
  ['conversation-description', view.summary],
  ['vote-convention', VOTE_CONVENTION],
]

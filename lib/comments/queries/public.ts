import { publicFigures } from '../../ballots/queries/published'
import type { PublicFigures } from '../../ballots/rules/published'
import { db, Prisma } from '../../platform/db/client'
import { TITLE } from '../../platform/db/title'
import { oncePerProcess } from '../../platform/runtime/per-process'
import { singleFlight } from '../../platform/runtime/single-flight'
import type { SurveyRecord } from '../../surveys/queries/public'
import { type Side, sidesOf, sidesQuestion } from '../rules/sides'
import type { PublishedComment } from '../schema'
import { ATTACHED_TO_BALLOT } from './attached-to-ballot'
import { originColumn } from './origin'

/** Comments on a page: they are read in a minute or two. More of them are a click away, not a longer page. */
export const COMMENTS_SHOWN = 20
/** Comments of each side, when sides stand beside each other. */
export const SIDE_SHOWN = 5

type Row = {
  id: string
  question_id: number
  text: string
  language: string | null
  at: Date
  decision: bigint
  cells: string[]
  /** Whether the figures that readers see include its author's ballot in its present state. */
  counted: boolean
}

/**
 * Tests that `figures` include the ballot `b` in its present state: otherwise its answers would be known before any
 * figure shows them. The ballots that moved since are at most those that wait for a step.
 */
function isCounted(surveyId: number, figures: PublicFigures): Prisma.Sql {
  if (figures.kind !== 'step') return figures.kind === 'exact' ? Prisma.sql`true` : Prisma.sql`false`
  return Prisma.sql`b.reader NOT IN (
    SELECT reader FROM ballot_event
    WHERE title_id = ${TITLE} AND survey_id = ${surveyId}::int AND id > ${figures.event}::bigint
  )`
}

type Asked = { before?: bigint | undefined; cell?: string | undefined; take: number; figures: PublicFigures }

/**
 * Selects published comments whose author's ballot counts and still has its answer. So neither a withdrawn text nor one
 * of a set-aside ballot is shown, whatever happened to the ballot. Runs from the newest decision backwards, so that its
 * cost depends on what is shown.
 */
const published = (surveyId: number, { before, cell, take, figures }: Asked) =>
  Prisma.sql`
    SELECT c.id, c.question_id, c.text, c.language, coalesce(${originColumn('at')}, d.at) AS at,
      c.decision_id AS decision, b.cells, ${isCounted(surveyId, figures)} AS counted
    FROM comment c
    JOIN decision d ON d.id = c.decision_id
    JOIN ballot b ON ${ATTACHED_TO_BALLOT}
    WHERE c.survey_id = ${surveyId} AND c.outcome = 'published' AND b.quarantine_id IS NULL
      ${before === undefined ? Prisma.empty : Prisma.sql`AND c.decision_id < ${before}`}
      ${cell === undefined ? Prisma.empty : Prisma.sql`AND ${cell} = ANY (b.cells) AND ${isCounted(surveyId, figures)}`}
    ORDER BY c.decision_id DESC LIMIT ${take}`

function viewOf(row: Row, options: Set<string>): PublishedComment {
  return {
    id: row.id,
    questionId: row.question_id,
    text: row.text,
    ...(row.language && { language: row.language }),
    at: row.at.toISOString(),
    optionIds: row.counted
      ? row.cells.filter((cell) => options.has(cell)).map((cell) => Number(cell.slice(1)))
      : [],
  }
}

const optionCells = ({ view }: SurveyRecord) =>
  new Set(sidesQuestion(view.questions)?.options.map(({ id }) => `o${id}`))

export type CommentPage = { comments: PublishedComment[]; next?: string }

async function readPage(survey: SurveyRecord, before?: bigint): Promise<CommentPage> {
  const figures = await publicFigures(survey)
  const asked = { before, take: COMMENTS_SHOWN + 1, figures }
  const rows = await db().$queryRaw<Row[]>(published(survey.id, asked))
  const shown = rows.slice(0, COMMENTS_SHOWN)
  const last = rows.length > COMMENTS_SHOWN ? shown.at(-1) : undefined
  const options = optionCells(survey)
  return {
    comments: shown.map((row) => viewOf(row, options)),
    ...(last && { next: String(last.decision) }),
  }
}

type Shared = { survey: SurveyRecord; page: CommentPage }
const firstPages = () =>
  oncePerProcess('comments', () => {
    const surveys = new Map<number, SurveyRecord>()
    const read = singleFlight(async (id: number) => {
      const survey = surveys.get(id) as SurveyRecord
      return { survey, page: await readPage(survey) } satisfies Shared
    })
    return (survey: SurveyRecord) => {
      surveys.set(survey.id, survey)
      return read(survey.id)
    }
  })

/** Returns the newest published comments of a survey; with `before`, those published before that decision. */
export async function publishedComments(survey: SurveyRecord, before?: string): Promise<CommentPage> {
  if (before === undefined) return (await firstPages()(survey)).page
  return readPage(survey, BigInt(before))
}

export type SidePage = { options: Side['options']; comments: PublishedComment[] }

/** Returns the newest published comments of each side of the survey's main question, equally many for each. */
export async function commentsBySide(survey: SurveyRecord): Promise<SidePage[]> {
  const question = sidesQuestion(survey.view.questions)
  if (!question) return []
  const options = optionCells(survey)
  const figures = await publicFigures(survey)
  const pages: SidePage[] = []
  // Sequential: a reader's page must not take a connection for each of sixteen sides.
  for (const side of sidesOf(question)) {
    const asked = { cell: side.cell, take: SIDE_SHOWN, figures }
    const rows = await db().$queryRaw<Row[]>(published(survey.id, asked))
    pages.push({ options: side.options, comments: rows.map((row) => viewOf(row, options)) })
  }
  return pages
}

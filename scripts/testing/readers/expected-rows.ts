import type { TableName } from '../../../lib/exports/rules/table'
import { db } from '../../../lib/platform/db/client'
import { findResults } from '../../../lib/results/queries/results'
import type { Results } from '../../../lib/results/schema'
import type { SurveyRecord } from '../../../lib/surveys/queries/public'
import type { Cell } from './reader'

/** The expected row of a table in a file, by the names of its columns. */
export type Stored = Record<string, Cell>

export type Option = { id: number; label: string; aspect: string | null; stance: string | null }
export type Question = {
  /** The prefix of its columns' names. */
  name: string
  id: number
  version: number
  kind: string
  prompt: string
  randomised: boolean
  options: Option[]
}
type Ballot = {
  reader: string
  cells: string[]
  cast: Date
  changed: Date
  rule: string | null
  shown: number[]
}

const instant = (at: Date | null): Cell => at && { time: at.toISOString() }

export async function questionsOf(surveyId: number): Promise<Question[]> {
  const questions = await db().$queryRaw<Omit<Question, 'name'>[]>`
    SELECT q.id, q.version, q.kind::text AS kind, q.prompt, q.randomised, coalesce(
      (SELECT jsonb_agg(jsonb_build_object('id', o.id, 'label', o.label, 'aspect', o.aspect, 'stance', o.stance) ORDER BY o.position)
       FROM option o WHERE o.question_id = q.id), '[]') AS options
    FROM question q WHERE q.survey_id = ${surveyId} ORDER BY q.version, q.position`
  return questions.map((question) => ({
    name: `v${question.version}_q${question.id}`,
    ...question,
  }))
}

/** Returns the columns of a question, each with its options: one list for each column of choices. */
function columnsOf({ name, kind, options }: Question): { name: string; options: Option[] }[] {
  if (kind === 'open') return []
  if (kind === 'multiple')
    return options.map((option, at) => ({ name: `${name}_${at + 1}`, options: [option] }))
  if (kind !== 'aspects') return [{ name, options }]
  const aspects = [...new Set(options.map(({ aspect }) => aspect))]
  return aspects.map((aspect, at) => ({
    name: `${name}_${at + 1}`,
    options: options.filter((option) => option.aspect === aspect),
  }))
}

/** Returns how files name a choice: with its place behind where another one has the same words. */
export function nameOf(options: Option[], option: Option): string {
  const alike = options.filter(({ label }) => label === option.label)
  return alike.length > 1 ? `${option.label} (${options.indexOf(option) + 1})` : option.label
}

function answersOf(question: Question, ballot: Ballot, texts: Map<string, string>): Stored {
  const { name, id, version, kind, options, randomised } = question
  const chose = (option: Option) => ballot.cells.includes(`o${option.id}`)
  const wasAsked = ballot.cells.includes(`v${version}`)
  if (kind === 'open')
    return {
      [`${name}_wrote`]: wasAsked ? Number(ballot.cells.includes(`q${id}`)) : null,
      [name]: texts.get(`${ballot.reader} ${id}`) ?? null,
    }
  const row: Stored = {}
  for (const column of columnsOf(question))
    if (kind === 'multiple')
      row[column.name] = options.some(chose) ? Number(column.options.some(chose)) : null
    else {
      const chosen = column.options.find(chose)
      row[column.name] = chosen ? nameOf(column.options, chosen) : null
    }
  if (randomised) {
    const places = ballot.shown.flatMap(
      (shown) => options.findIndex((option) => option.id === shown) + 1 || [],
    )
    row[`${name}_order`] = places.join(' ') || null
  }
  return row
}

/** Returns every ballot that stands, set aside or not, in the order of the files. */
export const ballotsOf = (surveyId: number) =>
  db().$queryRaw<Ballot[]>`
    SELECT encode(b.reader, 'hex') AS reader, b.cells, date_trunc('minute', b.cast_at) AS cast,
      date_trunc('minute', b.changed_at) AS changed, z.rule, b.shown
    FROM ballot b LEFT JOIN quarantine z ON z.id = b.quarantine_id
    WHERE b.survey_id = ${surveyId} AND 'b' = ANY (b.cells) ORDER BY b.reader`

async function ballots(surveyId: number, questions: Question[]): Promise<Stored[]> {
  const stored = await ballotsOf(surveyId)
  const written = await db().$queryRaw<{ reader: string; question: number; text: string }[]>`
    SELECT encode(c.reader, 'hex') AS reader, c.question_id AS question, c.text FROM comment c
    JOIN ballot b ON b.survey_id = c.survey_id AND b.reader = c.reader AND 'q' || c.question_id = ANY (b.cells)
    WHERE c.survey_id = ${surveyId} AND c.withdrawn_at IS NULL`
  const texts = new Map(written.map(({ reader, question, text }) => [`${reader} ${question}`, text]))
  return stored.map((ballot) => ({
    version: Number(ballot.cells.find((cell) => cell.startsWith('v'))?.slice(1)),
    cast_at: instant(ballot.cast),
    changed_at: instant(ballot.changed),
    ...Object.assign({}, ...questions.map((question) => answersOf(question, ballot, texts))),
    set_aside: ballot.rule,
  }))
}

type Times = Record<string, Date | null>
/** Returns rows of SQL in which the instants under `times` are distinct from texts. */
const withInstants = (rows: Stored[], times: Times[]): Stored[] =>
  rows.map((row, at) => ({
    ...row,
    ...Object.fromEntries(Object.entries(times[at] ?? {}).map(([name, time]) => [name, instant(time)])),
  }))

async function comments(surveyId: number): Promise<Stored[]> {
  const rows = await db().$queryRaw<Stored[]>`
    SELECT c.id::text AS comment, q.version, q.prompt AS question, c.text, c.language, c.revision,
      coalesce(c.outcome::text, 'received') AS outcome, d.reason, d.rule,
      CASE WHEN c.outcome IS NOT NULL THEN (d.staff_id IS NULL AND coalesce(d.rule, '') <> 'shell')::int END AS automated,
      d.id::int AS decision
    FROM comment c JOIN question q ON q.id = c.question_id LEFT JOIN decision d ON d.id = c.decision_id
    JOIN ballot b ON b.survey_id = c.survey_id AND b.reader = c.reader AND 'q' || c.question_id = ANY (b.cells)
    WHERE c.survey_id = ${surveyId} AND c.withdrawn_at IS NULL ORDER BY c.id`
  const times = await db().$queryRaw<Times[]>`
    SELECT date_trunc('minute', c.changed_at) AS sent_at, date_trunc('minute', d.at) AS decided_at
    FROM comment c LEFT JOIN decision d ON d.id = c.decision_id
    JOIN ballot b ON b.survey_id = c.survey_id AND b.reader = c.reader AND 'q' || c.question_id = ANY (b.cells)
    WHERE c.survey_id = ${surveyId} AND c.withdrawn_at IS NULL ORDER BY c.id`
  return withInstants(rows, times)
}

async function decisions(surveyId: number): Promise<Stored[]> {
  const rows = await db().$queryRaw<Stored[]>`
    SELECT id::int AS decision, comment_id::text AS comment, revision, outcome::text AS outcome, reason, rule,
      (staff_id IS NULL AND coalesce(rule, '') <> 'shell')::int AS automated, charter_version AS charter, undoes::int AS undoes
    FROM decision WHERE survey_id = ${surveyId} ORDER BY id`
  const times = await db().$queryRaw<Times[]>`
    SELECT date_trunc('minute', at) AS at FROM decision WHERE survey_id = ${surveyId} ORDER BY id`
  return withInstants(rows, times)
}

async function results(survey: SurveyRecord, questions: Question[]): Promise<Stored[]> {
  const kept = await db().snapshot.findMany({
    where: { surveyId: survey.id },
    orderBy: [{ seq: 'asc' }, { version: 'asc' }],
  })
  const now = await findResults(survey)
  const cited = kept.map(({ body }) => JSON.parse(body) as Results)
  return [...cited.filter(({ hash }) => hash !== now.hash), now].flatMap((one) =>
    one.questions.flatMap(({ id, answered, options }): Stored[] => {
      const question = questions.find((candidate) => candidate.id === id)
      const head = {
        seq: one.seq,
        version: one.version,
        at: { time: `${one.at.slice(0, 16)}:00Z` },
        ballots: one.ballots,
        question: id,
      }
      const row = { ...head, prompt: question?.prompt ?? null, answered, hash: one.hash }
      if (!options.length) return [{ ...row, option: null, label: null, count: answered }]
      return options.map(({ id: option, count }) => {
        const { label = null, aspect = null } =
          question?.options.find((candidate) => candidate.id === option) ?? {}
        return { ...row, option, label: aspect === null ? label : `${aspect} : ${label}`, count }
      })
    }),
  )
}

/**
 * Returns the expected content of each table of an export, by separate SQL: all texts, and ballots that were set aside.
 */
export async function storedTables(survey: SurveyRecord): Promise<Record<TableName, Stored[]>> {
  const questions = await questionsOf(survey.id)
  return {
    ballots: await ballots(survey.id, questions),
    comments: await comments(survey.id),
    decisions: await decisions(survey.id),
    results: await results(survey, questions),
  }
}

/** Returns the label of «no opinion» in each column of ballots that has it. */
export async function abstentions(surveyId: number): Promise<Record<string, string>> {
  const columns = (await questionsOf(surveyId)).filter(({ kind }) => kind !== 'multiple').flatMap(columnsOf)
  return Object.fromEntries(
    columns.flatMap(({ name, options }) => {
      const none = options.find(({ stance }) => stance === 'abstain')
      return none ? [[name, none.label]] : []
    }),
  )
}

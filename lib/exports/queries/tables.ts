import { Prisma } from '../../db'
import type { findResults } from '../../results/queries/results'
import type { AskedQuestion, BallotRecord } from '../rules/ballots'
import { minuteOf, type Row, type TableName } from '../rules/table'
import type { ExportInput } from '../schema'

type Tx = Prisma.TransactionClient
export type Chosen = Pick<ExportInput, 'from' | 'to' | 'version' | 'allTexts'>

/** Enough to keep the round trips cheap, little enough to be forgotten at once. */
const BATCH = 5_000

/** Every question the survey ever asked, oldest version first. */
export async function askedQuestions(tx: Tx, surveyId: number, version?: number): Promise<AskedQuestion[]> {
  const rows = await tx.question.findMany({
    where: { surveyId, ...(version !== undefined && { version }) },
    orderBy: [{ version: 'asc' }, { position: 'asc' }],
    select: {
      id: true,
      version: true,
      kind: true,
      prompt: true,
      required: true,
      options: {
        orderBy: { position: 'asc' },
        select: { id: true, label: true, aspect: true, stance: true },
      },
    },
  })
  return rows.map(({ options, ...question }) => ({
    ...question,
    options: options.map(({ id, label, aspect, stance }) => ({
      id,
      label,
      ...(aspect && { aspect }),
      ...(stance && { stance }),
    })),
  }))
}

/** How many rows a table will have, to say how far its writing is. */
export async function countRows(tx: Tx, surveyId: number, table: TableName, chosen: Chosen): Promise<number> {
  const { from = '0001-01-01', to = '9999-12-30', version, allTexts } = chosen
  const cell = version === undefined ? 'b' : `v${version}`
  const counts = {
    ballots: Prisma.sql`FROM ballot WHERE survey_id = ${surveyId} AND ${cell} = ANY (cells)
      AND cast_at >= ${from}::date AND cast_at < ${to}::date + 1`,
    comments: Prisma.sql`FROM comment WHERE survey_id = ${surveyId} AND withdrawn_at IS NULL
      AND (${allTexts} OR outcome = 'published')
      AND changed_at >= ${from}::date AND changed_at < ${to}::date + 1`,
    decisions: Prisma.sql`FROM decision WHERE survey_id = ${surveyId}`,
    results: Prisma.sql`FROM snapshot WHERE survey_id = ${surveyId}`,
  }
  const [row] = await tx.$queryRaw<{ count: number }[]>`SELECT count(*)::int AS count ${counts[table]}`
  return row?.count ?? 0
}

type BallotRow = BallotRecord & { reader: Uint8Array }

/** The ballots that count, in the order of their pseudonyms: an order that says nothing of when or who. */
export async function* ballotBatches(
  tx: Tx,
  surveyId: number,
  chosen: Chosen,
): AsyncGenerator<BallotRecord[]> {
  const { from = '0001-01-01', to = '9999-12-30', version, allTexts } = chosen
  const cell = version === undefined ? 'b' : `v${version}`
  let after: Uint8Array = new Uint8Array()
  for (;;) {
    const rows = await tx.$queryRaw<BallotRow[]>`
      SELECT b.reader, b.cells, b.cast_at AS "castAt", b.changed_at AS "changedAt",
        (SELECT jsonb_object_agg(c.question_id, c.text) FROM comment c
          WHERE c.survey_id = b.survey_id AND c.reader = b.reader AND c.withdrawn_at IS NULL
            AND (${allTexts} OR c.outcome = 'published')) AS texts
      FROM ballot b
      WHERE b.survey_id = ${surveyId} AND b.reader > ${after} AND ${cell} = ANY (b.cells)
        AND b.cast_at >= ${from}::date AND b.cast_at < ${to}::date + 1
      ORDER BY b.reader LIMIT ${BATCH}`
    if (rows.length) yield rows
    const last = rows.at(-1)
    if (!last || rows.length < BATCH) return
    after = last.reader
  }
}

type CommentRow = {
  id: string
  questionId: number
  prompt: string
  text: string
  revision: number
  sentAt: Date
  outcome: string | null
  reason: string | null
  rule: string | null
  automated: boolean | null
  decidedAt: Date | null
}

/** Readers' texts with the decision that holds on each: the published ones, or with `allTexts` all that stand. */
export async function* commentRows(tx: Tx, surveyId: number, chosen: Chosen): AsyncGenerator<Row[]> {
  const { from = '0001-01-01', to = '9999-12-30', allTexts } = chosen
  let after = '00000000-0000-0000-0000-000000000000'
  for (;;) {
    const rows = await tx.$queryRaw<CommentRow[]>`
      SELECT c.id, c.question_id AS "questionId", q.prompt, c.text, c.revision, c.changed_at AS "sentAt",
        c.outcome::text AS outcome, d.reason, d.rule,
        d.staff_id IS NULL AND d.rule IS DISTINCT FROM 'shell' AS automated, d.at AS "decidedAt"
      FROM comment c
      JOIN question q ON q.id = c.question_id
      JOIN ballot b ON b.survey_id = c.survey_id AND b.reader = c.reader AND 'q' || c.question_id = ANY (b.cells)
      LEFT JOIN decision d ON d.id = c.decision_id
      WHERE c.survey_id = ${surveyId} AND c.id > ${after}::uuid AND c.withdrawn_at IS NULL
        AND (${allTexts} OR c.outcome = 'published')
        AND c.changed_at >= ${from}::date AND c.changed_at < ${to}::date + 1
      ORDER BY c.id LIMIT ${BATCH}`
    if (rows.length)
      yield rows.map((row) => [
        row.id,
        row.prompt,
        row.text,
        row.revision,
        minuteOf(row.sentAt),
        row.outcome ?? 'received',
        row.reason,
        row.rule,
        row.outcome === null ? null : Number(row.automated),
        row.decidedAt && minuteOf(row.decidedAt),
      ])
    const last = rows.at(-1)
    if (!last || rows.length < BATCH) return
    after = last.id
  }
}

type DecisionRow = {
  id: bigint
  comment: string
  revision: number
  outcome: string
  reason: string | null
  rule: string | null
  automated: boolean
  charterVersion: number | null
  undoes: bigint | null
  at: Date
}

/** Every act of moderation on this survey's comments, without who did it and without a word of the texts. */
export async function* decisionRows(tx: Tx, surveyId: number): AsyncGenerator<Row[]> {
  let after = 0n
  for (;;) {
    const rows = await tx.$queryRaw<DecisionRow[]>`
      SELECT id, comment_id AS comment, revision, outcome::text AS outcome, reason, rule,
        staff_id IS NULL AND rule IS DISTINCT FROM 'shell' AS automated, charter_version AS "charterVersion",
        undoes, at
      FROM decision WHERE survey_id = ${surveyId} AND id > ${after} ORDER BY id LIMIT ${BATCH}`
    if (rows.length)
      yield rows.map((row) => [
        Number(row.id),
        row.comment,
        row.revision,
        row.outcome,
        row.reason,
        row.rule,
        Number(row.automated),
        row.charterVersion,
        row.undoes === null ? null : Number(row.undoes),
        minuteOf(row.at),
      ])
    const last = rows.at(-1)
    if (!last || rows.length < BATCH) return
    after = last.id
  }
}

/** The public figures of every cited result, oldest first. */
export async function* snapshotRows(tx: Tx, surveyId: number): AsyncGenerator<Row[]> {
  const rows = await tx.snapshot.findMany({
    where: { surveyId },
    orderBy: [{ seq: 'asc' }, { version: 'asc' }],
  })
  yield rows.flatMap(({ body }) => resultRows(JSON.parse(body)))
}

type Figures = Awaited<ReturnType<typeof findResults>>

/** Results as a table: a line for each option of each question. */
export const resultRows = ({ seq, version, at, ballots, questions, hash }: Figures): Row[] =>
  questions.flatMap(({ id, answered, options }) =>
    (options.length ? options : [{ id: null, count: answered }]).map(
      (option): Row => [seq, version, at, ballots, id, answered, option.id, option.count, hash],
    ),
  )

import { answeredKey, BALLOT_KEY, versionKey } from '../../ballots/rules/tally-keys'
import { ATTACHED_TO_BALLOT } from '../../comments/queries/attached-to-ballot'
import { Prisma } from '../../platform/db/client'
import { onDays } from '../../platform/db/days'
import { TITLE } from '../../platform/db/title'
import { type BallotLine, readBallotLines } from '../rules/ballot-lines'
import type { AskedQuestion } from '../rules/question-columns'
import { type Chosen, countOf, inBatches, type Tx } from './chosen'

const chosenBallots = (surveyId: number, chosen: Chosen) => {
  const cell = chosen.version === undefined ? BALLOT_KEY : versionKey(chosen.version)
  return Prisma.sql`b.title_id = ${TITLE} AND b.survey_id = ${surveyId} AND ${cell} = ANY (b.cells)
    AND (${chosen.setAside} OR b.quarantine_id IS NULL) AND ${onDays(Prisma.sql`b.cast_at`, chosen)}`
}

/**
 * Minutes since 1970 that have passed: cut, as a cast to a whole number would not. `date_part` counts in floating point,
 * in half the time that the exact numbers of `extract` take.
 */
const minuteSql = (time: string) => Prisma.raw(`floor(date_part('epoch', ${time}) / 60)::int`)

export const countBallots = (tx: Tx, surveyId: number, chosen: Chosen) =>
  countOf(tx, Prisma.sql`FROM ballot b WHERE ${chosenBallots(surveyId, chosen)}`)

/** Ballots of one text. Of few that are forgotten soon the process keeps no memory; of the text of a whole batch it does. */
const TOGETHER = 250

/** A part of a batch; `rows` and `last` are of the whole batch. */
type Part = { lines: string | null; last: string | null; rows: number }

/**
 * The ballots somebody asked for, in the order of their pseudonyms: an order that says nothing of when or who. They
 * come as texts (lib/exports/rules/ballot-lines.ts), which is several times as fast as rows of columns, and readers' own
 * words are looked for only where the ballot says that there are some, of the questions given.
 */
export async function* ballotBatches(
  tx: Tx,
  surveyId: number,
  questions: AskedQuestion[],
  chosen: Chosen,
): AsyncGenerator<BallotLine[]> {
  const open = questions.filter(({ kind }) => kind === 'open').map(({ id }) => answeredKey(id))
  const read = (before: Part[] | undefined, take: number): Promise<Part[]> =>
    tx.$queryRaw<Part[]>`
      WITH batch AS (SELECT count(*)::int AS rows, encode((array_agg(reader))[count(*)], 'hex') AS last, array_agg(concat_ws(E'\t', array_to_string(cells, ' '),
        ${minuteSql('cast_at')}, ${minuteSql('changed_at')},
        CASE WHEN quarantine_id IS NULL THEN '' ELSE (SELECT q.rule FROM quarantine q WHERE q.id = quarantine_id) END,
        coalesce(array_to_string(shown, ' '), ''), coalesce(texts::text, ''))) AS lines
      FROM (
        SELECT b.reader, b.cells, b.cast_at, b.changed_at, b.quarantine_id, b.shown,
          CASE WHEN b.cells && ${open}::text[] THEN (
            SELECT jsonb_object_agg(c.question_id, c.text) FROM comment c
            WHERE ${ATTACHED_TO_BALLOT}
              AND (${chosen.allTexts} OR c.outcome = 'published')
          ) END AS texts
        FROM ballot b
        WHERE ${chosenBallots(surveyId, chosen)} AND b.reader > decode(${before?.[0]?.last ?? ''}, 'hex')
        ORDER BY b.reader LIMIT ${take}
      ) AS ballot)
      SELECT rows, last, array_to_string(lines[first : first + ${Prisma.raw(String(TOGETHER - 1))}], E'\n') AS lines
      FROM batch, generate_series(1, rows, ${Prisma.raw(String(TOGETHER))}) AS first ORDER BY first`
  const batches = inBatches(read, (parts) => ({
    rows: parts[0]?.rows ?? 0,
    length: parts.reduce((sum, { lines }) => sum + (lines?.length ?? 0), 0),
  }))
  for await (const parts of batches) for (const { lines } of parts) yield readBallotLines(lines)
}

/** The longest text there is to each question, in bytes. */
export async function widestTexts(tx: Tx, surveyId: number): Promise<Map<number, number>> {
  const rows = await tx.$queryRaw<{ id: number; bytes: number }[]>`
    SELECT question_id AS id, max(octet_length(text))::int AS bytes FROM comment
    WHERE survey_id = ${surveyId} AND withdrawn_at IS NULL GROUP BY question_id`
  return new Map(rows.map(({ id, bytes }) => [id, bytes]))
}

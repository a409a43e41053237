import { optionKey, versionKey } from '../../ballots/rules/tally-keys'
import type { Prisma } from '../../platform/db/client'
import { TITLE } from '../../platform/db/title'
import { ANY, type Pair } from '../rules/crossing'
import type { Variable } from '../rules/variables'

type Tx = Pick<Prisma.TransactionClient, '$queryRaw'>

type Row = Pair & { of: 'answers' | 'sources' }

const cellsOf = (variable: Variable | undefined) => variable?.options.map(({ id }) => optionKey(id)) ?? []

/**
 * Counts how often the options of `a` and `b` were chosen together, and those of `a` by where the reader came from. One
 * pass over the ballots groups equal ones first. So the rows to unpack number the ways to answer, not the readers.
 */
export async function countTogether(
  tx: Tx,
  surveyId: number,
  version: number,
  a: Variable | undefined,
  b: Variable | undefined,
): Promise<{ answers: Pair[]; sources: Pair[] }> {
  const rows = await tx.$queryRaw<Row[]>`
    WITH counted AS (
      SELECT coalesce(source, 'unknown') AS source, cells, count(*) AS n FROM ballot
      WHERE title_id = ${TITLE} AND survey_id = ${surveyId} AND quarantine_id IS NULL
        AND ${versionKey(version)} = ANY (cells)
      GROUP BY source, cells
    ),
    chosen AS (
      SELECT source, n,
        ARRAY(SELECT cell FROM unnest(cells) AS cell WHERE cell = ANY (${cellsOf(a)}::text[])) AS a,
        ARRAY(SELECT cell FROM unnest(cells) AS cell WHERE cell = ANY (${cellsOf(b)}::text[])) AS b
      FROM counted
    )
    SELECT 'answers' AS of, a.cell AS "row", b.cell AS "column", sum(n)::int AS count
    FROM chosen, unnest(a || ${ANY}::text) AS a (cell), unnest(b || ${ANY}::text) AS b (cell)
    WHERE a <> '{}' AND b <> '{}' GROUP BY a.cell, b.cell
    UNION ALL
    SELECT 'sources', s.source, a.cell, sum(n)::int
    FROM chosen, unnest(ARRAY[chosen.source, ${ANY}]) AS s (source), unnest(a || ${ANY}::text) AS a (cell)
    WHERE a <> '{}' GROUP BY s.source, a.cell`
  const of = (kind: Row['of']) => rows.filter((row) => row.of === kind)
  return { answers: of('answers'), sources: of('sources') }
}

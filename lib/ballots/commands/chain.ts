import { Prisma } from '../../platform/db/client'
import { TITLE } from '../../platform/db/title'
import type { LinkKind } from '../rules/chain'
import { headSql, NO_HEAD_SQL } from '../rules/chain-sql'

const factsHead = (previous: string, seq: string, at: string) =>
  Prisma.raw(headSql({ previous, seq, at, kind: 'given.kind', digest: 'given.digest' }))
const firstHead = factsHead(NO_HEAD_SQL, '1', 'given.at')

/**
 * Appends a link that states `facts` to a survey's chain, and so advances its tally by one sequence number. `facts` are
 * public, so they hold nothing about a reader. For transactions that move the tally other than by ballots. Call it in
 * that transaction after moving the cells, since heads are locked last. After the commit, `tellMoved` notifies those
 * who watch.
 */
export async function appendLink(
  tx: Pick<Prisma.TransactionClient, '$executeRaw'>,
  surveyId: number,
  kind: Exclude<LinkKind, 'ballots'>,
  facts: unknown,
): Promise<void> {
  const told = JSON.stringify(facts)
  await tx.$executeRaw`/* appendLink */
    WITH given AS MATERIALIZED (
      SELECT ${kind}::text AS kind, date_trunc('milliseconds', clock_timestamp()) AS at,
        sha256(convert_to(${told}::text, 'UTF8')) AS digest
    ),
    head AS (
      INSERT INTO tally_head AS h (title_id, survey_id, seq, at, chain)
      SELECT ${TITLE}::int, ${surveyId}::int, 1, at, ${firstHead} FROM given
      ON CONFLICT (title_id, survey_id) DO UPDATE
        SET seq = h.seq + 1, at = greatest(h.at, excluded.at),
          chain = (SELECT ${factsHead('h.chain', '(h.seq + 1)', 'greatest(h.at, excluded.at)')} FROM given)
      RETURNING title_id, survey_id, seq, at, chain
    )
    INSERT INTO chain_link (title_id, survey_id, seq, at, kind, leaves, facts, head)
    SELECT h.title_id, h.survey_id, h.seq, date_trunc('minute', h.at), ${kind}::text, '', ${told}::text, h.chain FROM head h`
}

import { Prisma } from '../../platform/db/client'
import { TITLE } from '../../platform/db/title'
import { findPicture, membersSql } from '../queries/anomalies'
import type { Finding, IntegrityRule } from '../rules/integrity/finding'
import type { Group } from '../rules/integrity/sample'

type Tx = Prisma.TransactionClient
type Found = { group: Group; finding: Finding; also: IntegrityRule[]; now: Date }

/** Fewer new ballots than this, beside those that a person has already reviewed, are not worth another review. */
const MIN_NEW = 30

/**
 * Selects the ballots that no quarantine of the survey covers yet, so that no person is asked twice about one ballot.
 */
const newMembers = (surveyId: number, { group, finding }: Found) => Prisma.sql`
  FROM ballot b WHERE ${membersSql(surveyId, group, finding.narrowed)} AND b.quarantine_id IS NULL
    AND NOT EXISTS (
      SELECT FROM quarantine_member m JOIN quarantine q ON q.id = m.quarantine_id
      WHERE q.survey_id = ${surveyId} AND m.reader = b.reader
    )`

type Earlier = { id: number; open: boolean; size: number }

/** Selects earlier proposals of the same rule and network, newest first. */
const earlier = (tx: Tx, surveyId: number, { group, finding }: Found) => tx.$queryRaw<Earlier[]>`
  SELECT id, set_aside_at IS NULL AND dismissed_at IS NULL AS open,
    CASE WHEN dismissed_at IS NULL AND lifted_at IS NULL THEN 0 ELSE size END AS size
  FROM quarantine
  WHERE survey_id = ${surveyId} AND rule = ${finding.rule} AND network = decode(${group.network ?? ''}, 'hex')
  ORDER BY id DESC`

async function retell(tx: Tx, surveyId: number, id: number, { finding, also }: Found) {
  const [row] = await tx.$queryRaw<
    { from: Date; to: Date; size: number; networks: number; cells: Record<string, number> }[]
  >`
    WITH member AS (
      SELECT b.* FROM ballot b JOIN quarantine_member m ON m.quarantine_id = ${id} AND m.reader = b.reader
      WHERE b.title_id = ${TITLE} AND b.survey_id = ${surveyId}
    )
    SELECT min(cast_at) AS from, max(cast_at) AS to, count(*)::int AS size,
      count(DISTINCT network)::int AS networks,
      (SELECT jsonb_object_agg(cell, n) FROM (
        SELECT cell, count(*) AS n FROM member, unnest(cells) AS cell GROUP BY cell
      ) AS c) AS cells
    FROM member`
  if (!row) throw new Error('a quarantine has ballots')
  const { from, to, size, networks, cells } = row
  const picture = await findPicture(tx, surveyId, id, { from, to })
  await tx.quarantine.update({
    where: { id },
    data: { fromAt: from, toAt: to, size, cells, facts: { ...finding.facts, networks, also, picture } },
  })
  return size
}

/**
 * Proposes to set aside what a rule found, or adds it to an existing proposal of the same rule and network. Returns
 * undefined when there is too little new. That is also so when a person kept more ballots of this network in the count
 * before.
 */
export async function flagBallots(tx: Tx, surveyId: number, found: Found): Promise<number | undefined> {
  const { group, finding, now } = found
  const [fresh] = await tx.$queryRaw<{ count: number }[]>`
    SELECT count(*)::int AS count ${newMembers(surveyId, found)}`
  const before = group.network ? await earlier(tx, surveyId, found) : []
  const known = Math.max(0, ...before.map(({ size }) => size))
  if (!fresh || fresh.count < Math.max(MIN_NEW, known)) return undefined
  const open = before.find((one) => one.open)
  const { id } =
    open ??
    (await tx.quarantine.create({
      data: {
        surveyId,
        rule: finding.rule,
        facts: {},
        fromAt: group.from,
        toAt: group.to,
        size: 0,
        cells: {},
        proposedAt: now,
        network: group.network ? new Uint8Array(Buffer.from(group.network, 'hex')) : null,
      },
      select: { id: true },
    }))
  await tx.$executeRaw`
    INSERT INTO quarantine_member (quarantine_id, reader) SELECT ${id}::int, b.reader ${newMembers(surveyId, found)}`
  const size = await retell(tx, surveyId, id, found)
  await tx.quarantineAct.create({
    data: { quarantineId: id, act: open ? 'extended' : 'proposed', size, at: now },
  })
  return open ? undefined : id
}

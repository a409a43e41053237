import { ballotInvariants } from '../ballots/queries/invariants'
import { commentInvariants } from '../comments/queries/invariants'
import { db, longDb, Prisma } from '../platform/db/client'
import { sqlState } from '../platform/db/errors'
import { type Fault, MAX_FAULTS } from '../platform/db/invariant'
import { TITLE } from '../platform/db/title'
import { chainInvariants } from '../results/queries/chain-invariants'
import { resultInvariants } from '../results/queries/invariants'

const INVARIANTS = [...ballotInvariants, ...resultInvariants, ...commentInvariants, ...chainInvariants]

type Found = Fault & { invariant: string }
/** The result of a check. */
export type Checked = {
  surveys: number
  faults: Found[]
  /** Whether everything in the check's scope was checked. */
  complete: boolean
}
type Tx = Prisma.TransactionClient

/**
 * Returns rows of surveys that do not exist, or of another title than this one. The tables of the voting path have no
 * foreign keys, so nothing else notices them.
 */
const orphans = (tx: Tx) => tx.$queryRaw<Fault[]>`
  SELECT name || ' (survey ' || survey_id || ')' AS row, 'is of a survey that does not exist' AS wrong FROM (
    SELECT DISTINCT 'ballot' AS name, title_id, survey_id FROM ballot
    UNION SELECT 'ballot_event', title_id, survey_id FROM ballot_event
    UNION SELECT 'tally', title_id, survey_id FROM tally
    UNION SELECT 'tally_head', title_id, survey_id FROM tally_head
    UNION SELECT 'chain_link', title_id, survey_id FROM chain_link
    UNION SELECT 'snapshot', title_id, survey_id FROM snapshot
    UNION SELECT 'visit', title_id, survey_id FROM visit
    UNION SELECT 'public_figures', ${TITLE}::int, survey_id FROM public_figures
  ) AS found
  WHERE title_id <> ${TITLE} OR NOT EXISTS (SELECT FROM survey s WHERE s.id = found.survey_id)
  ORDER BY 1 LIMIT ${MAX_FAULTS}`

/**
 * Returns sequences that lag behind their column and would issue a number in use: what a careless restore leaves
 * behind.
 */
async function lateSequences(tx: Tx): Promise<Fault[]> {
  const owned = await tx.$queryRaw<{ sequence: string; table: string; column: string }[]>`
    SELECT quote_ident(s.relname) AS sequence, quote_ident(t.relname) AS table, quote_ident(a.attname) AS column
    FROM pg_class s
    JOIN pg_depend d ON d.objid = s.oid AND d.classid = 'pg_class'::regclass AND d.deptype IN ('a', 'i')
    JOIN pg_class t ON t.oid = d.refobjid
    JOIN pg_attribute a ON a.attrelid = t.oid AND a.attnum = d.refobjsubid
    WHERE s.relkind = 'S' AND s.relnamespace = current_schema()::regnamespace ORDER BY 1`
  const faults: Fault[] = []
  for (const { sequence, table, column } of owned) {
    const [next] = await tx.$queryRaw<{ last: bigint; most: bigint | null }[]>`
      SELECT CASE WHEN is_called THEN last_value ELSE last_value - 1 END AS last,
        (SELECT max(${Prisma.raw(column)})::bigint FROM ${Prisma.raw(table)}) AS most
      FROM ${Prisma.raw(sequence)}`
    if (next?.most != null && next.most > next.last)
      faults.push({ row: `sequence ${sequence}`, wrong: `is at ${next.last}, and ${next.most} is taken` })
  }
  return faults
}

/** Runs `work` on one snapshot, whatever is voted meanwhile. `timeout` is in milliseconds. */
const atOneMoment = <T>(timeout: number, work: (tx: Tx) => Promise<T>) =>
  longDb().$transaction(
    async (tx) => {
      await tx.$executeRaw`SELECT set_config('statement_timeout', ${String(timeout)}, true)`
      return work(tx)
    },
    { isolationLevel: 'RepeatableRead', timeout },
  )

async function checkSurvey(tx: Tx, surveyId: number): Promise<Found[]> {
  const found: Found[] = []
  for (const { name, find } of INVARIANTS)
    for (const fault of await find(tx, surveyId)) found.push({ invariant: name, ...fault })
  return found
}

/** Milliseconds for a whole check. A million ballots take half a minute; a check this long has lost its database. */
const MAX_MS = 3600_000

/** Checks every row of every survey for broken invariants. `onSurvey` is called for each survey checked. */
export const checkData = (onSurvey: (id: number) => void = () => undefined): Promise<Checked> =>
  atOneMoment(MAX_MS, async (tx) => {
    const surveys = await tx.survey.findMany({ select: { id: true }, orderBy: { id: 'asc' } })
    const faults: Found[] = []
    for (const { id } of surveys) {
      faults.push(...(await checkSurvey(tx, id)))
      onSurvey(id)
    }
    for (const fault of await orphans(tx)) faults.push({ invariant: 'rows are of a survey', ...fault })
    for (const fault of await lateSequences(tx))
      faults.push({ invariant: 'sequences are ahead of what is taken', ...fault })
    return { surveys: surveys.length, faults, complete: true }
  })

/** Checks one survey; resolves to undefined when there is none with that slug. */
export const checkOne = (slug: string): Promise<Found[] | undefined> =>
  atOneMoment(MAX_MS, async (tx) => {
    const survey = await tx.survey.findUnique({ where: { slug }, select: { id: true } })
    return survey ? checkSurvey(tx, survey.id) : undefined
  })

/** Limits the surveys of a bounded check: those that readers answered last. */
const MAX_SURVEYS = 20
const BOUNDED_MS = 5_000
const CANCELLED = '57014'

/** Checks the surveys that changed last, for as long as a health check may take. `within` is in milliseconds. */
export async function checkLately(within = BOUNDED_MS): Promise<Checked> {
  const end = Date.now() + within
  const surveys = await db().tallyHead.findMany({
    where: { titleId: TITLE },
    orderBy: { at: 'desc' },
    take: MAX_SURVEYS,
    select: { surveyId: true },
  })
  const checked: Checked = { surveys: 0, faults: [], complete: true }
  for (const { surveyId } of surveys) {
    const left = end - Date.now()
    try {
      if (left <= 0) return { ...checked, complete: false }
      checked.faults.push(...(await atOneMoment(left, (tx) => checkSurvey(tx, surveyId))))
      checked.surveys++
    } catch (error) {
      // A timeout is not wrong data; Prisma's own clock (P2028) may be the faster one.
      const late = sqlState(error) === CANCELLED || (error as { code?: string }).code === 'P2028'
      if (!late) throw error
      return { ...checked, complete: false }
    }
  }
  return checked
}

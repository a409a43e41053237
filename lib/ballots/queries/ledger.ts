import { db } from '../../platform/db/client'
import { TITLE } from '../../platform/db/title'
import { LoadingCache } from '../../platform/runtime/loading-cache'
import { oncePerProcess } from '../../platform/runtime/per-process'
import type { SurveyRecord } from '../../surveys/queries/public'
import { MIN_FOR_SHARES } from '../../surveys/rules/figures'
import { type Counts, countsOf, effectOf, plus } from '../rules/integrity/effect'
import { INTEGRITY_RULES, type IntegrityRule } from '../rules/integrity/finding'
import { BALLOT_KEY } from '../rules/tally-keys'
import type { Ledger } from '../schema'
import { publicFigures } from './published'

/** Milliseconds within which a reader's change to a set-aside ballot shows in the ledger. */
const FRESH_MS = 60_000
const MAX_KEPT = 200

type InForce = { id: number; rule: IntegrityRule; since: number }
type Row = { tally: Record<string, number> | null; quarantines: InForce[] | null }

/** Reads the tally and the quarantines in force from one snapshot. */
async function readLedger(surveyId: number): Promise<Row> {
  const [row] = await db().$queryRaw<Row[]>`/* readLedger */
    SELECT (SELECT jsonb_object_agg(cell, count) FROM tally WHERE title_id = ${TITLE} AND survey_id = ${surveyId}) AS tally,
      (
        SELECT jsonb_agg(jsonb_build_object('id', id, 'rule', rule, 'since', extract(epoch FROM set_aside_at)))
        FROM quarantine
        WHERE survey_id = ${surveyId} AND set_aside_at IS NOT NULL AND lifted_at IS NULL
      ) AS quarantines`
  return row ?? { tally: null, quarantines: null }
}

/** Returns what the ballots of a quarantine in force add up to now. */
export async function countSetAside(surveyId: number, id: number): Promise<Counts> {
  const rows = await db().$queryRaw<{ cell: string; count: number }[]>`/* countSetAside */
    SELECT cell, count(*)::int AS count
    FROM quarantine_member m
    JOIN ballot b ON b.title_id = ${TITLE} AND b.survey_id = ${surveyId} AND b.reader = m.reader
      AND b.quarantine_id = m.quarantine_id
    CROSS JOIN unnest(b.cells) AS cell
    WHERE m.quarantine_id = ${id} GROUP BY cell`
  return new Map(rows.map(({ cell, count }) => [cell, count]))
}

const kept = () =>
  oncePerProcess('set-aside', () => new LoadingCache<string, Counts>({ max: MAX_KEPT, ttl: FRESH_MS }))

/** Returns the same, at most a minute old: its cost grows with what is set aside, and everybody may request it. */
const recentlySetAside = async (surveyId: number, { id, since }: InForce): Promise<Counts> =>
  kept().get(`${id} ${since}`, () => countSetAside(surveyId, id))

const ballotsIn = (counts: Counts) => counts.get(BALLOT_KEY) ?? 0

function ledgerOf(view: SurveyRecord['view'], counted: Counts, byRule: Map<IntegrityRule, Counts>): Ledger {
  const setAside = INTEGRITY_RULES.flatMap((rule) => {
    const counts = byRule.get(rule)
    if (!counts) return []
    const effect = effectOf(view.questions, plus(counted, counts), counted, MIN_FOR_SHARES)
    return [{ rule, ballots: ballotsIn(counts), effect }]
  })
  const aside = setAside.reduce((sum, one) => sum + one.ballots, 0)
  return { received: ballotsIn(counted) + aside, counted: ballotsIn(counted), setAside }
}

async function liveLedger({ id: surveyId, view }: SurveyRecord): Promise<Ledger> {
  const { tally, quarantines } = await readLedger(surveyId)
  const byRule = new Map<IntegrityRule, Counts>()
  for (const one of quarantines ?? [])
    byRule.set(one.rule, plus(byRule.get(one.rule) ?? new Map(), await recentlySetAside(surveyId, one)))
  return ledgerOf(view, countsOf(tally ?? {}), byRule)
}

/**
 * Returns what this consultation received, counts, and has set aside by which rule, with the effect on each share. Uses
 * the figures that readers see; where there are too few ballots for figures, only their numbers.
 */
export async function findLedger(survey: SurveyRecord): Promise<Ledger> {
  const figures = await publicFigures(survey)
  if (figures.kind === 'step') {
    const byRule = Object.entries(figures.aside).map(([rule, cells]) => [rule, countsOf(cells)] as const)
    return ledgerOf(survey.view, figures.tally.counts, new Map(byRule as [IntegrityRule, Counts][]))
  }
  const ledger = await liveLedger(survey)
  if (figures.kind === 'exact') return ledger
  return { ...ledger, setAside: ledger.setAside.map((one) => ({ ...one, effect: [] })) }
}

import { db, longDb, type Prisma } from '../../platform/db/client'
import { oncePerProcess } from '../../platform/runtime/per-process'
import { log } from '../../platform/telemetry/log'
import { answeredSince, findAnomalies, findTimeline, LOOKED_AT_HOURS } from '../queries/anomalies'
import { findAutomatic, isAutomatic } from '../queries/automatic'
import { type Finding, INTEGRITY_RULES, type IntegrityRule } from '../rules/integrity/finding'
import { inspect } from '../rules/integrity/inspect'
import type { Group } from '../rules/integrity/sample'
import { findBursts } from '../rules/integrity/timeline'
import { flagBallots } from './flag'
import { tryLockQuarantines } from './move-quarantined'
import { setAsideByRule } from './quarantine'

const MAX_MS = 120_000
/**
 * The factor between a survey's rest and the inspection before it. So inspections cost at most a twentieth of the time
 * at any size.
 */
const REST_TIMES = 20

type Found = { group: Group; finding: Finding; also: IntegrityRule[] }

/**
 * Returns what the rules find in the ballots of the last days, the surest first. Returns nothing while another process
 * inspects them.
 */
async function look(tx: Prisma.TransactionClient, surveyId: number, now: Date): Promise<Found[]> {
  const since = new Date(now.getTime() - LOOKED_AT_HOURS * 3600_000)
  const bursts = findBursts(await findTimeline(tx, surveyId, since))
  const { version } = await tx.survey.findUniqueOrThrow({
    where: { id: surveyId },
    select: { version: true },
  })
  const questions = await tx.question.count({ where: { surveyId, version } })
  const suspects = await findAnomalies(tx, surveyId, { since, bursts, questions })
  // The narrowest first: what is found of a link is not attributed to the wider network that contains it.
  const width = ({ group }: Found) => -(group.network?.length ?? 0)
  const rank = ({ finding }: Found) => INTEGRITY_RULES.indexOf(finding.rule)
  return suspects
    .flatMap(({ group, compared }): Found[] => {
      const findings = inspect(group, compared)
      const rules = findings.map(({ rule }) => rule)
      return findings.map((finding) => ({
        group,
        finding,
        also: rules.filter((rule) => rule !== finding.rule),
      }))
    })
    .sort(
      (one, other) =>
        rank(one) - rank(other) || width(one) - width(other) || other.group.size - one.group.size,
    )
}

/**
 * Inspects the last days of a survey and proposes what the rules find. Sets aside at once what an automatic rule
 * proposed. Resolves to the ids of the new quarantines.
 */
export async function inspectSurvey(surveyId: number, now = new Date()): Promise<number[]> {
  const automatic = await findAutomatic(surveyId)
  const proposed = await longDb().$transaction(
    async (tx) => {
      if (!(await tryLockQuarantines(tx, surveyId))) return []
      const made: number[] = []
      for (const found of await look(tx, surveyId, now)) {
        const id = await flagBallots(tx, surveyId, { ...found, now })
        if (id !== undefined) made.push(id)
      }
      return made
    },
    { timeout: MAX_MS, maxWait: 10_000 },
  )
  const open = await db().quarantine.findMany({
    where: { surveyId, setAsideAt: null, dismissedAt: null },
    select: { id: true, rule: true },
  })
  for (const { id, rule } of open)
    if (isAutomatic(automatic, rule as IntegrityRule)) await setAsideByRule(id, now)
  return proposed
}

type Looked = { seq: bigint; after: number }
const looked = () => oncePerProcess('inspected', () => new Map<number, Looked>())

/**
 * Inspects every survey that was answered since its last inspection. With `again`, inspects every survey answered in
 * these days. A failure in one survey does not stop the others.
 */
export async function inspectAll(now = new Date(), again?: 'again'): Promise<void> {
  const since = new Date(now.getTime() - LOOKED_AT_HOURS * 3600_000)
  for (const { surveyId, seq } of await answeredSince(since)) {
    const last = looked().get(surveyId)
    if (!again && last && (last.seq === seq || last.after > now.getTime())) continue
    const begun = performance.now()
    try {
      const proposed = await inspectSurvey(surveyId, now)
      if (proposed.length) log().warn({ survey: surveyId, proposed }, 'ballots were found suspicious')
    } catch (error) {
      log().error({ err: error, survey: surveyId }, 'a survey could not be inspected')
    }
    const took = performance.now() - begun
    looked().set(surveyId, { seq, after: now.getTime() + REST_TIMES * took })
  }
}

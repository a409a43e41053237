import { burst } from './checks/burst'
import { cadence } from './checks/cadence'
import { pattern } from './checks/pattern'
import { speed } from './checks/speed'
import { timing } from './checks/timing'
import { token } from './checks/token'
import type { Compared, Finding, IntegrityCheck, IntegrityRule } from './finding'
import type { Group } from './sample'

const CHECKS: Record<IntegrityRule, IntegrityCheck> = { token, speed, timing, cadence, pattern, burst }

/** With fewer other ballots than this there is no comparison: only rules that need none are applied. */
const MIN_ELSEWHERE = 30
const ALONE: IntegrityRule[] = ['cadence']

/** Returns what the rules find in one group, in their order. A shared address never suffices. */
export function inspect(group: Group, compared: Compared): Finding[] {
  return (Object.keys(CHECKS) as IntegrityRule[])
    .filter((rule) => compared.crowd.size >= MIN_ELSEWHERE || ALONE.includes(rule))
    .flatMap((rule) => CHECKS[rule](group, compared) ?? [])
}

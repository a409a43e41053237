import { burst } from './checks/burst'
import { cadence } from './checks/cadence'
import { pattern } from './checks/pattern'
import { speed } from './checks/speed'
import { timing } from './checks/timing'
import { token } from './checks/token'
import type { Compared, Finding, IntegrityCheck, IntegrityRule } from './finding'
import type { Group } from './sample'

const CHECKS: Record<IntegrityRule, IntegrityCheck> = { token, speed, timing, cadence, pattern, burst }

/** Of fewer ballots of everybody else nothing can be compared with them: only what needs no comparison is asked. */
const FEWEST_ELSEWHERE = 30
const ALONE: IntegrityRule[] = ['cadence']

/** What the rules find in one group, in their order. Sharing an address is never enough. */
export function inspect(group: Group, compared: Compared): Finding[] {
  return (Object.keys(CHECKS) as IntegrityRule[])
    .filter((rule) => compared.crowd.size >= FEWEST_ELSEWHERE || ALONE.includes(rule))
    .flatMap((rule) => CHECKS[rule](group, compared) ?? [])
}

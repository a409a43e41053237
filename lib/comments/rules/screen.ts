import type { Check, CheckInput } from './check-input'
import { bannedWords } from './checks/banned-words'
import { closed } from './checks/closed'
import { flood } from './checks/flood'
import { language } from './checks/language'
import { length } from './checks/length'
import { links } from './checks/links'
import { mode } from './checks/mode'
import { muted } from './checks/muted'
import { newcomer } from './checks/newcomer'
import { repeated } from './checks/repeated'
import { shouting } from './checks/shouting'
import { suspectWords } from './checks/suspect-words'
import { CHECK_FAILED, type Finding, RULES, type Rule } from './finding'

type OwnRule = Exclude<Rule, 'hook' | 'mode'>

/** Our own checks, in the order of RULES. */
const OWN_CHECKS: Record<OwnRule, Check> = {
  muted,
  closed,
  banned_words: bannedWords,
  length,
  flood,
  links,
  shouting,
  repeated,
  suspect_words: suspectWords,
  language,
  newcomer,
}
const IN_ORDER = RULES.filter((rule): rule is OwnRule => Object.hasOwn(OWN_CHECKS, rule))

/** A finding that wants something done. */
type Deciding = Finding & { effect: NonNullable<Finding['effect']> }

/** A check that threw, and its error. */
export type Failure = { rule: Rule; error: unknown }
/** The decision of the checks: the deciding finding, and all findings. */
export type Verdict = { rule: string; decidedBy: Deciding; findings: Finding[] }

/** Returns the first finding that wants something; it decides, whatever comes after it. */
export const deciding = (findings: Finding[]): Deciding | undefined =>
  findings.find((finding): finding is Deciding => finding.effect !== undefined)

/** Returns the finding of a check that broke: the text waits for a person, who sees which check did not run. */
export const failedFinding = (rule: Rule): Finding => ({ rule, effect: 'hold', skipped: 'failed' })

/**
 * Returns what our own checks find in a comment, in their order. A check that throws stops no other: it holds the
 * comment, and its error is returned beside the findings.
 */
export function ownFindings(said: CheckInput, now: Date): { findings: Finding[]; failures: Failure[] } {
  const failures: Failure[] = []
  const findings = IN_ORDER.flatMap((rule) => {
    try {
      return OWN_CHECKS[rule](said, now)
    } catch (error) {
      failures.push({ rule, error })
      return [failedFinding(rule)]
    }
  })
  return { findings, failures }
}

/**
 * Returns the decision that findings lead to. The first in order that wants something decides, and the survey's mode
 * where none does. Everything found is kept for the people who read the comment.
 */
export function verdictOf(found: Finding[], said: CheckInput, now: Date): Verdict {
  const findings = [...found, ...mode(said, now)]
  const decidedBy = deciding(findings)
  if (!decidedBy) throw new Error('the survey’s mode decides when nothing else does')
  const rule = decidedBy.skipped === 'failed' ? CHECK_FAILED : decidedBy.rule
  return { rule, decidedBy, findings }
}

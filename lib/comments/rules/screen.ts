import { bannedWords } from './checks/banned-words'
import { closed } from './checks/closed'
import { flood } from './checks/flood'
import { hook } from './checks/hook'
import { language } from './checks/language'
import { length } from './checks/length'
import { links } from './checks/links'
import { mode } from './checks/mode'
import { muted } from './checks/muted'
import { newcomer } from './checks/newcomer'
import { repeated } from './checks/repeated'
import { shouting } from './checks/shouting'
import { suspectWords } from './checks/suspect-words'
import type { Effect, Finding, Rule } from './finding'
import type { Check, Said } from './said'

const CHECKS: Record<Rule, Check> = {
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
  hook,
  mode,
}

export type Verdict = { effect: Effect; decidedBy: Finding; findings: Finding[] }

/**
 * What the checks make of a comment: the first in order that wants something decides; everything else they found is
 * kept for whoever reads it.
 */
export function screen(said: Said, now: Date): Verdict {
  const findings = Object.values(CHECKS).flatMap((check) => check(said, now))
  const decidedBy = findings.find((finding) => finding.effect)
  if (!decidedBy?.effect) throw new Error('the survey’s mode decides when nothing else does')
  return { effect: decidedBy.effect, decidedBy, findings }
}

import { anyOf, grammarPattern, grammarWords, optionPattern } from '../../languages'
import type { Connector } from './alternatives'
import { isClause, saidLength } from './options/clause'
import { isParticiple } from './options/verbs'
import { beginsWithVerb, classOf } from './options/words'

const EXISTENCE = new RegExp(`^(?:.{0,40}\\b)?${grammarWords(({ existence }) => existence)}\\b`)
const EVER = new RegExp(`\\b${grammarWords(({ ever }) => ever)}\\b`)
const DONE = grammarPattern(({ done }) => done)
const HAD = grammarPattern(({ had }) => had)
const PARTICIPLE = grammarPattern(({ participle }) => participle)
const WAY = grammarPattern(({ way }) => way)
const STATE = grammarPattern(({ state }) => state)
const WISH = grammarPattern(({ wish }) => wish)
const SHARED_VERB = grammarPattern(({ sharedVerb }) => sharedVerb)
const INTENT = grammarPattern(({ intent }) => intent)
const ALLOWED = grammarPattern(({ allowed }) => allowed)
const CONTRAST = new RegExp(`\\b${grammarWords(({ contrast }) => contrast)}`)
const NOT_ENOUGH = new RegExp(`^${grammarWords(({ notEnough }) => notEnough)}\\b`)
const RELATIVE = grammarPattern(({ relative }) => relative)
/** Matches a noun with the relative clause that says which. */
const AGAIN = /^(?:[a-z']+ )?[a-z]+ (?:who|that|qui|a|to) /
const OWN_RELATIVE = grammarPattern(({ ownRelative }) => ownRelative)
const SUBJECT_INVERTED = grammarPattern(({ inversion }) => inversion)
const ACT = grammarPattern(({ act }) => act)
const YES_OR_NO = new RegExp(`\\b${anyOf(({ questions }) => questions.yesOrNo)}\\b`)
const OR_NOT = grammarPattern(({ orNot }) => orNot)
const OR_NOT_AT_ALL = grammarPattern(({ orNotAtAll }) => orNotAtAll)
const OWN_SUBJECT = optionPattern(({ ownSubject }) => ownSubject)
const INSTEAD = optionPattern(({ instead }) => instead)
const READER_ACTS = optionPattern(({ readerActs }) => readerActs)
const FOCUS = optionPattern(({ focus }) => focus)
const STARTS_CLAUSE = optionPattern(({ nextClause }) => nextClause)
const REPEATED = new RegExp(`^${grammarWords(({ repeated }) => repeated)} `)
const TWICE = grammarPattern(({ twice }) => twice)

/** Returns whether three things done are listed: “have you sold, kept or lent…”. */
function actsListed(hidden: string, before: string, after: string): boolean {
  const [, ...others] = before.split(', ')
  const acts = [...others, after.trim()].map((act) => act.replace(FOCUS, ''))
  if (others.length === 0 || EVER.test(hidden)) return false
  return acts.every((act) => ACT.test(act) || isParticiple(/^[a-z]+/.exec(act)?.[0] ?? ''))
}

/** Returns whether «ou» joins words of the question and not its answers. Expects a bared question. */
export function isIncidental(hidden: string, found: Connector[]): boolean {
  const first = found[0]
  const last = found.at(-1)
  if (!first || !last) return true
  if (YES_OR_NO.test(hidden) || OR_NOT.test(hidden)) return true
  if (found.length === 1 && OR_NOT_AT_ALL.test(hidden)) return true
  const before = hidden.slice(0, first.start)
  const after = hidden.slice(last.end)
  const inverted = SUBJECT_INVERTED.exec(hidden)
  // Both names stand before the verb: «Les maires ou les préfets doivent-ils… ?» asks about both.
  if (
    inverted &&
    inverted.index > last.end &&
    !STARTS_CLAUSE.test(after.trim()) &&
    !OWN_SUBJECT.test(after.trim())
  )
    return true
  // «Loueriez-vous une barque plutôt que d'en acheter une ?» asks about the first alone.
  if (
    INSTEAD.test(hidden.slice(first.start, first.end)) &&
    READER_ACTS.test(before) &&
    !CONTRAST.test(before)
  )
    return true
  if (SHARED_VERB.test(hidden)) return true
  // A second clause with a verb of its own is the other answer.
  if (isClause(after.trim()) || (saidLength(before) > 0 && saidLength(after.trim()) > 0)) return false
  const joins = hidden.slice(first.start, first.end)
  if (CONTRAST.test(before) || CONTRAST.test(joins) || NOT_ENOUGH.test(after)) return false
  const kind = AGAIN.exec(after.trim())?.[0]
  // “the type who plans or the type who improvises”.
  if (RELATIVE.test(before) && !OWN_RELATIVE.test(after.trim()) && !(kind && before.includes(kind)))
    return true
  const second = after.trim().replace(/^(?:de |d'|a (?=[a-z']+(?:er|ir|re)\b|s'|se ))/, '')
  if (ALLOWED.test(before) && classOf(second, 'fr') !== 'infinitive' && !beginsWithVerb(second)) return true
  if (INTENT.test(before) && found.length === 1 && !/^(?:to |[a-z]+ing\b)/.test(second)) {
    const verb = classOf(second, 'fr') === 'infinitive'
    return !verb && !/, /.test(before)
  }
  if (!EXISTENCE.test(before) || actsListed(hidden, before, after)) return false
  if (!EVER.test(before)) {
    if (DONE.test(before) && (WAY.test(after.trim()) || STATE.test(hidden))) return false
    // «voté pour le pont ou pour le bac»: the repeated preposition separates two answers.
    const again = REPEATED.exec(after.trim())?.[0]
    // After a comma both only say for whom: «…, pour vous ou pour un proche».
    if (again && before.includes(` ${again}`) && !before.includes(`, ${again}`)) return false
    // «auriez-vous signé le bail ou exigé mieux»: two things done, one subject.
    if (HAD.test(before) && PARTICIPLE.test(after.trim())) return false
    if (WISH.test(before) && classOf(second, 'fr') === 'infinitive') return false
  }
  // «Avez-vous aimé ou détesté… ?» is a choice nevertheless.
  return !TWICE.test(before) || EVER.test(before) || after.split(' ').length > 8
}

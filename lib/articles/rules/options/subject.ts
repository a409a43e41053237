import type { Frame } from '../../languages/frame'
import { isParticiple, mayBeVerb } from './verbs'
import { classOf } from './words'

/** Matches auxiliaries that a subject and a verb follow: the verb in its plain form, or its participle after “have”. */
const MODAL =
  /^(?:.{0,40}, )?(?:and |so |but )?(?:should|will|would|can|could|must|does|do|did|may|might|has|have|had) /
const HAS = /\b(?:has|have|had) $/
const PRONOUN = /^(?:it|they|he|she|you|we|there|i)\b/
const DEMONSTRATIVE = /^(?:this|that|these|those) /
const ADVERBS =
  /^(?:(?:ever|still|really|now|simply|just|always|never|also|finally|rather|actually|already|eventually|all|only) )*/
const LINKS = /^(?:be|been|become|seem|look|feel|sound|appear|remain|stay) (?:(?:more |most )?like )?/
/** Maximum words of a subject: a longer one is a clause. */
const MAX_WORDS = 12

/**
 * Returns the frame of an English question whose subject is no pronoun: “should the old mill become…”, “has the series
 * improved…”. It ends at the verb that its auxiliary requires; undefined where none follows.
 */
export function subjectFrame(first: string): Frame | undefined {
  const modal = MODAL.exec(first)?.[0]
  if (modal === undefined) return undefined
  const subject = first.slice(modal.length)
  if (PRONOUN.test(subject)) return undefined
  const due = HAS.test(modal) ? isParticiple : mayBeVerb
  const words = [...subject.matchAll(/[^ ,]+/g)].slice(0, MAX_WORDS)
  const alone = DEMONSTRATIVE.test(subject) && due(words[1]?.[0] ?? '')
  const from = classOf(subject, 'en') === 'determiner' && !alone ? 2 : 1
  const verbs = words.filter(({ 0: word }, at) => at >= from && due(word))
  const verb = verbs.find(({ index, 0: word }, at) => {
    // “the city park close”: of two candidates in a row, the noun stands first.
    const next = verbs[at + 1]
    return next?.index !== index + word.length + 1 || /^(?:be|been|help)$/.test(word)
  })
  // An unknown verb of a subject with its article follows the noun.
  const start = verb?.index ?? (from === 2 ? words[from]?.index : undefined)
  if (start === undefined) return undefined
  const at = start + (ADVERBS.exec(subject.slice(start))?.[0].length ?? 0)
  const links = LINKS.exec(subject.slice(at))?.[0]
  const kept = links === undefined || /^(?:become|remain|stay) $/.test(links) ? 0 : links.length
  return { length: modal.length + at + kept, kind: kept > 0 ? 'be' : 'do' }
}

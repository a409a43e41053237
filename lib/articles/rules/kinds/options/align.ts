import type { Frame } from '../../../languages/frame'
import type { Language } from '../../closing/found'
import { isClause } from './clause'
import { type Phrase, slice, trimmed } from './phrase'
import { CLASSES } from './starts/classes'
import { LIKENESS } from './starts/likeness'
import { QUALITIES } from './starts/qualities'
import { type Seen, seen } from './starts/seen'
import { linked, WHOLE } from './starts/whole'
import { beginsWithVerb } from './words'

/** Returns the start that the first applicable rule finds; else 0. */
function startOf(given: Seen): number {
  const told = given.wanted === 'word' ? QUALITIES : CLASSES
  for (const rule of [...WHOLE, ...LIKENESS, linked, ...told]) {
    const start = rule(given)
    if (start !== undefined) return start
  }
  return 0
}

/**
 * Returns the first alternative without the rest of the question: the part that begins as another alternative does.
 * «lire sur papier» beside «sur écran» becomes «sur papier». The nearest alternative with a result decides.
 */
export function align(rest: Phrase, others: Phrase[], frame: Frame, language: Language): Phrase {
  // Where one alternative is an act, none is the object of the first verb.
  const acting = language === 'en' && others.some(({ plain }) => beginsWithVerb(plain) && !isClause(plain))
  for (const other of others) {
    const given = seen(rest, other, acting ? { ...frame, acts: true } : frame, language)
    // «doit être taxée ou interdite»: the verb belongs to the frame.
    if (given.wanted !== 'infinitive' && /^(?:etre|be) /.test(rest.plain))
      return align(slice(rest, rest.plain.indexOf(' ') + 1), others, frame, language)
    const start = startOf(given)
    if (start > 0) return trimmed(slice(rest, start))
  }
  return rest
}

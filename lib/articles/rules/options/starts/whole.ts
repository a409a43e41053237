import { isClause } from '../clause'
import { predicateStart } from '../predicate'
import type { Start } from './seen'

/** «ou l'inverse»: says all of the first alternative the other way round. */
const OPPOSITE = /^(?:l'inverse|le contraire|l'oppose|vice versa|the (?:opposite|reverse|other way round))\b/
const JUDGED = /^(?:(?:les?|la|ce|cet|cette|ces|votre|vos|un|une|des) |l')[a-z'-]+ (?=[a-z'-]+$)/
const QUOTED = /^(?:une? |an? |the |le |la )?[«“"][^»”"]*[»”"]$/

const opposite: Start = ({ next }) => (OPPOSITE.test(next) ? 0 : undefined)

/** A clause of its own answers all of the first one. */
const clause: Start = ({ rest, next, language, frame }) => {
  if (!isClause(next)) return undefined
  // «jugez-vous ce bac sûr ou faut-il y renoncer»
  const judged = language === 'fr' && frame.kind === 'judge' ? JUDGED.exec(rest) : null
  if (judged) return judged[0].length
  // “Was the ending good or did it disappoint”: what is said of the subject.
  return language === 'en' && frame.kind === 'judge' ? predicateStart(rest) : 0
}

/** What stands in quotes is not cut. */
const quoted: Start = ({ rest }) => (QUOTED.test(rest) ? 0 : undefined)

/** Alternatives that take all that follows the frame. */
export const WHOLE: Start[] = [opposite, clause, quoted]

/** «est-ce un progrès ou un recul»: nothing stands between the verb and what is said. */
export const linked: Start = ({ frame, wanted, rest }) =>
  frame.kind === 'be' && wanted !== 'preposition' && !/^up to /.test(rest) ? 0 : undefined

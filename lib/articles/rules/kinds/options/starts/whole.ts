import { optionPattern } from '../../../../languages'
import { isClause } from '../clause'
import { predicateStart } from '../predicate'
import type { Start } from './seen'

/** Matches «ou l'inverse», which reverses the whole first alternative. */
const OPPOSITE = optionPattern(({ opposite }) => opposite)
const JUDGED = optionPattern(({ judgedNoun }) => judgedNoun)
const QUOTED = /^(?:une? |an? |the |le |la )?[«“"][^»”"]*[»”"]$/

const opposite: Start = ({ next }) => (OPPOSITE.test(next) ? 0 : undefined)

/** Keeps all of the first alternative beside a clause with its own verb. */
const clause: Start = ({ rest, next, language, frame }) => {
  if (!isClause(next)) return undefined
  // «jugez-vous ce bac sûr ou faut-il y renoncer».
  const judged = language === 'fr' && frame.kind === 'judge' ? JUDGED.exec(rest) : null
  if (judged) return judged[0].length
  // “Was the ending good or did it disappoint”: the predicate of the subject.
  return language === 'en' && frame.kind === 'judge' ? predicateStart(rest) : 0
}

/** Keeps a quotation whole. */
const quoted: Start = ({ rest }) => (QUOTED.test(rest) ? 0 : undefined)

/** The rules for alternatives that include everything after the frame. */
export const WHOLE: Start[] = [opposite, clause, quoted]

/** Keeps everything where nothing stands between the verb and the predicate: «est-ce un progrès ou un recul». */
export const linked: Start = ({ frame, wanted, rest }) =>
  frame.kind === 'be' && wanted !== 'preposition' && !/^up to /.test(rest) ? 0 : undefined

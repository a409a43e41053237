import { optionPattern, PACKS } from '../../../languages'
import type { Language } from '../../closing/found'
import { saidLength } from './clause'
import { type Phrase, slice, trimmed } from './phrase'
import { stated } from './subject'
import { classOf } from './words'

const VERB_FIRST = optionPattern(({ clauseWords }) => clauseWords)
/** Matches «peut-on l'empêcher», which becomes «on peut l'empêcher»: the subject stays impersonal. */
const IMPERSONAL = optionPattern(({ impersonal }) => impersonal)

function withoutHead(given: Phrase, language: Language): Phrase {
  const own = PACKS[language].options
  const head = own.head?.exec(given.plain)?.[0].length ?? 0
  const rest = trimmed(slice(given, head))
  if (language === 'en') {
    const statement = stated(rest)
    if (statement) return statement
    const clause = own.clause?.exec(rest.plain)
    if (!clause) return rest
    const modal = rest.text.slice(0, clause[1]?.length)
    const verb = slice(rest, clause[0].length)
    return { text: `${modal} ${verb.text}`, plain: `${clause[1]} ${verb.plain}` }
  }
  const only = own.onlyThat?.exec(rest.plain)?.[0].length
  if (only) return slice(rest, only)
  const said = /^(?:vous|tu|on) (?![a-z' ]*-vous\b)/.test(rest.plain) ? saidLength(rest.plain) : 0
  if (said > 0) return slice(rest, said)
  const one = IMPERSONAL.exec(rest.plain)
  if (one?.[1] && one[2]) {
    const after = trimmed(slice(rest, one[0].length))
    return {
      text: `${one[2]} ${rest.text.slice(0, one[1].length)} ${after.text}`,
      plain: `${one[2]} ${one[1]} ${after.plain}`,
    }
  }
  const inverted = VERB_FIRST.exec(rest.plain) ?? own.namedBefore?.exec(rest.plain)
  if (!inverted?.[1]) return rest
  const end = inverted[1].length
  const after = inverted[0].length
  return {
    text: rest.text.slice(0, end) + rest.text.slice(after),
    plain: rest.plain.slice(0, end) + rest.plain.slice(after),
  }
}

const GOVERNED = optionPattern(({ governed }) => governed)
const OF = optionPattern(({ of }) => of)
const NEVER_PARTITIVE = optionPattern(({ neverPartitive }) => neverPartitive)

/**
 * Returns whether the «de» or «à» before the alternatives belongs to the verb («relève de») and is no article («boire
 * de l'eau»).
 */
export const governsOf = (plainQuestion: string, options: Phrase[]) =>
  GOVERNED.test(plainQuestion) ||
  (options.every(({ plain }) => OF.test(plain)) &&
    options.some(({ plain }) => NEVER_PARTITIVE.test(plain))) ||
  options.every(({ plain }) => /^a /.test(plain) && classOf(plain.slice(2), 'fr') === 'infinitive')

const SET_OF = optionPattern(({ setOf }) => setOf)

function withoutElision(given: Phrase, next: boolean): Phrase {
  const swap = (from: number, instead: string): Phrase => ({
    text: instead + given.text.slice(from),
    plain: instead + given.plain.slice(from),
  })
  const { plain } = given
  if (SET_OF.test(plain)) return given
  if (/^d'(?:un|une)\b/.test(plain)) return swap(2, '')
  if (/^a une? /.test(plain) && next) return swap(2, '')
  if (/^comme (?:une?|des|les?|la) |^comme l'/.test(plain)) return swap(6, '')
  if (/^d'/.test(plain) && (next || classOf(plain.slice(2), 'fr') === 'infinitive')) return swap(2, '')
  if (/^de (?:la|l')/.test(plain) && next) return swap(3, '')
  if (/^du /.test(plain) && next) return swap(3, 'le ')
  const that = /^qu(?:'|e )/.exec(plain)?.[0].length
  if (that) return swap(that, '')
  const infinitive = (next ? /^(?:de|a) / : /^de /).exec(plain)?.[0].length
  if (infinitive && classOf(plain.slice(infinitive), 'fr') === 'infinitive') return swap(infinitive, '')
  if (/^de (?!.{0,20}\ba\b)/.test(plain) && next) return swap(3, '')
  return given
}

/** Returns an alternative as readers should see it: without a leading verb, and «d'attendre» as «attendre». */
export function wordingOf(given: Phrase, language: Language, afterOf: boolean): string {
  let phrase = withoutHead(trimmed(given), language)
  if (language === 'fr') phrase = withoutElision(phrase, afterOf)
  else if (/^(?:to [a-z]|as (?!.* as ))/.test(phrase.plain)) phrase = slice(phrase, 3)
  return unpaired(trimmed(phrase).text)
}

/** Removes a bracket or quotation mark whose partner stayed in the rest of the question. */
function unpaired(text: string): string {
  if (/^[«“"(]/.test(text) && !/[»”")]/.test(text.slice(1))) return text.slice(1).trim()
  if (/[»”)]$/.test(text) && !/[«“(]/.test(text)) return text.slice(0, -1).trim()
  return text
}

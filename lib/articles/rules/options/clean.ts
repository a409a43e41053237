import type { Language } from '../found'
import { CLITICS, saidLength } from './clause'
import { type Phrase, slice, trimmed } from './phrase'
import { classOf } from './words'

const FRENCH_HEAD =
  /^(?:(?:plutot|alors|meme|encore|n'est-ce pas|n'est-ce que(?= )|simplement(?= (?:une?|des?|les?|la|du|mieux|plus|[a-z']+(?:er|ir|oir|[dtvpu]re|[lf]ire))\b| [ld]')|(?:seulement|uniquement)(?= (?:(?:les?|la) |l')?(?:mieux|plus|[a-z']+(?:er|ir|oir|[dtvpu]re|[lf]ire))\b)|au contraire,?|est-ce|est-ce que c'est|s'agit-il|c'est|qu'il s'agit|serait-ce|sera-ce|etes-vous|preferez-vous|pensez-vous que c'est|est-elle|est-il|sont-ils|sont-elles|faut-il|faudrait-il|fallait-il|faudra-t-il|doit-on|vaut-il mieux) )+(?! ?$)/
const ENGLISH_HEAD =
  /^(?:(?:maybe|perhaps|rather|even|being|(?:just|simply)(?= (?:an?|the)\b)|(?:is|are|was|were|do|does|did) (?:it|this|that|they|you|we|he|she|there)(?: just| all| really)?|would you rather|do you prefer) )+(?! ?$)/
const ENGLISH_CLAUSE =
  /^(will|would|should|could|can|must|might|has|have|had) (?:it|this|that|they|you|we|he|she|there) /
const FRENCH_CLAUSE = new RegExp(
  `^((?:ne |n')?${CLITICS}[a-z]+)-(?:t-)?(?:il|elle|ils|elles|on|ce|vous|tu|nous)\\b`,
)
/** Matches «n'est-ce qu'un orage». */
const ONLY = /^n'est-ce qu'/
/** Matches «peut-on l'empêcher», which becomes «on peut l'empêcher»: the subject stays impersonal. */
const FRENCH_ONE = new RegExp(`^((?:ne |n')?${CLITICS}[a-z]+)-(?:t-)?(on)\\b`)
/** Matches «le prix est-il correct»: the noun already stands before its verb. */
const FRENCH_NAMED =
  /^((?:(?:cela|ca|le|la|les|ce|cet|cette|ces|un|une|votre|notre|leur|son|sa|ses) |l')[^,?]{2,60}? (?:n'|s'|l'|m'|t')?[a-z]+)-(?:t-)?(?:il|elle|ils|elles)\b/

/** Matches “did the court go too far”: with a subject of one noun the position of the verb is known. */
const NAMED_CLAUSE =
  /^(will|would|should|could|can|must|might|does|do|did|has|have) ((?:the|this|that|your|our|their|its|his|her) [a-z]+|[a-z]{3,}s) (?!of\b|in\b|for\b|and\b)/

function withoutHead(given: Phrase, language: Language): Phrase {
  const head = (language === 'fr' ? FRENCH_HEAD : ENGLISH_HEAD).exec(given.plain)?.[0].length ?? 0
  const rest = trimmed(slice(given, head))
  if (language === 'en') {
    const named = NAMED_CLAUSE.exec(rest.plain)
    if (named?.[1] && named[2]) {
      const verb = named[1].length + 1
      const subject = slice(rest, verb, verb + named[2].length)
      const after = slice(rest, named[0].length)
      return {
        text: `${subject.text} ${named[1]} ${after.text}`,
        plain: `${subject.plain} ${named[1]} ${after.plain}`,
      }
    }
    const clause = ENGLISH_CLAUSE.exec(rest.plain)
    if (!clause) return rest
    const modal = rest.text.slice(0, clause[1]?.length)
    const verb = slice(rest, clause[0].length)
    return { text: `${modal} ${verb.text}`, plain: `${clause[1]} ${verb.plain}` }
  }
  const only = ONLY.exec(rest.plain)?.[0].length
  if (only) return slice(rest, only)
  const said = /^(?:vous|tu|on) (?![a-z' ]*-vous\b)/.test(rest.plain) ? saidLength(rest.plain) : 0
  if (said > 0) return slice(rest, said)
  const one = FRENCH_ONE.exec(rest.plain)
  if (one?.[1] && one[2]) {
    const after = trimmed(slice(rest, one[0].length))
    return {
      text: `${one[2]} ${rest.text.slice(0, one[1].length)} ${after.text}`,
      plain: `${one[2]} ${one[1]} ${after.plain}`,
    }
  }
  const inverted = FRENCH_CLAUSE.exec(rest.plain) ?? FRENCH_NAMED.exec(rest.plain)
  if (!inverted?.[1]) return rest
  const end = inverted[1].length
  const after = inverted[0].length
  return {
    text: rest.text.slice(0, end) + rest.text.slice(after),
    plain: rest.plain.slice(0, end) + rest.plain.slice(after),
  }
}

const GOVERNED =
  /\b(?:s'agi(?:t|ssait|sse)|envie|besoin|peur|parle[a-z]*|plutot du cote|relev[a-z]*|depend[a-z]*|(?:pro)?vien[a-z]*|temoign[a-z]*|result[a-z]*|souven[a-z]*|rapproch[a-z]*|eloign[a-z]*|proche|digne)\b[^,]{0,20} d(?:e |'|u |es )|\b(?:croy|croi|pens|attend|assist|songe)[a-z]*(?:-(?:vous|tu|on|il|elle))?(?: plutot)? a une? /

const OF = /^(?:de |d'|du |des )/
/** Matches what no partitive article looks like. */
const NEVER_PARTITIVE =
  /^(?:d'une? |d'(?!autres)[a-z]|de (?!la\b|l'|nouve|bon|grand|petit|vrai|simpl|mauvais)[a-z])/

/**
 * Returns whether the «de» or «à» before the alternatives belongs to the verb («relève de») and is no article («boire
 * de l'eau»).
 */
export const governsOf = (plainQuestion: string, options: Phrase[]) =>
  GOVERNED.test(plainQuestion) ||
  (options.every(({ plain }) => OF.test(plain)) &&
    options.some(({ plain }) => NEVER_PARTITIVE.test(plain))) ||
  options.every(({ plain }) => /^a /.test(plain) && classOf(plain.slice(2), 'fr') === 'infinitive')

function withoutElision(given: Phrase, next: boolean): Phrase {
  const swap = (from: number, instead: string): Phrase => ({
    text: instead + given.text.slice(from),
    plain: instead + given.plain.slice(from),
  })
  const { plain } = given
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
export function clean(given: Phrase, language: Language, afterOf: boolean): string {
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

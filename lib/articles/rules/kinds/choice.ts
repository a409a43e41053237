import type { Language } from '../found'
import { align } from '../options/align'
import { spokenClause, verbsAlone } from '../options/clause'
import { clean, governsOf } from '../options/clean'
import { cutAt } from '../options/cut'
import { frameOf } from '../options/frames'
import { type Phrase, phrase, slice, trimmed, wordCount } from '../options/phrase'
import { withNounOfFirst, withSharedNoun } from '../options/shared-noun'
import { withoutSharedTail } from '../options/shared-tail'
import { classOf } from '../options/words'
import { bared, type Connector, connectors } from './alternatives'
import { isIncidental } from './incidental'
import { opening, settled } from './trim'

/** Maximum words of an option: in a longer one «ou» joined clauses, not answers. */
const MAX_OPTION = 25

const VERB =
  /[a-z]-(?:t-)?(?:vous|tu|il|elle|on|ce|ils|elles)\b|\b(?:would|do|will|is|are|was|were|should|does|did|can|could|must|has) \w+|\b(?:c'est|ce serait|ce sera|vous (?:l'|les? |la |en |y )?(?:\w+ez|faites|dites)|vous etes|tu \w+|(?<![a-z] )on \w+|(?:si|quand|et|que|ou|puis) on \w+)\b/

/** Splits the question at its last «ou» and at the commas that lead to it. */
function pieces(question: Phrase, hidden: string, found: Connector[]): Phrase[] {
  const last = found.at(-1)
  if (!last) return []
  const commas = Array.from(hidden.slice(0, last.start).matchAll(/[,;] /g), ({ index }) => ({
    start: index,
    end: index + 2,
  }))
  return cutAt(question, found, commas)
}

const SUBORDINATE =
  /^(?:et |mais |alors |so |and )*(?:si|quand|lorsque|en|pour|dans|depuis|avec|apres|avant|if|when|as|in|given|after|with)\b/
const QUALITY = /^(?:une? )?(?:bon|bonne|vrai|vraie|faux|fausse|simple|good|real)\b/

/** Returns how many pieces name the subject before the alternatives («Vivre sans voiture, rêve ou réalité»). */
function topics([topic, first, ...others]: Phrase[]): number {
  if (!topic || !first || others.length === 0) return 0
  if (SUBORDINATE.test(topic.plain)) return 1
  const [last] = others
  if (others.length > 1 || !last || wordCount(topic) < 2) return 0
  // «Le train de nuit, effet de mode ou vraie solution»: only the subject has its article.
  const named = classOf(topic.plain, 'fr') === 'determiner' && !/^un peu\b/.test(topic.plain)
  if (named && wordCount(first) <= 4 && [first, last].every(({ plain }) => classOf(plain, 'fr') === 'word'))
    return 1
  if (wordCount(first) > 2) return 0
  if (QUALITY.test(first.plain)) return 1
  return classOf(topic.plain, 'fr') !== classOf(first.plain, 'fr') ? 1 : 0
}

/** Joins commas that belong to the question («Demain, allez-vous…») back into the first piece. */
function regroup(all: Phrase[], question: Phrase): { first: Phrase; others: Phrase[] } {
  const aside = all.length > 2 && SUBORDINATE.test(all[0]?.plain ?? '') ? 1 : 0
  const found = all.findIndex(({ plain }, index) => index >= aside && VERB.test(plain))
  const spoken = found >= 0 ? found : topics(all)
  const from = Math.max(0, Math.min(spoken, all.length - 2))
  const end = all[from]
  const size = end ? question.plain.indexOf(end.plain) + end.plain.length : 0
  const opens = aside > 0 && from > 0 && found >= aside ? question.plain.indexOf(all[aside]?.plain ?? '') : 0
  return { first: trimmed(slice(question, opens, size)), others: all.slice(from + 1) }
}

/** Returns the length of the subject before verbless alternatives. */
function topicLength(all: Phrase[], first: Phrase): number {
  const count = all[1] && first.plain.endsWith(all[1].plain) && !VERB.test(first.plain) ? topics(all) : 0
  if (count === 0 || SUBORDINATE.test(first.plain)) return 0
  return first.plain.length - (all[1]?.plain.length ?? 0)
}

function optionsFrom(question: Phrase, hidden: string, found: Connector[], language: Language): string[] {
  const all = pieces(question, hidden, found)
  const { first, others } = regroup(all, question)
  const next = others[0]
  if (!next) return []
  const verbs = language === 'fr' && others.length === 1 ? verbsAlone(first, next) : undefined
  if (verbs) return verbs.map((verb) => clean(verb, language, false))
  const frame = frameOf(first.plain, language, next.plain)
  const spoken = spokenClause(first, next, language)
  const rest = spoken ?? trimmed(slice(first, topicLength(all, first) || frame.length))
  if (rest.plain === '') return []
  const head = align(rest, others, frame, language)
  const listed = [head, ...others]
  const before = listed.at(-2)
  const last = listed.at(-1)
  if (before && last)
    listed[listed.length - 1] = trimmed(
      withoutSharedTail(
        before,
        last,
        { pair: listed.length === 2, bare: frame.kind === 'none', known: frame.kind === 'be' },
        language,
      ),
    )
  if (listed.length === 2 && listed[0] && listed[1]) {
    const [one, two] = withSharedNoun(listed[0], listed[1], frame, language)
    listed.splice(0, 2, one, two)
  } else if (listed.length > 2 && language === 'fr' && frame.kind !== 'judge')
    listed.splice(0, listed.length, ...withNounOfFirst(listed))
  const afterOf = governsOf(question.plain, listed)
  const options = listed
    .filter((option) => wordCount(option) <= MAX_OPTION)
    .map((option) => clean(option, language, afterOf))
  return [...new Set(options.filter((option) => option !== ''))]
}

const RELATIVE = / (?:qui|dont|lesquels|lesquelles|who|which|that) /

/** Returns the connectors without the «ou» of a relative clause that belongs to the last alternative. */
function beforeRelative(found: Connector[], hidden: string): Connector[] {
  const first = found[0]
  if (!first) return found
  const from = hidden.slice(first.end).search(RELATIVE)
  const one = /^.{0,200}\b(?:ceux|celui|celles?) qu/.test(hidden.slice(first.end))
  return from < 0 || one ? found : found.filter(({ start }) => start < first.end + from)
}

/** Matches degrees listed without an «ou»: «Un peu, beaucoup, pas du tout ?» */
const DEGREES =
  /^(?:(?:un peu|beaucoup|pas du tout|pas assez|assez|trop|enormement|moyennement|toujours|souvent|parfois|rarement|jamais|plus|moins|tous les jours|a lot|a little|not at all|always|often|sometimes|rarely|never|too much|too little)\b[^,]{0,20}(?:, |$)){3,}$/

/** Matches three short pieces without a verb: «Manque de place, de temps, d'argent ?» */
const PIECES = /^(?:(?!.*\b(?:et|and)\b)[^ ,:]+(?: [^ ,:]+){0,3}(?:, |$)){3,}$/

function listIn(question: Phrase): string[] | undefined {
  const verbless = PIECES.test(question.plain) && !VERB.test(question.plain)
  if (!verbless && !DEGREES.test(question.plain)) return undefined
  return question.text.split(', ').map((degree) => degree.trim())
}

/** Returns the alternatives that a closed question offers; undefined when its «ou» offers none. */
export function alternativesOf(text: string, language: Language): string[] | undefined {
  const whole = settled(phrase(text), language)
  const question = slice(whole, opening(whole.plain))
  const hidden = bared(question.plain)
  const found = beforeRelative(connectors(hidden, question.text), hidden)
  if (found.length === 0) return listIn(trimmed(question))
  if (isIncidental(hidden, found)) return undefined
  const options = optionsFrom(question, hidden, found, language)
  return options.length >= 2 ? options : undefined
}

/** Returns whether the question joins alternatives, whatever they are. */
export function asksChoice(plainQuestion: string): boolean {
  const hidden = bared(plainQuestion)
  const found = connectors(hidden, plainQuestion)
  return found.length > 0 && !isIncidental(hidden, found)
}

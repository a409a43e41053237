import { anyOf, grammarPattern, grammarWords, groupOf, optionWords, PACKS } from '../../languages'
import type { Language } from '../closing/found'
import { plain } from '../reading/plain'
import { bared, type Connector, connectors } from './alternatives'
import { withoutCalled, withoutExamples } from './examples'
import { isIncidental } from './incidental'
import { isBareLevel } from './levels'
import { align } from './options/align'
import { spokenClause, verbsAlone } from './options/clause'
import { cutAt } from './options/cut'
import { frameOf } from './options/frames'
import { governsOf, wordingOf } from './options/option-wording'
import { type Phrase, phrase, slice, trimmed, wordCount } from './options/phrase'
import { withNounOfFirst, withSharedNoun } from './options/shared-noun'
import { withoutSharedTail } from './options/shared-tail'
import { wordStarts } from './options/starts/seen'
import { classOf } from './options/words'
import { statementsIn, withSubject } from './statements'
import { opening, settled } from './trim'

const LEVEL_SEPARATOR = new RegExp(
  `, (?:${anyOf(({ questions }) => questions.or)} )?| ${anyOf(({ questions }) => questions.or)} `,
)
/** Maximum words of an option: in a longer one «ou» joined clauses, not answers. */
const MAX_OPTION = 25

const VERB = grammarPattern(({ verb }) => verb)

/** Splits the question at its last «ou» and at the commas that lead to it. */
function pieces(question: Phrase, hidden: string, found: Connector[]): Phrase[] {
  const last = found.at(-1)
  if (!last) return []
  const commas = Array.from(
    hidden.slice(0, last.start).matchAll(hidden.includes('; ') ? /; /g : /, /g),
    ({ index }) => ({
      start: index,
      end: index + 2,
    }),
  )
  return cutAt(question, found, commas)
}

const SUBORDINATE = new RegExp(
  `^(?:et |mais |alors |so |and )*${grammarWords(({ subordinate }) => subordinate)}\\b`,
)
const QUALITY = new RegExp(`^(?:une? )?${grammarWords(({ quality }) => quality)}\\b`)

const BEGUN = new RegExp(`^${grammarWords(({ contrast }) => contrast)}`)

const GRADED = new RegExp(`^${optionWords(({ graded }) => graded)} `)

const OBJECT = new RegExp(`^${optionWords(({ objects }) => objects)} `)

/** Returns how many pieces name the subject before the alternatives («Vivre sans voiture, rêve ou réalité»). */
function topics([topic, first, ...others]: Phrase[]): number {
  if (!topic || !first || others.length === 0) return 0
  if (SUBORDINATE.test(topic.plain)) return 1
  // «plutôt la mer, la montagne ou la campagne»: the choice has begun.
  if (BEGUN.test(topic.plain)) return 0
  // «Cette affaire vous choque, vous amuse ou vous laisse froid»: the first verb has the same object.
  const object = OBJECT.exec(first.plain)?.[0]
  if (object && topic.plain.includes(` ${object}`) && others.every(({ plain }) => plain.startsWith(object)))
    return 0
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
  const spoken = isBareLevel(all[0]?.plain ?? '') ? 0 : found >= 0 ? found : topics(all)
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

/** Returns clauses that hang on one verb, with their first word: «Voulez-vous qu'il parte, que rien ne change ou…». */
function clausesOf(first: Phrase, others: Phrase[], language: Language): string[] | undefined {
  const { clauses: opens, wishes } = PACKS[language].options
  if (!opens || !wishes || !others.every(({ plain }) => opens.test(plain))) return undefined
  const at = [0, ...wordStarts(first.plain)].find(
    (start) => wishes.test(first.plain.slice(0, start)) && opens.test(first.plain.slice(start)),
  )
  return at === undefined ? undefined : [slice(first, at), ...others].map(({ text }) => text)
}

function optionsFrom(
  question: Phrase,
  hidden: string,
  found: Connector[],
  language: Language,
  apart: boolean,
): string[] {
  const all = pieces(question, hidden, found)
  const { first, others } = regroup(all, question)
  const next = others[0]
  if (!next) return []
  const clauses = clausesOf(first, others, language)
  if (clauses) return clauses
  const verbs = language === 'fr' && others.length === 1 ? verbsAlone(first, next) : undefined
  if (verbs) return verbs.map((verb) => wordingOf(verb, language, false))
  const frame = frameOf(first.plain, language, next.plain)
  const spoken = spokenClause(first, next, language)
  const rest = spoken ?? trimmed(slice(first, topicLength(all, first) || frame.length))
  if (rest.plain === '') return []
  const head = withSubject(align(rest, others, frame, language), first, others, language)
  const listed = [head, ...others]
  const before = listed.at(-2)
  const last = listed.at(-1)
  if (before && last && !apart)
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
  // «plutôt confiant, plutôt inquiet ou sans opinion»: a degree, not a preference.
  const graded = listed.length > 2 && listed.slice(0, -1).some(({ plain }) => GRADED.test(plain))
  const afterOf = governsOf(question.plain, listed)
  const options = listed
    .filter((option) => wordCount(option) <= MAX_OPTION)
    .map((one) => (graded && GRADED.test(one.plain) ? one.text : wordingOf(one, language, afterOf)))
  return [...new Set(options.filter((option) => option !== ''))]
}

const RELATIVE = new RegExp(` ${grammarWords(({ clauseAfter }) => clauseAfter)} `)
const THOSE = grammarPattern(({ those }) => those)

/** Returns the connectors without the «ou» of a relative clause that belongs to the last alternative. */
function beforeRelative(found: Connector[], hidden: string): Connector[] {
  const first = found[0]
  if (!first) return found
  const from = hidden.slice(first.end).search(RELATIVE)
  const one = THOSE.test(hidden.slice(first.end))
  return from < 0 || one ? found : found.filter(({ start }) => start < first.end + from)
}

/**
 * Returns the connectors without those of a list inside the last alternative, which a comma before «ou» marks: “black,
 * with milk, or with oats, peas or soy”.
 */
function outermost(found: Connector[], hidden: string): Connector[] {
  const after = ({ start, end }: Connector) => hidden.startsWith(',', start) && end - start > 2
  const marked = found.findIndex((one) => after(one) && hidden.slice(0, one.start).includes(', '))
  return marked < 0 || found.slice(marked + 1).some(after) ? found : found.slice(0, marked + 1)
}

/** Matches degrees listed without an «ou»: «Un peu, beaucoup, pas du tout ?» */
const DEGREES = new RegExp(`^(?:${grammarWords(({ degrees }) => degrees)}\\b[^,]{0,20}(?:, |$)){3,}$`)

/** Matches three short pieces without a verb: «Manque de place, de temps, d'argent ?» */
const AND = groupOf(
  Object.values(PACKS).flatMap(({ grammar, questions: { judged } }) => (grammar.verb ? judged.and : [])),
)
const AND_LAST = new RegExp(` ${AND} [^,]*$`)
const PIECES = new RegExp(`^(?:(?!.*\\b${AND}\\b)[^ ,:]+(?: [^ ,:]+){0,3}(?:, |$)){3,}$`)

/** Returns the levels that end a question, after a comma: «Aimez-vous le bac, un peu, beaucoup, pas du tout ?» */
function levelsAfter(question: Phrase): string[] | undefined {
  const [asked = '', ...levels] = trimmed(question).text.split(LEVEL_SEPARATOR)
  if (levels.length < 2 || !levels.every((level) => isBareLevel(plain(level))) || !VERB.test(plain(asked)))
    return undefined
  const own = wordStarts(asked).find((at) => at > 0 && isBareLevel(plain(asked.slice(at))))
  const all = own === undefined ? levels : [asked.slice(own), ...levels]
  return all.length > 2 ? all : undefined
}

/** Matches two short pieces that begin with the same word: «Plutôt convaincus, plutôt déçus ?» */
const PAIR = /^([a-z]+) [^ ,:]+(?: [^ ,:]+){0,3}, \1 [^ ,:]+(?: [^ ,:]+){0,3}$/

function listIn(question: Phrase): string[] | undefined {
  const pieces = PIECES.test(question.plain) || PAIR.test(question.plain)
  const verbless = pieces && !VERB.test(question.plain)
  if (!verbless && !DEGREES.test(question.plain)) return undefined
  return question.text.split(', ').map((degree) => degree.trim())
}

/** Minimum things that a list without an «ou» names. */
const MIN_NAMES = 3

/** Returns what a thing may be, listed without an «ou»: «Est-ce un progrès, une corvée, un gadget ?» */
function namesIn(question: Phrase, language: Language): string[] | undefined {
  const all = cutAt(
    question,
    [],
    Array.from(question.plain.matchAll(/, /g), ({ index }) => ({ start: index, end: index + 2 })),
  )
  const spoken = all.findIndex(({ plain }) => VERB.test(plain))
  const [first, ...others] = all.slice(Math.max(0, spoken))
  if (spoken < 0 || !first || others.length + 1 < MIN_NAMES || AND_LAST.test(question.plain)) return undefined
  const frame = frameOf(first.plain, language, others[0]?.plain ?? '')
  const head = trimmed(slice(first, frame.length))
  const names = [head, ...others]
  const named = names.every(
    ({ plain }) => classOf(plain, language) === 'determiner' && plain.split(' ').length <= 5,
  )
  return frame.kind === 'be' && named ? names.map(({ text }) => text) : undefined
}

/**
 * Returns the alternatives that a closed question offers; undefined when its «ou» offers none. `apart`: the last one
 * stood in a sentence of its own.
 */
export function alternativesOf(text: string, language: Language, apart = false): string[] | undefined {
  const whole = settled(phrase(text), language)
  const opened = withoutExamples(withoutCalled(slice(whole, opening(whole.plain))))
  const question = slice(opened, PACKS[language].grammar.lead?.exec(opened.plain)?.[0].length ?? 0)
  const hidden = bared(question.plain)
  const found = outermost(beforeRelative(connectors(hidden, question.text), hidden), hidden)
  const levels = levelsAfter(question)
  if (levels) return levels
  if (found.length === 0) return listIn(trimmed(question)) ?? namesIn(trimmed(question), language)
  const statements = statementsIn(trimmed(question), hidden, found, language)
  if (statements) return statements
  if (isIncidental(hidden, found)) return undefined
  const options = optionsFrom(question, hidden, found, language, apart)
  return options.length >= 2 ? options : undefined
}

/** Returns whether the question joins alternatives, whatever they are. */
export function asksChoice(plainQuestion: string): boolean {
  const hidden = bared(plainQuestion)
  const found = connectors(hidden, plainQuestion)
  return found.length > 0 && !isIncidental(hidden, found)
}

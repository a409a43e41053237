import { grammarPattern, grammarWords, groupOf, optionWords, PACKS } from '../../languages'
import type { Language } from '../closing/found'
import { bared, connectors } from './alternatives'
import { cutAt } from './options/cut'
import { wordingOf } from './options/option-wording'
import { type Phrase, phrase, slice, trimmed, wordCount } from './options/phrase'
import { withSharedNoun } from './options/shared-noun'
import { opening, settled } from './trim'

const MAX_ITEM = 10
const MAX_NAME = 4
const NO_ITEM = new RegExp(`^${grammarWords(({ noItem }) => noItem)}`)
const WORDS_BETWEEN = Object.values(PACKS).flatMap(({ grammar: { between } }) => between ?? [])
const joint = groupOf(WORDS_BETWEEN.map(({ and }) => and))
const BETWEEN = new RegExp(
  `\\b${groupOf(WORDS_BETWEEN.map(({ from }) => from))} (.{1,120}?) ${joint} (.{1,80}?)(?=, ${grammarWords(({ beyond }) => beyond)}\\b|$)`,
)
const ASKS_BETWEEN = new RegExp(groupOf(WORDS_BETWEEN.flatMap(({ asks }) => asks)))
const COMPARES = new RegExp(`\\b${groupOf(WORDS_BETWEEN.flatMap(({ compares }) => compares))}\\b`)
const AMONG = grammarPattern(({ among }) => among)

const PICKS = grammarPattern(({ picks }) => picks)
const WHO_OF = grammarPattern(({ whoOf }) => whoOf)
const LIST_HEAD = new RegExp(`^(?:\\p{Lu}|${grammarWords(({ listHead }) => listHead)}\\b|l['’])`, 'u')

const SEPARATOR = /[,;] | \/ |(?<=[a-z0-9])\/(?=[a-z0-9])/g
/** Matches separators of a list without an «ou», where «et» joins the last item. */
const LAST = new RegExp(`[,;] | \\/ |(?<=[a-z0-9])\\/(?=[a-z0-9])| ${joint} (?=[^ ]+(?: [^ ]+)?$)`, 'g')

/** Matches a list before its question: «Train ou avion : lequel choisir». */
const HEADED = new RegExp(
  `^(?!${grammarWords(({ headed }) => headed?.not)})([^:?]{3,80}?)(?: ?: ${grammarWords(({ headed }) => headed?.colon)}|,? ${grammarWords(({ headed }) => headed?.comma)}\\b)`,
)
/** Matches «Qui du lièvre ou de la tortue va gagner». */
const OF_TWO = grammarPattern(({ ofTwo }) => ofTwo)
/** Matches the verb after which the first comma starts a list. */
const CHOOSES = new RegExp(`^.{0,200}?${grammarWords(({ chooses }) => chooses)}\\b[^,]{0,40}, `)

const GRADED = new RegExp(`^${optionWords(({ graded }) => graded)} `)

const REASONS = new RegExp(`^(?:et |and )?${grammarWords(({ reasons }) => reasons)}\\b`)

/** Returns the items of a list that ends an otherwise open question: «Lequel choisir : A, B ou C». */
function afterMark(question: Phrase, hidden: string): Phrase | undefined {
  const colon = Math.max(hidden.lastIndexOf(' : '), hidden.lastIndexOf(': '))
  if (colon > 0) return trimmed(slice(question, colon + 2))
  const dash = /^.{8,}? (?:—|–|-) /.exec(hidden)?.[0].length
  if (dash) {
    // «Quel trajet – train ou bus – préférez-vous ?»: the second dash ends the list.
    const end = hidden.slice(dash).search(/ [—–] /)
    return trimmed(slice(question, dash, end > 0 ? dash + end : undefined))
  }
  const [first] = connectors(hidden, question.text)
  if (!first) return undefined
  if (REASONS.test(hidden)) return undefined
  // The first comma after the verb starts the list.
  const comma = CHOOSES.exec(hidden)
  if (comma && comma[0].length < first.start) return trimmed(slice(question, comma[0].length))
  const last = hidden.slice(0, first.start).indexOf(', ')
  if (last < 0 || !PICKS.test(hidden)) return undefined
  const list = trimmed(slice(question, last + 2))
  return LIST_HEAD.test(list.text) ? list : undefined
}

/** Matches answers in brackets at the end of a question. */
const ENCLOSED = /[([]([^()[\]]{5,200})[)\]]$/
/** Matches those in the middle, which a question that picks one of them names: «Laquelle (rénover, vendre) retenez-vous ?». */
const INSIDE = /[([]([^()[\]]{5,200})[)\]]/
const MIN_ENCLOSED = 3

/** Returns the answers that stand in brackets after a question for words: «Combien (5, 10 ou 15 euros) ?». */
function enclosedIn(question: Phrase, language: Language): string[] | undefined {
  const list =
    ENCLOSED.exec(question.text) ?? (PICKS.test(question.plain) ? INSIDE.exec(question.text) : null)
  if (!list?.[1]) return undefined
  const items = split(phrase(list[1]))
  const short = items.every((item) => wordCount(item) <= MAX_ITEM && !NO_ITEM.test(item.plain))
  return items.length >= MIN_ENCLOSED && short
    ? items.map((item) => wordingOf(item, language, false))
    : undefined
}

function split(list: Phrase): Phrase[] {
  const hidden = bared(list.plain)
  const joints = connectors(hidden, list.text)
  const separator = hidden.includes('; ') ? /; /g : joints.length > 0 ? SEPARATOR : LAST
  const commas = Array.from(hidden.matchAll(separator), ({ 0: cut, index }) => ({
    start: index,
    end: index + cut.length,
  }))
  return cutAt(list, joints, commas)
}

/** Returns whether two items share a word: «bonne idée, mauvaise idée». */
function alike([one, two, ...others]: Phrase[]): boolean {
  if (!one || !two || others.length > 0 || wordCount(one) < 2 || wordCount(one) !== wordCount(two))
    return false
  return one.plain.split(' ').at(-1) === two.plain.split(' ').at(-1)
}

/** Matches three things or more before the question which of them: «Un parc, un musée, une ruine : lequel voulez-vous ?». */
const NAMES = new RegExp(`^([^:?]{5,100}?) ?: ${grammarWords(({ whichOf }) => whichOf)}`)
const MIN_NAMES = 3

/** Returns the things that stand before the question which of them, without an «ou». */
function headedNames(question: Phrase, hidden: string): Phrase[] | undefined {
  const list = NAMES.exec(hidden)?.[1]
  if (list === undefined || list.split(', ').length < MIN_NAMES) return undefined
  const items = split(slice(question, 0, list.length))
  return items.every((item) => wordCount(item) <= MAX_NAME && !NO_ITEM.test(item.plain)) ? items : undefined
}

/** Matches what an opinion is asked of: «Justice ou acharnement, qu'en dites-vous ?». */
const WEIGHED = new RegExp(`^([^:?]{5,80}?)(?: ?:|,| [—–-]) ${grammarWords(({ opinionOf }) => opinionOf)}`)
const CONJUGATED = grammarPattern(({ conjugated }) => conjugated)

function weighedIn(question: Phrase, hidden: string): Phrase[] | undefined {
  const from = opening(hidden)
  const list = WEIGHED.exec(hidden.slice(from))?.[1]
  if (list === undefined || CONJUGATED.test(list) || connectors(list, question.text.slice(from)).length === 0)
    return undefined
  const items = split(slice(question, from, from + list.length))
  return items.every((item) => wordCount(item) <= MAX_NAME && !NO_ITEM.test(item.plain)) ? items : undefined
}

/** Returns whether a question names its answers before it and asks which. */
export function asksWhichOf(plainQuestion: string): boolean {
  return headedNames(phrase(plainQuestion), bared(plainQuestion)) !== undefined
}

/** Returns the answers that an open question lists itself; undefined when it lists none. */
export function listedIn(text: string, language: Language): string[] | undefined {
  const question = settled(phrase(text), language)
  const hidden = bared(question.plain)
  const enclosed = enclosedIn(question, language)
  if (enclosed) return enclosed
  const between = BETWEEN.exec(hidden)
  if (
    between &&
    !/^\d/.test(between[1] ?? '') &&
    !hidden.slice(0, between.index).includes(':') &&
    ASKS_BETWEEN.test(hidden) &&
    !COMPARES.test(hidden)
  ) {
    const end = between.index + between[0].length
    const start = between.index + between[0].indexOf(between[1] ?? '')
    const last = slice(question, end - (between[2]?.length ?? 0), end)
    const others = split(slice(question, start, start + (between[1]?.length ?? 0)))
    return [...others, last].map((item) => wordingOf(item, language, false))
  }
  const headed = HEADED.exec(hidden)?.[1]
  if (headed && connectors(headed, question.text).length > 0)
    return split(slice(question, 0, headed.length)).map((item) => wordingOf(item, language, false))
  const weighed = weighedIn(question, hidden)
  if (weighed) return weighed.map((item) => wordingOf(item, language, false))
  const names = headedNames(question, hidden)
  if (names) return names.map((item) => wordingOf(item, language, false))
  const of = OF_TWO.exec(hidden)
  if (of) {
    const second = of[0].length
    const start = second - (of[2]?.length ?? 0)
    const one = of[0].indexOf(of[1] ?? '')
    return [slice(question, one, one + (of[1]?.length ?? 0)), slice(question, start, second)].map((item) =>
      wordingOf(item, language, true),
    )
  }
  const among = WHO_OF.test(hidden) && connectors(hidden, question.text).length > 0
  const list = among ? undefined : afterMark(question, hidden)
  if (!list || NO_ITEM.test(list.plain)) return undefined
  const joined = connectors(bared(list.plain), list.text).length > 0
  const parts = split(list)
  const [one, two] = parts
  const pair = parts.length === 2 && one && two
  const items = pair ? withSharedNoun(one, two, { length: 0, kind: 'none' }, language) : parts
  const enough = joined || alike(parts) ? 2 : 3
  if (items.length < enough || items.some((item) => wordCount(item) > MAX_ITEM)) return undefined
  const kept = (item: Phrase) => items.length > 2 && GRADED.test(item.plain)
  return items.map((item) =>
    kept(item) ? item.text : wordingOf(item, language, AMONG.test(hidden) && !hidden.includes(':')),
  )
}

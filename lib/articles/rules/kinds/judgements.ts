import { anyOf, groupOf, type Language, type LanguagePack, PACKS } from '../../languages'
import { plain } from '../reading/plain'
import { bared, connectors } from './alternatives'
import { type Phrase, phrase, slice, trimmed } from './options/phrase'
import { classOf } from './options/words'
import { opening, settled } from './trim'

/** Maximum characters before the judgements: a longer question has other clauses. */
const BEFORE = 250
const WORD = /^\p{L}[\p{L}-]{2,}$/u
/** Words that answer or refuse the question, and judge nothing. */
const NO_JUDGEMENT = new RegExp(
  `^${anyOf(({ answers: { yes, no }, questions: { sides, or, judged } }) => [...sides.for, ...sides.against, ...or, judged.and, plain(yes), plain(no)])}$`,
)

const readerOf = ({ language, questions: { judged } }: LanguagePack) => ({
  language,
  links: new RegExp(`^.{0,${BEFORE}}?(?<!\\p{L})${groupOf(judged.links)} `, 'u'),
  judges: new RegExp(`^.{0,${BEFORE}}?(?<!\\p{L})${groupOf(judged.judges)} `, 'u'),
  narrows: new RegExp(`^(?:${groupOf(judged.narrows)},? )+`),
  joint: new RegExp(`,? (?:${groupOf(judged.even ?? [])}|${judged.and}) |, `, 'g'),
  and: new RegExp(` (?:${groupOf(judged.even ?? [])}|${judged.and}) `),
  /** “credible – or even relevant – to you”. */
  added: new RegExp(`,? [—–-] (?=${groupOf(judged.even ?? [])} )`),
  manner: new RegExp(`^${judged.adverb ?? '(?!)'} (?=\\p{L}+$)`, 'u'),
  evens: new RegExp(`,? ${groupOf(judged.even ?? [])}(?= )`, 'g'),
  adverb: new RegExp(`^${judged.adverb ?? '(?!)'}$`),
  adjective: judged.adjective,
  phrases: new RegExp(`^${groupOf(judged.phrases)}$`),
  completed: new RegExp(`^(\\p{L}[\\p{L}-]{2,}) ${groupOf(judged.complements)}(?!\\p{L})`, 'u'),
})
type Reader = ReturnType<typeof readerOf>
const READERS = Object.values(PACKS).map(readerOf)

const withoutNarrowing = (given: Phrase, { narrows }: Reader) =>
  trimmed(slice(given, narrows.exec(given.plain)?.[0].length ?? 0))

function isJudgement(given: Phrase, { language, adjective, phrases, adverb, manner }: Reader): boolean {
  if (phrases.test(given.plain)) return true
  const plain = given.plain.replace(manner, '')
  if (!WORD.test(plain) || NO_JUDGEMENT.test(plain) || adverb.test(plain)) return false
  return classOf(plain, language) === 'word' && (adjective?.test(plain) ?? true)
}

/** Returns whether each piece judges. The last may have a complement: «adapté au quartier». */
function judge(all: Phrase[], reader: Reader): boolean {
  const last = all.at(-1)
  const head = last && all.length > 1 ? reader.completed.exec(last.plain)?.[1] : undefined
  const judged = head && last ? [...all.slice(0, -1), slice(last, 0, head.length)] : all
  return judged.every((one) => isJudgement(one, reader))
}

/** Returns the pieces of a list between commas and «et». */
function pieces(list: Phrase, reader: Reader): Phrase[] {
  let from = 0
  const found: Phrase[] = []
  for (const { 0: joint, index } of list.plain.matchAll(reader.joint)) {
    found.push(slice(list, from, index))
    from = index + joint.length
  }
  return [...found, slice(list, from)].map((piece) => withoutNarrowing(trimmed(piece), reader))
}

/** Returns the last word of the first piece, which follows what is judged: «ces mesures claires». */
function lastWord(first: Phrase, { language }: Reader): Phrase | undefined {
  const at = first.plain.lastIndexOf(' ')
  if (at < 0) return undefined
  const before = first.plain.slice(first.plain.lastIndexOf(' ', at - 1) + 1, at)
  // «dans la rue et…»: the word belongs to what stands before it.
  // «l'idée bonne»: the article is part of the noun's word.
  return classOf(`${before.replace(/^l'/, '')} `, language) === 'word' && !/ing$/.test(before)
    ? slice(first, at + 1)
    : undefined
}

function listIn(question: Phrase, reader: Reader, frame: RegExp): Phrase[] {
  const from = frame.exec(question.plain)?.[0].length
  if (from === undefined) return []
  const all = pieces(slice(question, from), reader)
  const enough = reader.and.test(question.plain.slice(from)) ? 2 : 3
  return all.length >= enough ? all : []
}

function judgedIn(question: Phrase, reader: Reader): Phrase[] {
  const linked = listIn(question, reader, reader.links)
  if (linked.length > 0 && judge(linked, reader)) return linked
  const [first, ...others] = listIn(question, reader, reader.judges)
  const own = first && lastWord(first, reader)
  if (!own) return []
  const all = [own, ...others]
  return judge(all, reader) ? all : []
}

/** Matches those who are called before a colon: «Clients ou salariés : ce prix vous paraît-il juste ?». */
const CALLED = /^[^:?-]{3,100} ?: (?=.* )/

/** Returns the text without the dashes around a judgement that adds to another. */
function withoutDashes(text: string, { added }: Reader): string {
  const from = added.exec(plain(text))
  if (!from) return text
  const before = text.slice(0, from.index)
  return `${before} ${text.slice(from.index + from[0].length).replace(/ [—–-] /, ' ')}`
}

/**
 * Returns the judgements of one thing that a closed question joins by «et» or commas («utile et réaliste ?»), each of
 * which may hold alone. Returns none where «ou» makes them a choice.
 */
export function judgementsOf(text: string, language: Language): string[] {
  const reader = READERS.find((one) => one.language === language)
  if (!reader) return []
  const whole = settled(phrase(withoutDashes(text, reader)), language)
  const opened = slice(whole, opening(whole.plain))
  const question = slice(opened, CALLED.exec(opened.plain)?.[0].length ?? 0)
  const hidden = bared(question.plain).replace(reader.evens, '')
  if (connectors(hidden, hidden).length > 0) return []
  return judgedIn(question, reader).map((one) => one.text)
}

/** Returns whether a question of any language joins judgements. */
export const asksJudgements = (text: string) =>
  READERS.some(({ language }) => judgementsOf(text, language).length > 0)

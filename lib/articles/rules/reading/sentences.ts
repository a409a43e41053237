import { anyOf } from '../../languages'
import type { Line } from './lines'
import { shields } from './shields'

/** A sentence of a text. */
export interface Sentence {
  text: string
  /** `text` folded for matching, from its first word on, up to `MATCHED` characters. */
  plain: string
  start: number
  end: number
  line: number
  /** Whether it ends in a question mark of its own, not one inside quotes. */
  asks: boolean
  /** Whether it ends with a quotation that closes with its own punctuation. */
  quoted: boolean
  first: boolean
  last: boolean
}

/** Maximum characters of a sentence that rules read: prose without punctuation must not take quadratic time. */
const MATCHED = 1_000
const SAYS = /[\p{L}\p{N}]/u
const ENDS = /[.!?…]+/g
const SHORTENED = new RegExp(
  `(?:^|[\\s(«'’])(?:\\p{Lu}|${anyOf(({ textWords }) => textWords.shortened)})$`,
  'iu',
)
const OPENS_NEXT = /[\p{Lu}\p{N}«“"'‘(•\-–—\p{Extended_Pictographic}]/u
const GLUED_NEXT = /[\p{Lu}«“•]/u
/** Matches words before which people who write without capitals still end their sentences. */
const ASKS_NEXT = new RegExp(`^ ${anyOf(({ textWords }) => textWords.asksNext)}`)
const LOWER = /\p{Ll}/u
const WORD = /[\p{L}\p{N}]/u

function endsHere(text: string, at: number, end: number, mark: string): boolean {
  const before = text.charAt(at - 1)
  const next = text.charAt(end)
  const from = next === ' ' ? end + 1 : end
  const beyond = String.fromCodePoint(text.codePointAt(from) ?? 0).replace('\0', '')
  if (beyond === '') return true
  if (mark.includes('?')) {
    if (next === ' ') return true
    if (LOWER.test(next) || next === '.' || next === ',') return false
    return before === ' ' || !/[=&/\w]/.test(next) || /\p{Lu}/u.test(next)
  }
  if (mark === '.' && SHORTENED.test(text.slice(Math.max(0, at - 8), at))) return false
  if (mark === '.' && next !== ' ') return WORD.test(before) && GLUED_NEXT.test(next) && LOWER.test(before)
  if (mark === '!' && next === ' ') return !LOWER.test(beyond)
  if (/^(?:…|\.{3})$/.test(mark) && ASKS_NEXT.test(text.slice(end, end + 24))) return true
  if (mark === '.' && ASKS_NEXT.test(text.slice(end, end + 24)))
    return /\p{Ll}{3}$/u.test(text.slice(Math.max(0, at - 3), at))
  return OPENS_NEXT.test(beyond)
}

/** Returns the ends of the sentences of one line, and how each ends. */
function boundaries(text: string): { end: number; asks: boolean; quoted: boolean }[] {
  const closed = shields(text)
  const found: { end: number; asks: boolean; quoted: boolean }[] = []
  let turn = 0
  for (const { 0: mark, index } of text.matchAll(ENDS)) {
    let shield = closed[turn]
    while (shield && shield.end <= index) shield = closed[++turn]
    const end = index + mark.length
    if (shield && shield.start <= index) {
      const tail = text.slice(end, Math.min(shield.end - 1, end + 2)).trim()
      if (!shield.quote || tail !== '' || end + 2 < shield.end - 1) continue
      const beyond = text
        .slice(shield.end, shield.end + 2)
        .trimStart()
        .charAt(0)
      if (beyond === '' || GLUED_NEXT.test(beyond)) found.push({ end: shield.end, asks: false, quoted: true })
      continue
    }
    // A lost accent before a full stop («l'?t?.»), unless the question mark stands apart.
    const accent = mark === '?.' && WORD.test(text.charAt(index - 1))
    if (endsHere(text, index, end, accent ? '.' : mark)) {
      const closing = /^ ?[)\]]/.exec(text.slice(end, end + 2))?.[0].length ?? 0
      found.push({ end: end + closing, asks: mark.includes('?') && !accent, quoted: false })
    }
  }
  return found
}

/** Splits one line into sentences. `folded` is the whole text folded by `plain`. */
export function sentencesOf(text: string, folded: string, line: Line, index: number): Sentence[] {
  const sentences: Sentence[] = []
  let from = line.start
  const add = (to: number, asks: boolean, quoted: boolean) => {
    let start = from
    let end = to
    while (start < end && text[start] === ' ') start++
    while (end > start && text[end - 1] === ' ') end--
    from = to
    // Punctuation alone («? ? ?») is no sentence.
    if (start === end || !SAYS.test(text.slice(start, Math.min(end, start + MATCHED)))) return
    // «¿» and «¡» open a sentence and are no part of its words.
    let opened = start
    while (/[¿¡]/.test(text.charAt(opened))) opened++
    sentences.push({
      text: text.slice(start, end),
      plain: folded.slice(opened, Math.min(end, opened + MATCHED)),
      start,
      end,
      line: index,
      asks,
      quoted,
      first: sentences.length === 0,
      last: false,
    })
  }
  for (const { end, asks, quoted } of boundaries(text.slice(line.start, line.end))) {
    if (line.start + end > from) add(line.start + end, asks, quoted)
  }
  add(line.end, false, false)
  const last = sentences.at(-1)
  if (last) last.last = true
  return sentences
}

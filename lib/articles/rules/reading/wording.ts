import { prefixLength } from '../closing/asking/leads'
import type { Sentence } from './sentences'

const LEADING = /^(?:[^\p{L}\p{N}«“"'‘([¿]+|\(?(?:\d{1,2}|[a-h])(?: ?[)./]| ?-) ?(?=\p{L}|[«“"]))+/u
const TRAILING = /[^?!»”")\]]+$/

/** Returns the bounds, in the repaired text, of the question's own words: without bullet, number or announcement. */
export function wordsOf({ text, plain, start, end, asks }: Sentence): { start: number; end: number } {
  let from = LEADING.exec(text)?.[0].length ?? 0
  if (!/^[¿¡]/.test(text)) from += prefixLength(plain.slice(from))
  const rest = LEADING.exec(text.slice(from))?.[0].length ?? 0
  from += rest
  const opens = text.charAt(from) === '('
  const closes = /[)\]]$/.test(text)
  // An invitation keeps its full stop.
  const tail = !asks ? 0 : closes && opens ? 1 : (TRAILING.exec(text.slice(-6))?.[0].length ?? 0)
  return { start: start + from + (opens && closes ? 1 : 0), end: end - tail }
}

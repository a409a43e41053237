import { anyOf } from '../../languages'
import { TITLE_LENGTH } from '../../schema'
import { addressOf } from '../closing/asking/address'
import { prefixLength } from '../closing/asking/leads'
import type { Reading } from './reading'

const NO_TITLE = new RegExp(`^(?:${anyOf(({ textWords }) => textWords.noTitle)}|\\d)`)
const SHORTEST = 15
const MAX_GUESS = 160

/** Returns the title that was passed, or the first line when it looks like one. */
export function titleOf(
  { lines, sentences, repaired, folded, sections }: Reading,
  given?: string,
): string | undefined {
  const said = given?.trim()
  if (said) return said.slice(0, TITLE_LENGTH)
  const first = lines[0]
  if (!first || lines.length < 3 || first.bullet || first.quoted || sections[0] !== 'body') return undefined
  const length = first.end - first.start
  const words = folded.slice(first.start, first.end)
  const own = sentences.filter(({ line }) => line === 0)
  if (length < SHORTEST || length > MAX_GUESS || NO_TITLE.test(words) || own.length > 2) return undefined
  if (!first.heading && (/[.:;,…]$/.test(words) || addressOf(words) === 2 || prefixLength(words) > 0))
    return undefined
  const longer = lines.some(({ start, end }) => end - start > length)
  return first.heading || longer ? repaired.text.slice(first.start, first.end) : undefined
}

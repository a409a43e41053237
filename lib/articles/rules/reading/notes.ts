import type { Line } from './lines'

/** Matches the mark of a footnote: a number, raised or in brackets, or asterisks. A number alone needs a full stop. */
const MARK = /^(?:(?:[([](\d{1,2}) ?[)\]]|(\d{1,2}) ?[.)] ?(?=.{1,300}\.$))|([¹²³⁴-⁹])|(\*{1,3}|†))/u
const REFERENCE = /[([](\d{1,2})[)\]]/g
/** Maximum characters of a note that are read. */
const MAX_NOTE = 320

/** Returns where the text first refers to each note, by its number; a number that opens a line refers to none. */
function references(text: string): Map<string, number> {
  const found = new Map<string, number>()
  for (const { 1: mark = '', index } of text.matchAll(REFERENCE)) {
    if (index > 0 && text[index - 1] !== '\n' && !found.has(mark)) found.set(mark, index)
  }
  return found
}

/** Returns the footnotes among the lines: they open with a mark to which the text above refers. */
export function noteLines(text: string, lines: Line[]): Set<number> {
  const referred = references(text)
  return new Set(
    lines.flatMap(({ start, end }, line) => {
      const from = text.lastIndexOf('\n', start - 1) + 1
      const mark = MARK.exec(text.slice(from, Math.min(end, from + MAX_NOTE)))
      if (!mark) return []
      const [, enclosed, bare, raised, sign] = mark
      // Pasting drops lone asterisks from the text, but «*» and «**» in a row are notes.
      if (sign !== undefined) return sign.length > 1 || text.startsWith('**', end + 1) ? [line] : []
      if (raised !== undefined) return [line]
      const at = referred.get(enclosed ?? bare ?? '')
      return at !== undefined && at < from ? [line] : []
    }),
  )
}

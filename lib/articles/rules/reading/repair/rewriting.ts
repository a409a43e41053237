interface Edit {
  /** The offset and the length of the replacement in the new text. */
  at: number
  out: number
  /** The offset and the length of what it replaced in the old text. */
  from: number
  length: number
}

/** A text after replacements, with the edits that lead back. */
export interface Rewriting {
  text: string
  edits: Edit[]
}

/** What replaces a match: nothing (it stays), a text, or a text that also replaces everything up to `until`. */
export type Replacement = undefined | string | { text: string; until: number }

/** Replaces what `pattern` (global) matches and records where every piece came from. */
export function rewrite(
  text: string,
  pattern: RegExp,
  replace: (match: RegExpExecArray) => Replacement,
): Rewriting {
  const edits: Edit[] = []
  const pieces: string[] = []
  let done = 0
  let size = 0
  pattern.lastIndex = 0
  for (let match = pattern.exec(text); match; match = pattern.exec(text)) {
    const answer = replace(match)
    const given = typeof answer === 'string' ? answer : answer?.text
    const until = typeof answer === 'object' ? answer.until : pattern.lastIndex
    if (given !== undefined) {
      size += match.index - done
      pieces.push(text.slice(done, match.index), given)
      edits.push({ at: size, out: given.length, from: match.index, length: until - match.index })
      size += given.length
      done = until
    }
    pattern.lastIndex = until > match.index ? until : match.index + 1
  }
  pattern.lastIndex = 0
  pieces.push(text.slice(done))
  return { text: edits.length > 0 ? pieces.join('') : text, edits }
}

function lastEdit(edits: Edit[], offset: number): Edit | undefined {
  let low = 0
  let high = edits.length
  while (low < high) {
    const middle = (low + high) >> 1
    const edit = edits[middle]
    if (edit && edit.at <= offset) low = middle + 1
    else high = middle
  }
  return edits[low - 1]
}

/** Returns the range, in the old text, of the character at `offset` of the new one. */
export function sourceOf({ edits }: Rewriting, offset: number): { start: number; end: number } {
  const edit = lastEdit(edits, offset)
  if (!edit) return { start: offset, end: offset + 1 }
  if (offset < edit.at + edit.out) return { start: edit.from, end: edit.from + edit.length }
  const start = edit.from + edit.length + (offset - edit.at - edit.out)
  return { start, end: start + 1 }
}

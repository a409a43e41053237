import { db } from '../../platform/db/client'
import { type Outcome, refusal, success } from '../../platform/http/problem-codes'
import type { Admin } from '../../staff/rules/roles'
import { CHARTER_REASONS } from '../rules/reasons'
import { reasonOf, saysSomething } from '../rules/words'
import { type ListKind, WORD_LENGTH, WORDS_MOST } from '../schema'

/** Returns the lines of a list as typed: trimmed, without empty ones and duplicates. */
const linesOf = (typed: string) => [
  ...new Set(
    typed
      .split(/\r?\n/)
      .map((line) => line.trim())
      .filter(Boolean),
  ),
]

/** Returns the numbers of the lines, from 1, that cannot be read as an entry. */
function wrongLines(typed: string): number[] {
  return typed.split(/\r?\n/).flatMap((line, index) => {
    const given = line.trim()
    const good = !given || (given.length <= WORD_LENGTH && saysSomething(given))
    return good ? [] : [index + 1]
  })
}

/**
 * Returns the first line, from 1, whose reason cannot be used. A banned word needs one of the charter's reasons, and in
 * either list the text after a colon must be one.
 */
function lineWithoutReason(kind: ListKind, typed: string): number | undefined {
  const index = typed.split(/\r?\n/).findIndex((line) => {
    const { named, reason } = reasonOf(line)
    return line.trim() && !reason && (kind === 'banned' || named)
  })
  return index < 0 ? undefined : index + 1
}

/**
 * Stores `typed`, one entry a line, as the list of that kind; it applies from the next comment on. Refused when a line
 * cannot be read (`bad_line`, with its number) or has no usable reason (`reason_missing_in_line`). Also refused when
 * there are too many lines. Then nothing changes.
 */
export async function saveWords(
  admin: Admin,
  kind: ListKind,
  typed: string,
): Promise<Outcome<{ words: number }>> {
  const words = linesOf(typed)
  if (words.length > WORDS_MOST)
    return refusal('invalid_request', [
      { code: 'too_many_lines', path: [kind], field: kind, values: { max: WORDS_MOST } },
    ])
  const [wrong] = wrongLines(typed)
  if (wrong !== undefined)
    return refusal('invalid_request', [
      { code: 'bad_line', path: [kind], field: kind, values: { line: wrong } },
    ])
  const groundless = lineWithoutReason(kind, typed)
  if (groundless !== undefined)
    return refusal('invalid_request', [
      {
        code: 'reason_missing_in_line',
        path: [kind],
        field: kind,
        values: { line: groundless, choices: CHARTER_REASONS.join(', ') },
      },
    ])
  await db().wordList.create({ data: { kind, words, staffId: admin.id } })
  return success({ words: words.length })
}

import { anyOf } from '../../languages'
import type { Line } from './lines'

const GREETING = new RegExp(`^${anyOf(({ page }) => page.greetings)}\\b`)
const SIGN_OFF = new RegExp(`^${anyOf(({ page }) => page.signOffs)}\\b.{0,40}$`)
const MAX_LETTER = 60

/** Returns the lines of letters and mails that the article quotes: their questions address another person. */
export function letterLines(folded: string, lines: Line[]): Set<number> {
  const inside = new Set<number>()
  let greeted = -1
  lines.forEach((line, index) => {
    const words = folded.slice(line.start, Math.min(line.end, line.start + 80))
    if (GREETING.test(words) && (greeted < 0 || index - greeted > MAX_LETTER)) greeted = index
    if (greeted < 0 || !SIGN_OFF.test(words)) return
    const before = lines[greeted - 1]
    const introduced = before !== undefined && folded.charAt(before.end - 1) === ':'
    const goesOn = index + 1 < lines.length - 1
    // A newsletter has a greeting and a signature too: only a letter inside another text is quoted.
    if ((introduced || (greeted > 0 && goesOn)) && index - greeted <= MAX_LETTER) {
      for (let at = greeted; at <= index; at++) inside.add(at)
    }
    greeted = -1
  })
  return inside
}

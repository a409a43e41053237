import { QUOTE_CLOSES, QUOTE_OPENS } from './repair/html'

/** A line of a text that contains words. */
export interface Line {
  /** Bounds of the words, without the marks in front of them. */
  start: number
  end: number
  bullet: boolean
  /** Whether the bullet is a box or a circle to tick. */
  box: boolean
  heading: boolean
  /** Whether the line is inside a quoted passage of a forum, a letter or a page. */
  quoted: boolean
  /** Whether an empty line stands before it. */
  gap: boolean
}

const PREFIX =
  /(?:(?<quote>(?:> ?){1,9})|(?<heading>#{1,6} )|(?<box>[([][ x]?[)\]] ?)|(?<bullet>[-–—•*+▪●◦]+ ?(?![\d ])|[•*+]+ ?(?! )|\(?(?:\d{1,2}|[a-hA-H]) ?[)./] ?(?=\p{L}|[«"“])|(?:\d{1,2}|[A-H]) ?[-–] (?=\p{L}|[«"“])))/uy

/** Matches a mark alone on its line: it opens or closes a passage by another author. */
const LONE_QUOTE = /^["«»“”]$/

function marksOf(text: string, from: number, end: number) {
  const marks = { start: from, bullet: false, box: false, heading: false, quoted: false }
  for (let turn = 0; turn < 4; turn++) {
    PREFIX.lastIndex = marks.start
    const match = PREFIX.exec(text)
    if (!match || PREFIX.lastIndex > end) break
    marks.start = PREFIX.lastIndex
    marks.quoted ||= match.groups?.quote !== undefined
    marks.heading ||= match.groups?.heading !== undefined
    marks.box ||= match.groups?.box !== undefined
    marks.bullet ||= marks.box || match.groups?.bullet !== undefined
  }
  return marks
}

/** Returns the lines that contain words, and the marks in front of them. */
export function readLines(text: string): Line[] {
  const lines: Line[] = []
  let depth = 0
  let apart = false
  let gap = true
  for (let from = 0; from <= text.length; ) {
    const found = text.indexOf('\n', from)
    const end = found < 0 ? text.length : found
    const mark = text.charAt(from)
    if (mark === QUOTE_OPENS) depth++
    else if (mark === QUOTE_CLOSES) depth = Math.max(0, depth - 1)
    else if (LONE_QUOTE.test(text.slice(from, Math.min(end, from + 4)).trim()) && end - from < 4) {
      apart = !apart
    } else if (end > from) {
      const marks = marksOf(text, from, end)
      if (marks.start < end) {
        lines.push({ ...marks, end, gap, quoted: marks.quoted || depth > 0 || apart })
      }
    }
    gap = end === from
    from = end + 1
  }
  return lines
}

import { anyOf } from '../../languages'
import { letterLines } from './letters'
import { type Line, readLines } from './lines'
import { noteLines } from './notes'
import { plain } from './plain'
import { type Repaired, repair } from './repair'
import { type Section, sectionsOf } from './sections'
import { type Sentence, sentencesOf } from './sentences'

/** A pasted text, repaired and divided. */
export interface Reading {
  repaired: Repaired
  folded: string
  lines: Line[]
  sections: Section[]
  letters: Set<number>
  /** The lines that are footnotes. */
  notes: Set<number>
  sentences: Sentence[]
}

const CALLS = new RegExp(`^${anyOf(({ asking }) => asking.callouts)}\\b`)

/** Unquotes a single line that is set apart like a quotation but addresses the reader: it is the writer's own. */
const withCallouts = (lines: Line[], folded: string): Line[] =>
  lines.map((line, index) => {
    const alone = !lines[index - 1]?.quoted && !lines[index + 1]?.quoted
    const calls = line.quoted && alone && CALLS.test(folded.slice(line.start, line.start + 40))
    return calls ? { ...line, quoted: false } : line
  })

/** Repairs a pasted text and splits it into lines and sentences. */
export function read(pasted: string): Reading {
  const repaired = repair(pasted)
  const folded = plain(repaired.text)
  const lines = withCallouts(readLines(repaired.text), folded)
  return {
    repaired,
    folded,
    lines,
    sections: sectionsOf(folded, lines),
    letters: letterLines(folded, lines),
    notes: noteLines(repaired.text, lines),
    sentences: lines.flatMap((line, index) => sentencesOf(repaired.text, folded, line, index)),
  }
}

import { letterLines } from './reading/letters'
import { type Line, readLines } from './reading/lines'
import { plain } from './reading/plain'
import { type Section, sectionsOf } from './reading/sections'
import { type Sentence, sentencesOf } from './reading/sentences'
import { type Repaired, repair } from './repair'

export interface Reading {
  repaired: Repaired
  folded: string
  lines: Line[]
  sections: Section[]
  letters: Set<number>
  sentences: Sentence[]
}

/** Repairs a pasted text and cuts it into lines and sentences. */
export function read(pasted: string): Reading {
  const repaired = repair(pasted)
  const folded = plain(repaired.text)
  const lines = readLines(repaired.text)
  return {
    repaired,
    folded,
    lines,
    sections: sectionsOf(folded, lines),
    letters: letterLines(folded, lines),
    sentences: lines.flatMap((line, index) => sentencesOf(repaired.text, folded, line, index)),
  }
}

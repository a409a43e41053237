import { plainCharacters } from './repair/characters'
import { decodeEntities } from './repair/entities'
import { dropTags } from './repair/html'
import { dropMarks } from './repair/markdown'
import { oneBullet } from './repair/markers'
import { mendMojibake } from './repair/mojibake'
import { type Rewriting, sourceOf } from './repair/rewriting'
import { openSeams } from './repair/seams'
import { oneSpace, trimLines } from './repair/spaces'
import { joinWrapped } from './repair/wrapped'

/** A repaired text with its origin. */
export interface Repaired {
  text: string
  /** Returns the range of the original text from which `start` to `end` of the repaired text came. */
  source(start: number, end: number): { start: number; end: number }
}

// Entities are decoded twice because feeds escape them twice («&amp;nbsp;»), and tags dropped a second time for what
// that uncovers.
const STEPS = [
  mendMojibake,
  dropTags,
  decodeEntities,
  decodeEntities,
  dropTags,
  plainCharacters,
  dropMarks,
  oneSpace,
  trimLines,
  oneBullet,
  joinWrapped,
  openSeams,
  oneSpace,
  trimLines,
]

/** Returns the text as its author meant it, with a way back to the offsets of the pasted one. */
export function repair(pasted: string): Repaired {
  const steps: Rewriting[] = []
  let text = pasted
  for (const step of STEPS) {
    const done = step(text)
    if (done.edits.length === 0) continue
    steps.unshift(done)
    text = done.text
  }
  return {
    text,
    source(start, end) {
      let from = start
      let last = Math.max(start, end - 1)
      for (const step of steps) {
        from = sourceOf(step, from).start
        last = Math.max(from, sourceOf(step, last).end - 1)
      }
      return { start: Math.min(from, pasted.length), end: Math.min(Math.max(from, last + 1), pasted.length) }
    },
  }
}

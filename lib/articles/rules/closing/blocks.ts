import type { Part } from './roles'

/** A run of questions, lead-ins and calls to answer. */
export interface Block {
  parts: Part[]
  /** Words of the article's own prose between the block and the end of the article. */
  wordsAfter: number
  /** Words of prose between the block and the next one. */
  wordsToNext: number
}

const isOpen = ({ role }: Part) => role === 'question' || role === 'lead' || role === 'prompt'
const isKept = ({ role }: Part) => isOpen({ role } as Part) || role === 'option' || role === 'noise'

/** Returns the runs of questions, lead-ins and calls to answer with no prose between them. */
export function blocksOf(parts: Part[]): Block[] {
  const runs: { parts: Part[]; from: number; to: number }[] = []
  let prose = 0
  let open = false
  for (const part of parts) {
    const last = runs.at(-1)
    if (open && last && isKept(part)) {
      last.parts.push(part)
      if (isOpen(part)) last.to = prose
    } else if (isOpen(part)) {
      runs.push({ parts: [part], from: prose, to: prose })
      open = true
    } else if (part.role === 'statement') {
      prose += part.words
      open = false
    }
  }
  const asking = runs.filter((run) => run.parts.some(({ role }) => role === 'question' || role === 'lead'))
  return asking.map(({ parts: kept, to }, index) => ({
    parts: kept,
    wordsAfter: prose - to,
    wordsToNext: (asking[index + 1]?.from ?? prose) - to,
  }))
}

import { db } from '../../db'
import { oncePerProcess } from '../../process'
import { DEFAULT_WORDS } from '../rules/default-words'
import { readWords, type WordPattern } from '../rules/words'

export type WordLists = { banned: string[]; suspect: string[] }

/** The lists in force: the newest of each kind, or what a new house starts with. */
export async function wordLists(): Promise<WordLists> {
  const rows = await db().wordList.findMany({ distinct: ['kind'], orderBy: { id: 'desc' } })
  const newest = (kind: keyof WordLists) => rows.find((row) => row.kind === kind)?.words
  return {
    banned: newest('banned') ?? DEFAULT_WORDS.banned,
    suspect: newest('suspect') ?? DEFAULT_WORDS.suspect,
  }
}

type Patterns = { banned: WordPattern[]; suspect: WordPattern[] }

/** The lists in force, ready to search with; made once for as long as they stay what they are. */
export async function wordPatterns(): Promise<Patterns> {
  const lists = await wordLists()
  const key = JSON.stringify(lists)
  const kept = oncePerProcess<{ key: string; patterns: Patterns }>('words', () => ({
    key: '',
    patterns: { banned: [], suspect: [] },
  }))
  if (kept.key !== key) {
    kept.key = key
    kept.patterns = { banned: readWords(lists.banned), suspect: readWords(lists.suspect) }
  }
  return kept.patterns
}

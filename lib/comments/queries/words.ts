import { setImmediate as nextTurn } from 'node:timers/promises'
import { db } from '../../platform/db/client'
import { oncePerProcess } from '../../platform/runtime/per-process'
import { DEFAULT_WORDS } from '../rules/default-words'
import { type Entry, listOf, readWord, type WordList } from '../rules/words'

export type WordLists = { banned: string[]; suspect: string[] }

/** Returns the lists in force: the newest of each kind, or the defaults of a new installation. */
export async function wordLists(): Promise<WordLists> {
  const rows = await db().wordList.findMany({ distinct: ['kind'], orderBy: { id: 'desc' } })
  const newest = (kind: keyof WordLists) => rows.find((row) => row.kind === kind)?.words
  return {
    banned: newest('banned') ?? DEFAULT_WORDS.banned,
    suspect: newest('suspect') ?? DEFAULT_WORDS.suspect,
  }
}

/** Lines read before other work of the process gets a turn: a few milliseconds for the longest ones. */
const LINES_A_TURN = 50

async function readInTurns(lines: string[]): Promise<WordList> {
  const entries: Entry[] = []
  for (const [index, line] of lines.entries()) {
    if (index % LINES_A_TURN === 0) await nextTurn()
    const entry = readWord(line, entries.length)
    if (entry) entries.push(entry)
  }
  return listOf(entries)
}

type Ready = { banned: WordList; suspect: WordList }

/** Returns the lists in force, ready to search with; built once and reused until they change. */
export async function readyWords(): Promise<Ready> {
  const lists = await wordLists()
  const key = JSON.stringify(lists)
  const kept = oncePerProcess<{ key: string; ready: Promise<Ready> | undefined }>('words', () => ({
    key: '',
    ready: undefined,
  }))
  if (kept.key !== key || !kept.ready) {
    kept.key = key
    kept.ready = (async () => ({
      banned: await readInTurns(lists.banned),
      suspect: await readInTurns(lists.suspect),
    }))()
  }
  return kept.ready
}

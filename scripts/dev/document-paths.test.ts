import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'

const root = path.join(import.meta.dirname, '..', '..')
const read = (file: string) => readFileSync(path.join(root, file), 'utf8')
const there = (file: string) => existsSync(path.join(root, file))
const markdownIn = (folder: string) =>
  readdirSync(path.join(root, folder))
    .filter((name) => name.endsWith('.md'))
    .map((name) => path.posix.join(folder, name))

const decisions = markdownIn('docs/decisions')
const documents = [...markdownIn('.'), ...markdownIn('docs'), ...decisions]
const ROOT = readdirSync(root)
/** The folders of the files that documents name. */
const FOLDERS = readdirSync(root, { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && /^[a-z]/.test(entry.name) && entry.name !== 'node_modules')
  .map(({ name }) => name)
const NAMED = new RegExp(`(?<![@\\w./-])(?:${FOLDERS.join('|')})/(?:[\\w.-]+/)*[\\w.-]*\\w`, 'g')

/**
 * Returns every path that begins with a folder of ours, in code spans and in text. It may be a folder, a file, or one
 * without its extension.
 */
const pathsIn = (text: string) => [...text.matchAll(NAMED)].map(([found]) => found)
const names = (file: string) => [file, `${file}.ts`, `${file}.tsx`].some(there)

const sources = FOLDERS.flatMap((folder) =>
  readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(?:tsx?|mjs)$/.test(name))
    .map((name) => path.posix.join(folder, name)),
)
const pages = documents.map((file) => path.basename(file))
/** Returns a test of whether a file ends in what a code span abbreviates: `gate.ts`, `rules/encrypted-tokens.ts`, `backups.md`. */
const ends = (short: string) =>
  [...sources, ...pages, ...ROOT].some((file) => file === short || file.endsWith(`/${short}`))
const shortIn = (text: string) =>
  [...text.matchAll(/`([\w./-]+\.(?:tsx?|md))`/g)].map(([, name = '']) => name)

describe('documents name what exists', () => {
  it.each(documents)('%s', (file) => {
    const text = read(file)
    expect(pathsIn(text).filter((named) => !names(named))).toEqual([])
    expect(shortIn(text).filter((named) => !names(named) && !ends(named))).toEqual([])
  })

  it('reads the paths there are', () => {
    const named = documents.flatMap((file) => pathsIn(read(file)))
    expect(named.length).toBeGreaterThan(100)
    expect(pathsIn('See `lib/none/at-all.ts`.')).toEqual(['lib/none/at-all.ts'])
    expect(names('lib/none/at-all.ts')).toBe(false)
  })
})

it('names only documents that exist in comments of the code', () => {
  const wrong = sources.flatMap((file) =>
    [...read(file).matchAll(/docs\/decisions\/[\w-]+\.md/g)]
      .filter(([named]) => !there(named))
      .map(([named]) => `${file}: ${named}`),
  )
  expect(wrong).toEqual([])
})

it('lists every decision in docs/decisions/README.md', () => {
  const linked = [...read('docs/decisions/README.md').matchAll(/\]\(([\w-]+\.md)\)/g)].map(([, to]) => to)
  const files = decisions.map((file) => path.basename(file)).filter((name) => name !== 'README.md')
  expect(linked.toSorted()).toEqual(files.toSorted())
})

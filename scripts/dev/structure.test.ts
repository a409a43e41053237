import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'

const root = path.join(import.meta.dirname, '..', '..')
/** Each may import itself and what stands left of it; who is asking stands left of every noun, and how it looks next. */
const WHO = ['readers', 'staff']
const NOUNS = ['appearance', 'articles', 'surveys', 'ballots', 'results', 'comments', 'exports']
/** What a noun may hold, and what each of these may import from nouns. */
const GRAMMAR: Record<string, string[]> = {
  schema: ['schema', 'rules'],
  rules: ['rules', 'schema'],
  queries: ['queries', 'rules', 'schema'],
  commands: ['commands', 'queries', 'rules', 'schema'],
  http: ['http', 'gate', 'commands', 'queries', 'rules', 'schema', 'cookies'],
  actions: ['gate', 'commands', 'queries', 'rules', 'schema'],
  cookies: ['rules', 'schema'],
  gate: ['cookies', 'commands', 'queries', 'rules', 'schema'],
}
/** A page of the browser must not carry the database, nor zod, with it. */
const BROWSER_SAFE = /^lib\/(?:\w+\/(?:rules\/|actions$)|typography|language$)/
const MOST_LINES = 250

type Import = { from: string; to: string; typeOnly: boolean }

const files = readdirSync(root, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
  .map((entry) => path.relative(root, path.join(entry.parentPath, entry.name)))
  .filter((file) => !/^(node_modules|\.next|\.avis|\.data)\/|generated\//.test(file))
const sources = files.filter((file) => !/\.test\.tsx?$/.test(file))

const imports: Import[] = sources.flatMap((from) =>
  [
    ...readFileSync(path.join(root, from), 'utf8').matchAll(
      /^(?:import|export)\s+(type\s)?[^'"]*?from\s+'([^']+)'/gm,
    ),
  ]
    .map(([, type, given = '']) => ({ type, given }))
    .filter(({ given }) => /^[.@]\//.test(given) || given.startsWith('../'))
    .map(({ type, given }) => ({
      from,
      typeOnly: Boolean(type),
      to: given.startsWith('@/') ? given.slice(2) : path.join(path.dirname(from), given),
    })),
)

const place = (file: string) =>
  /^lib\/(\w+)\/(\w+)/.exec(file)?.slice(1) as [noun: string, part: string] | undefined
const broken = (rule: (one: Import) => boolean) =>
  imports.filter(rule).map(({ from, to }) => `${from} → ${to}`)

describe('the house', () => {
  it('is read: there are files and imports to check', () => {
    expect(sources.length).toBeGreaterThan(50)
    expect(imports.length).toBeGreaterThan(100)
  })

  it('imports downwards: app, components, lib', () => {
    expect(
      broken(({ from, to }) => from.startsWith('lib/') && /^(app|components|scripts|e2e)\//.test(to)),
    ).toEqual([])
    expect(
      broken(({ from, to }) => from.startsWith('components/') && /^(app|scripts|e2e)\//.test(to)),
    ).toEqual([])
    expect(
      broken(({ from, to }) => from.startsWith('components/ui/') && !to.startsWith('components/ui/')),
    ).toEqual([])
  })

  it('imports no noun to its right', () => {
    const rank = (noun: string) => (WHO.includes(noun) ? 0 : NOUNS.indexOf(noun) + 1)
    expect(
      broken(({ from, to }) => {
        const [here, there] = [place(from)?.[0], place(to)?.[0]]
        if (!here || !there || here === there || there === 'generated') return false
        return WHO.includes(there) ? WHO.includes(here) : rank(there) > rank(here)
      }),
    ).toEqual([])
  })

  it('holds in every noun only what the grammar names', () => {
    const strangers = sources.filter((file) => {
      const found = place(file)
      return found && (![...WHO, ...NOUNS].includes(found[0]) || !Object.hasOwn(GRAMMAR, found[1]))
    })
    expect(strangers).toEqual([])
  })

  it('lets each part of a noun import only what the grammar allows', () => {
    expect(
      broken(({ from, to, typeOnly }) => {
        const [here, there] = [place(from), place(to)]
        return Boolean(here && there && !typeOnly && !GRAMMAR[here[1]]?.includes(there[1]))
      }),
    ).toEqual([])
  })

  it('keeps rules and schemas apart from the database', () => {
    expect(
      broken(({ from, to, typeOnly }) => {
        const part = place(from)?.[1]
        return (part === 'rules' || part === 'schema') && !typeOnly && /^lib\/(db|env|log|api)$/.test(to)
      }),
    ).toEqual([])
  })

  it('gives components nothing that cannot run in a browser', () => {
    expect(
      broken(({ from, to, typeOnly }) => {
        return from.startsWith('components/') && to.startsWith('lib/') && !typeOnly && !BROWSER_SAFE.test(to)
      }),
    ).toEqual([])
  })

  it('has server actions only in actions.ts', () => {
    const servers = sources.filter((file) =>
      /^'use server'/m.test(readFileSync(path.join(root, file), 'utf8')),
    )
    expect(servers.filter((file) => !/^lib\/\w+\/actions\.ts$/.test(file))).toEqual([])
  })

  it('has no file too long to find one’s way in', () => {
    const long = sources.filter(
      (file) => readFileSync(path.join(root, file), 'utf8').split('\n').length > MOST_LINES,
    )
    expect(long).toEqual([])
  })

  it('names no path of one machine and no registry', () => {
    const named = files.filter((file) =>
      /\/(?:home|Users)\/\w+\/|registry\.\w+\.org|https?:\/\/registry/.test(
        readFileSync(path.join(root, file), 'utf8'),
      ),
    )
    expect(named.filter((file) => file !== 'scripts/dev/structure.test.ts')).toEqual([])
  })
})

import { execFile } from 'node:child_process'
import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import path from 'node:path'
import pLimit from 'p-limit'
import { afterAll, expect, it } from 'vitest'
import { temporaryFolder } from '../testing/folder'
import { COMMANDS, type Name } from './commands.mjs'

const root = path.join(import.meta.dirname, '..', '..')
const data = temporaryFolder()
afterAll(() => rmSync(data, { recursive: true, force: true }))
const names = Object.keys(COMMANDS) as Name[]

const two = pLimit(2)
/** What a command answers to `words`: its code, what it printed, and what it said of a mistake. */
const run = (name: string, words: string[]) =>
  two(
    () =>
      new Promise<{ code: number; out: string; err: string }>((resolve) => {
        const given = [path.join(root, 'scripts', 'run.mjs'), name, ...words]
        const env = { ...process.env, AVIS_DATA: data, DATABASE_URL: '' }
        const child = execFile(process.execPath, given, { env }, (_, out, err) =>
          resolve({ code: child.exitCode ?? -1, out, err }),
        )
      }),
  )

it('every command of package.json is in the table, and the table has no other', () => {
  const { scripts } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as {
    scripts: Record<string, string>
  }
  expect(scripts).toEqual(Object.fromEntries(names.map((name) => [name, `node scripts/run.mjs ${name}`])))
  for (const name of names)
    expect(existsSync(path.join(root, 'scripts', `${COMMANDS[name].file}.ts`)), name).toBe(true)
})

it('every command says with --help how it is used, and does nothing', async () => {
  await Promise.all(
    names.map(async (name, at) => {
      const { code, out, err } = await run(name, [['--help'], ['-h'], ['a', 'b', '--help']][at % 3] ?? [])
      expect([name, code, err]).toEqual([name, 0, ''])
      expect(out).toMatch(new RegExp(`^npm (run )?${name}`))
      expect(out).toContain(COMMANDS[name].does)
    }),
  )
  expect(readdirSync(data)).toEqual([])
}, 120_000)

it('an option or a word that a command does not take, and one that is missing, are told in a sentence', async () => {
  const wrong: [Name, string[]][] = names.map((name) => [name, ['word', '--hlep']])
  wrong.push(['start', ['word']], ['restore', ['one', 'two']], ['restore', []], ['backup', ['x', '--format']])
  await Promise.all(
    wrong.map(async ([name, given]) => {
      const { code, out, err } = await run(name, given)
      expect([name, given, code, out]).toEqual([name, given, 2, ''])
      const [sentence, empty, usage] = err.split('\n')
      expect(sentence).toMatch(/\.$/)
      expect([empty, usage?.startsWith('npm ')]).toEqual(['', true])
    }),
  )
  const unknown = await run('strat', [])
  expect([unknown.code, unknown.err]).toEqual([
    2,
    expect.stringMatching(/^There is no command «strat»: start, /),
  ])
  expect(readdirSync(data)).toEqual([])
}, 120_000)

it('wrong use that only a command itself can see ends the same way, before any database', async () => {
  const wrong = [
    ['backup', 'package.json'],
    ['backup', 'new-file', '--format', 'zip'],
    ['export', 'slug', '--format', 'doc', '--out', 'x'],
    ['export', 'slug', '--format', 'csv'],
    ['migration', 'Bad-Name'],
    ['staff', 'remove'],
    ['staff', 'constructor'],
    ['staff', 'add', 'a@b.example'],
    ['demo:comments', '--count', 'many'],
    ['bench:exports', '--format', 'doc'],
  ] as const
  await Promise.all(
    wrong.map(async ([name, ...given]) => {
      const { code, out, err } = await run(name, given)
      expect([name, given, code, out]).toEqual([name, given, 2, ''])
      expect(err).toContain(`\nnpm run ${name} -- `)
    }),
  )
  expect(readdirSync(data)).toEqual([])
}, 120_000)

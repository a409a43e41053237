import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import path from 'node:path'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { temporaryFolder } from '../testing/folder'
import { COMMANDS, type Name, readArguments } from './commands.mjs'

const root = path.join(import.meta.dirname, '..', '..')
const names = Object.keys(COMMANDS) as Name[]
const fileOf = (name: Name) => path.join(root, 'scripts', COMMANDS[name].file.replace(/(?<!\.mjs)$/, '.ts'))

let data: string
beforeEach(() => {
  data = temporaryFolder()
  vi.stubEnv('AVIS_DATA', data)
  vi.stubEnv('DATABASE_URL', '')
})
afterEach(() => {
  vi.unstubAllEnvs()
  vi.restoreAllMocks()
  expect(readdirSync(data)).toEqual([])
  rmSync(data, { recursive: true, force: true })
})

/** Thrown where a command would have ended the process. */
class Ended extends Error {}

type Answer = { code: number | null; out: string; err: string }

/** Returns the outcome of `command` in this process: its code, what it printed, and its error message. */
async function answerOf(command: () => unknown): Promise<Answer> {
  const [out, err]: [string[], string[]] = [[], []]
  let code: number | null = null
  vi.spyOn(process, 'exit').mockImplementation((given) => {
    code ??= Number(given)
    throw new Ended()
  })
  vi.spyOn(console, 'log').mockImplementation((line) => void out.push(line))
  vi.spyOn(console, 'error').mockImplementation((line) => void err.push(line))
  try {
    await command()
  } catch (error) {
    if (!(error instanceof Ended)) throw error
  } finally {
    vi.restoreAllMocks()
  }
  return { code, out: out.join('\n'), err: err.join('\n') }
}

/** Returns the outcome of a command in a separate process. */
function processAnswer(name: string, words: string[]): Answer {
  const given = [path.join(root, 'scripts', 'run.mjs'), name, ...words]
  const { status, stdout, stderr } = spawnSync(process.execPath, given, { encoding: 'utf8' })
  return { code: status, out: stdout, err: stderr }
}

it('every command of package.json is in the table, and the table has no other', () => {
  const { scripts } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as {
    scripts: Record<string, string>
  }
  expect(scripts).toEqual(Object.fromEntries(names.map((name) => [name, `node scripts/run.mjs ${name}`])))
  for (const name of names) expect(existsSync(fileOf(name)), name).toBe(true)
})

it('every command says with --help how it is used, and does nothing', async () => {
  for (const [at, name] of names.entries()) {
    const words = [['--help'], ['-h'], ['a', 'b', '--help']][at % 3] ?? []
    const { code, out, err } = await answerOf(() => readArguments(name, words))
    expect([name, code, err]).toEqual([name, 0, ''])
    expect(out).toMatch(new RegExp(`^npm (run )?${name}`))
    expect(out).toContain(COMMANDS[name].does)
  }
})

/** Expects the code 2, a sentence, an empty line, and the command's usage. */
function expectRefusal({ code, out, err }: Answer, given: unknown) {
  expect([given, code, out]).toEqual([given, 2, ''])
  const [sentence, empty, usage] = err.split('\n')
  expect(sentence).toMatch(/\.$/)
  expect([empty, usage?.startsWith('npm ')]).toEqual(['', true])
}

it('an option or a word that a command does not take, and one that is missing, are told in a sentence', async () => {
  const wrong: [Name, string[]][] = names.map((name) => [name, ['word', '--hlep']])
  wrong.push(['start', ['word']], ['restore', ['one', 'two']], ['restore', []], ['backup', ['x', '--format']])
  for (const [name, words] of wrong)
    expectRefusal(await answerOf(() => readArguments(name, words)), [name, words])
  const unknown = await answerOf(() => readArguments('strat', []))
  expect([unknown.code, unknown.err]).toEqual([
    2,
    expect.stringMatching(/^There is no command «strat»: start, /),
  ])
})

it('a process of its own answers the same', async () => {
  const { code, out, err } = processAnswer('staff', ['--help'])
  expect([code, out.split(' -- ')[0], err]).toEqual([0, 'npm run staff', ''])
  expectRefusal(processAnswer('start', ['--hlep']), 'start')
  expectRefusal(processAnswer('staff', ['remove']), 'staff')
})

it('wrong use that only a command itself can see ends the same way, before any database', async () => {
  const wrong: [Name, ...string[]][] = [
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
  ]
  const argv = process.argv
  try {
    for (const [at, [name, ...words]] of wrong.entries()) {
      process.argv = [process.execPath, name, ...words]
      const { code, out, err } = await answerOf(() => import(`${fileOf(name)}?${at}`))
      expect([name, words, code, out]).toEqual([name, words, 2, ''])
      expect(err).toContain(`\nnpm run ${name} -- `)
    }
  } finally {
    process.argv = argv
  }
}, 120_000)

import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { afterAll, afterEach, beforeEach, expect, it, vi } from 'vitest'
import { temporaryFolder } from '../testing/folder'
import { bundle } from './build'

// One file of plain JavaScript: eight processes that each compile TypeScript take seconds.
const programs = temporaryFolder()
const program = path.join(programs, 'builder.mjs')
bundle('scripts/testing/build-process.ts', program)
afterAll(() => rmSync(programs, { recursive: true, force: true }))

let folder: string
let children: ChildProcess[]
beforeEach(() => {
  folder = temporaryFolder()
  children = []
})
afterEach(async () => {
  await Promise.all(children.map(end))
  rmSync(folder, { recursive: true, force: true })
})

async function end(child: ChildProcess) {
  if (child.exitCode !== null || child.signalCode !== null) return
  const gone = once(child, 'exit')
  child.kill('SIGKILL')
  await gone
}

/** Starts a process that requests the build `name`, and stays alive; the build ends when the file `gate` exists. */
function builder(name: string, gate = '') {
  const child = fork(program, [folder, name, gate], { execArgv: [] })
  children.push(child)
  const said: string[] = []
  const built = new Promise<string>((resolve) => {
    child.on('message', (message: { said?: string; built?: string }) => {
      if (message.said) said.push(message.said)
      if (message.built) resolve(message.built)
    })
  })
  return {
    child,
    said,
    built,
    saying: (text: RegExp) => vi.waitUntil(() => said.some((line) => text.test(line)), 20_000),
  }
}
const wholeOf = (built: string) => readFileSync(path.join(built, 'whole'), 'utf8')

it('of two that start at once one builds; the other says that it waits, and takes what was built', async () => {
  const gate = path.join(folder, 'gate')
  const first = builder('a', gate)
  await first.saying(/half/)
  const second = builder('a', gate)
  await second.saying(new RegExp(`${first.child.pid}.* is building`))
  writeFileSync(gate, '')
  expect(await second.built).toBe(await first.built)
  expect(wholeOf(await first.built)).toBe('a')
  expect(second.said).not.toContain('half')
})

it('what a killed process left half built is built again', async () => {
  const killed = builder('a', path.join(folder, 'never'))
  await killed.saying(/half/)
  await end(killed.child)
  expect(wholeOf(await builder('a').built)).toBe('a')
})

it('a build that somebody uses stays whole while others are made, and goes once nobody does', async () => {
  const user = builder('a')
  const used = await user.built
  const newer = builder('b')
  await newer.built
  expect(wholeOf(used)).toBe('a')
  expect(await builder('a').built).toBe(used)
  await Promise.all(children.map(end))
  const newest = await builder('c').built
  expect([existsSync(used), existsSync(await newer.built), wholeOf(newest)]).toEqual([false, false, 'c'])
})

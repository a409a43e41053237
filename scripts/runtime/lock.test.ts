import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { temporaryFolder } from '../testing/folder'
import { mark, withLock } from './lock.mjs'

let folder: string
let lock: string
beforeEach(() => {
  folder = temporaryFolder()
  lock = path.join(folder, 'made', 'lock')
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const never = (holder: string) => {
  throw new Error(`waits for ${holder}`)
}

/** Starts a process that acquires the lock, and writes begin and end of its work to the file `log`. */
const holder = (body: string) =>
  spawn(process.execPath, [
    '--input-type=module',
    '-e',
    `import { withLock } from ${JSON.stringify(path.join(import.meta.dirname, 'lock.mjs'))}
     import { appendFileSync } from 'node:fs'
     const log = (text) => appendFileSync(${JSON.stringify(path.join(folder, 'log'))}, text + '\\n')
     await withLock(${JSON.stringify(lock)}, () => undefined, async (alsoHeldBy) => { ${body} })`,
  ])

it('work of many processes never overlaps', async () => {
  const working = `log('begin'); await new Promise((resolve) => setTimeout(resolve, 20)); log('end')`
  const processes = Array.from({ length: 6 }, () => holder(working))
  await Promise.all(processes.map((one) => once(one, 'exit')))
  const lines = readFileSync(path.join(folder, 'log'), 'utf8').trim().split('\n')
  expect(lines).toEqual(Array.from({ length: 6 }, () => ['begin', 'end']).flat())
  expect(existsSync(lock)).toBe(false)
})

it('the lock of a process that was killed is taken over, but not while a child of it works', async () => {
  const child = spawn(process.execPath, ['-e', 'setInterval(() => undefined, 1000)'])
  const killed = holder(
    `alsoHeldBy(${child.pid}); log('held'); await new Promise(() => setInterval(() => 0, 1000))`,
  )
  await vi.waitUntil(() => existsSync(path.join(folder, 'log')), { timeout: 20_000 })
  killed.kill('SIGKILL')
  await once(killed, 'exit')
  const waited: string[] = []
  const taken = withLock(
    lock,
    (by) => {
      waited.push(by)
      child.kill('SIGKILL')
    },
    () => 'taken',
  )
  expect(await taken).toBe('taken')
  expect(waited).toEqual([String(child.pid)])
})

it('a number that another process has by now holds nothing, nor does an earlier one of ours', async () => {
  expect(await withLock(lock, never, () => 1)).toBe(1)
  for (const stale of [`${process.ppid} 1`, `${process.pid} 1`, '999999999 5', 'rubbish']) {
    writeFileSync(lock, stale)
    expect(await withLock(lock, never, () => stale)).toBe(stale)
  }
  expect(mark(process.pid)).toMatch(/^\d+ ./)
})

it('work that fails lets the lock go', async () => {
  await expect(
    withLock(lock, never, () => {
      throw new Error('no')
    }),
  ).rejects.toThrow('no')
  expect(await withLock(lock, never, () => 2)).toBe(2)
})

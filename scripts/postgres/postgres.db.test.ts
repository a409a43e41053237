import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { startPostgres } from '../postgres'
import { ask } from '../testing/connection'
import { temporaryFolder } from '../testing/folder'
import { commandOf } from './processes'

const FAST = { settings: { fsync: 'off' } }
const folders: string[] = []
const children: ChildProcess[] = []

function newFolder() {
  const folder = temporaryFolder()
  folders.push(folder)
  return folder
}

/** The folder of a server that has run and was stopped: creating a cluster takes seconds, copying it does not. */
const stopped = temporaryFolder()
beforeAll(async () => {
  await (await startPostgres(stopped, () => undefined, FAST)).stop()
})
afterAll(() => rmSync(stopped, { recursive: true, force: true }))

function copyOfStopped() {
  const folder = newFolder()
  execFileSync('cp', ['-a', `${stopped}/.`, folder])
  return folder
}

afterEach(() => {
  for (const child of children.splice(0)) child.kill('SIGKILL')
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true })
})

/** Starts a process that starts a server on `folder`, prints its address and waits to be killed. */
async function starter(folder: string) {
  const script = `
    import { startPostgres } from ${JSON.stringify(path.join(import.meta.dirname, 'index.ts'))}
    const postgres = await startPostgres(${JSON.stringify(folder)}, () => undefined, ${JSON.stringify(FAST)})
    console.log(postgres.url('postgres'))
    setInterval(() => undefined, 1000)`
  const child = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', script])
  children.push(child)
  const [line] = await once(child.stdout, 'data')
  return { child, url: String(line).trim() }
}

/** Returns the folder of the cluster: another one when the server's account cannot reach root's folder. */
const homeOf = (folder: string, said: string[]) =>
  said
    .map((line) => / using (\S+) in its place/.exec(line)?.[1])
    .find((place) => place?.startsWith('/var/lib')) ?? folder

async function gone(pid: number) {
  for (let tries = 0; tries < 200 && commandOf(pid); tries++) await sleep(50)
  return !commandOf(pid)
}

describe('the built-in PostgreSQL', () => {
  it('keeps its data from one start to the next', async () => {
    const folder = newFolder()
    const first = await startPostgres(folder, () => undefined, FAST)
    await ask(first.url('postgres'), 'CREATE TABLE kept (n int)')
    await first.stop()
    const second = await startPostgres(folder, () => undefined, FAST)
    expect(await ask(second.url('postgres'), 'SELECT count(*)::int AS n FROM kept')).toEqual([{ n: 0 }])
    await second.stop()
  })

  it('sets a half-made folder aside and makes a new one', async () => {
    const folder = newFolder()
    mkdirSync(path.join(folder, 'postgres'))
    writeFileSync(path.join(folder, 'postgres', 'PG_VERSION'), '18\n')
    const said: string[] = []
    const postgres = await startPostgres(folder, (line) => said.push(line), FAST)
    await postgres.stop()
    expect(said.join()).toContain('not a whole database folder')
    expect(readdirSync(folder).some((name) => name.startsWith('postgres.incomplete-'))).toBe(true)
  })

  it('clears the lock of a process that is no more', async () => {
    const folder = copyOfStopped()
    writeFileSync(path.join(folder, 'postgres', 'postmaster.pid'), `${process.pid}\n${folder}/postgres\n`)
    const said: string[] = []
    const postgres = await startPostgres(folder, (line) => said.push(line), FAST)
    await postgres.stop()
    expect(said.join()).toContain('Clearing the lock')
  })

  it('starts again where it was killed, also at once, and has what was committed', async () => {
    const folder = copyOfStopped()
    const first = await startPostgres(folder, () => undefined)
    await ask(first.url('postgres'), 'CREATE TABLE kept AS SELECT 7 AS n')
    // A busy process of the server notices only when its work is done.
    const busy = ask(first.url('postgres'), 'SELECT count(*) FROM generate_series(1, 20000000)').catch(
      () => undefined,
    )
    process.kill(
      Number.parseInt(readFileSync(path.join(folder, 'postgres', 'postmaster.pid'), 'utf8'), 10),
      'SIGKILL',
    )
    await first.ended
    const port = Number(new URL(first.url('postgres')).port)
    const second = await startPostgres(folder, () => undefined, { port })
    expect(await ask(second.url('postgres'), 'SELECT n FROM kept')).toEqual([{ n: 7 }])
    expect(second.url('postgres')).toBe(first.url('postgres'))
    await busy
    await second.stop()
  })

  it('stops when its starter is killed', async () => {
    const folder = copyOfStopped()
    const { child } = await starter(folder)
    const server = Number.parseInt(readFileSync(path.join(folder, 'postgres', 'postmaster.pid'), 'utf8'), 10)
    child.kill('SIGKILL')
    expect(await gone(server)).toBe(true)
  })

  it('takes over from a server whose keeper was killed', async () => {
    const folder = copyOfStopped()
    const { child } = await starter(folder)
    const server = Number.parseInt(readFileSync(path.join(folder, 'postgres', 'postmaster.pid'), 'utf8'), 10)
    process.kill(Number(readFileSync(path.join(folder, 'keeper.pid'), 'utf8')), 'SIGKILL')
    child.kill('SIGKILL')
    const said: string[] = []
    const postgres = await startPostgres(folder, (line) => said.push(line), FAST)
    expect(said.join()).toContain('an earlier run left behind')
    expect(commandOf(server)).toBeFalsy()
    await postgres.stop()
  })

  it('refuses a second start on the same data, but lets a tool join', async () => {
    const folder = copyOfStopped()
    const postgres = await startPostgres(folder, () => undefined, FAST)
    await expect(startPostgres(folder, () => undefined, FAST)).rejects.toThrow(/already running/)
    const joined = await startPostgres(folder, () => undefined, { ...FAST, join: true })
    await joined.stop()
    expect(await ask(joined.url('postgres'), 'SELECT 1 AS n')).toEqual([{ n: 1 }])
    await postgres.stop()
  })

  it('works in a folder that only we may enter', async () => {
    const folder = newFolder()
    chmodSync(folder, 0o700)
    const said: string[] = []
    const postgres = await startPostgres(path.join(folder, 'data'), (line) => said.push(line), FAST)
    expect(await ask(postgres.url('postgres'), 'SELECT 1 AS n')).toEqual([{ n: 1 }])
    await postgres.stop()
    const home = homeOf(path.join(folder, 'data'), said)
    expect(existsSync(path.join(home, 'postgres', 'PG_VERSION'))).toBe(true)
    if (home.startsWith('/var/lib/avis/')) folders.push(home)
  })

  it('refuses data of another PostgreSQL in one sentence', async () => {
    const folder = copyOfStopped()
    writeFileSync(path.join(folder, 'postgres', 'PG_VERSION'), '12\n')
    await expect(startPostgres(folder, () => undefined, FAST)).rejects.toThrow(/made by PostgreSQL 12/)
  })
})

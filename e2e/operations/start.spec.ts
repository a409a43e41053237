import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readFileSync, rmSync, statSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import path from 'node:path'
import { expect, test } from '@playwright/test'
import { freePort } from '../../scripts/postgres'
import { temporaryFolder } from '../../scripts/testing/folder'
import { startAvis, stopAvis } from '../fixtures/global-setup'

let data: string
test.beforeEach(() => {
  data = temporaryFolder()
})
test.afterEach(() => rmSync(data, { recursive: true, force: true }))

const own = async (AVIS_DATA: string) => ({
  AVIS_DATA,
  DATABASE_URL: '',
  AVIS_SECRET: '',
  PORT: String(await freePort()),
})
const demo = (port: string, rest = '') =>
  `http://127.0.0.1:${port}/api/v1/surveys/meta-investissement-ia-2025${rest}`

async function vote(port: string) {
  const { questions } = await (await fetch(demo(port))).json()
  const aspects = questions.find((question: { kind: string }) => question.kind === 'aspects')
  const answers = [{ questionId: aspects.id, optionIds: [aspects.options[0].id] }]
  return () =>
    fetch(demo(port, '/ballot'), {
      method: 'POST',
      body: JSON.stringify({ answers }),
      headers: { 'content-type': 'application/json' },
    }).then(
      (response) => response.status,
      () => 0,
    )
}

test.describe('one installation', () => {
  test.describe.configure({ mode: 'serial' })
  let settings: Awaited<ReturnType<typeof own>>
  let running: Awaited<ReturnType<typeof startAvis>>
  test.beforeAll(async () => {
    settings = await own(temporaryFolder())
  })
  test.afterAll(async () => {
    await stopAvis(running.process, 'SIGKILL')
    rmSync(settings.AVIS_DATA, { recursive: true, force: true })
  })
  const ballots = async () => (await (await fetch(demo(settings.PORT, '/results'))).json()).ballots
  let acknowledged = 0

  test('starts on its own database, commits what it took on Ctrl-C, and starts again with it', async () => {
    running = await startAvis(settings)
    expect(running.said()).toContain(`http://localhost:${settings.PORT}`)
    expect(statSync(path.join(settings.AVIS_DATA, 'secret')).mode & 0o077).toBe(0)
    const cast = await vote(settings.PORT)
    const early = Array.from({ length: 300 }, cast)
    await Promise.any(early.map(async (answer) => expect(await answer).toBe(201)))
    const stopped = stopAvis(running.process)
    const late = Array.from({ length: 300 }, cast)
    const answers = await Promise.all([...early, ...late])
    await stopped
    expect(running.process.exitCode).toBe(0)
    acknowledged = answers.filter((status) => status === 201).length
    expect(acknowledged).toBeGreaterThan(0)

    running = await startAvis(settings)
    expect(running.said()).not.toContain('Loaded the demo')
    expect(running.said()).not.toContain('Building')
    // A ballot can be stored and its answer lost with the connection, never the other way round.
    expect(await ballots()).toBeGreaterThanOrEqual(acknowledged)
  })

  test('takes nothing down with it when it is killed, and starts again', async () => {
    const cast = await vote(settings.PORT)
    const votes = Array.from({ length: 200 }, cast)
    const taken = (await Promise.all(votes.slice(0, 100))).filter((status) => status === 201).length
    running.process.kill('SIGKILL')
    await Promise.all(votes)
    running = await startAvis(settings)
    expect(await ballots()).toBeGreaterThanOrEqual(acknowledged + taken)
  })

  test('stops and says so when its database ends', async () => {
    const lock = readFileSync(path.join(settings.AVIS_DATA, 'postgres', 'postmaster.pid'), 'utf8')
    const gone = once(running.process, 'exit')
    process.kill(Number.parseInt(lock, 10), 'SIGINT')
    expect((await gone)[0]).toBe(1)
    expect(running.said()).toContain('The built-in database has ended')
  })
})

test('says in one sentence that its port is taken', async () => {
  const other = createServer().listen(0)
  const PORT = String((other.address() as AddressInfo).port)
  const start = startAvis({ ...(await own(data)), PORT })
  await expect(start).rejects.toThrow(new RegExp(`ended with 1[^]*Port ${PORT} is taken`))
  other.close()
})

/** An address of this machine alone, other than 127.0.0.1: which there is depends on the system. */
async function otherLoopback(): Promise<string> {
  for (const host of ['127.0.0.2', '::1']) {
    const probe = createServer().listen(0, host)
    const listens = await Promise.race([
      once(probe, 'listening').then(() => true),
      once(probe, 'error').then(() => false),
    ])
    probe.close()
    if (listens) return host
  }
  throw new Error('this machine has one loopback address')
}

test('is ready when its own server is, whatever else answers on that port, and stops with the npm that started it', async () => {
  const other = createServer((_, response) => response.end('ready')).listen(0, '127.0.0.1')
  await once(other, 'listening')
  const PORT = String((other.address() as AddressInfo).port)
  const HOST = await otherLoopback()
  const address = `http://${HOST.includes(':') ? `[${HOST}]` : HOST}:${PORT}`
  const npm = spawn('npm', ['start'], {
    env: { ...process.env, ...(await own(data)), PORT, HOST },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  let said = ''
  await new Promise<void>((resolve) => {
    npm.stdout.on('data', (chunk) => {
      said += chunk
      if (said.includes('is ready')) resolve()
    })
  })
  expect(said).toContain(`Avis is ready: ${address} `)
  const readiness = () =>
    fetch(`${address}/readyz`).then(
      (response) => response.json(),
      () => 'gone',
    )
  expect(await readiness()).toEqual({ status: 'ready' })
  npm.kill('SIGTERM')
  await expect.poll(readiness, { timeout: 20_000 }).toBe('gone')
  await expect.poll(() => existsSync(path.join(data, 'keeper.pid')), { timeout: 20_000 }).toBe(false)
  other.close()
})

test('says in one sentence which setting is wrong, before any work', async () => {
  for (const [name, value] of [
    ['AVIS_SECRET', 'abc'],
    ['LOG_LEVEL', 'loud'],
    ['AVIS_ORIGIN', 'avis.example'],
    ['PORT', 'http'],
  ] as const) {
    const failed = await startAvis({ ...(await own(data)), [name]: value }).catch(
      (error: Error) => error.message,
    )
    expect(failed).toContain('ended with 1')
    expect(failed).toContain(name)
    expect(failed).not.toContain('    at ')
    expect(existsSync(path.join(data, 'postgres'))).toBe(false)
  }
})

test('says in one sentence what is wrong with DATABASE_URL', async () => {
  for (const [DATABASE_URL, sentence] of [
    ['mysql://root@localhost/avis', 'DATABASE_URL is not an address of the form'],
    ['postgresql://avis:secret-word@127.0.0.1:1/avis', 'no connection to 127.0.0.1:1/avis'],
  ] as const) {
    const failed = await startAvis({ ...(await own(data)), DATABASE_URL, DATABASE_WAIT: '0' }).catch(
      (error: Error) => error.message,
    )
    expect(failed).toContain(sentence)
    expect(failed).toContain('ended with 1')
    expect(failed).not.toContain('secret-word')
    expect(failed).not.toContain('    at ')
  }
})

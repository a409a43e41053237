import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readFileSync, rmSync, statSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import path from 'node:path'
import { expect, test } from '@playwright/test'
import { freePort } from '../../scripts/postgres'
import { temporaryFolder } from '../../scripts/testing/folder'
import { startAvis, stopAvis } from '../fixtures/server'

test.describe.configure({ mode: 'default' })
let data: string
test.beforeEach(() => {
  data = temporaryFolder()
})
test.afterEach(() => rmSync(data, { recursive: true, force: true }))

const own = async () => ({
  AVIS_DATA: data,
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

test('starts on its own database, commits what it took on Ctrl-C, and starts again with it', async () => {
  const settings = await own()
  const first = await startAvis(settings)
  expect(first.said()).toContain(`http://localhost:${settings.PORT}`)
  expect(statSync(path.join(data, 'secret')).mode & 0o077).toBe(0)
  const cast = await vote(settings.PORT)
  const early = Array.from({ length: 300 }, cast)
  await Promise.any(early.map(async (answer) => expect(await answer).toBe(201)))
  const stopped = stopAvis(first.process)
  const late = Array.from({ length: 300 }, cast)
  const answers = await Promise.all([...early, ...late])
  await stopped
  expect(first.process.exitCode).toBe(0)
  const acknowledged = answers.filter((status) => status === 201).length
  expect(acknowledged).toBeGreaterThan(0)

  const second = await startAvis(settings)
  const results = await (await fetch(demo(settings.PORT, '/results'))).json()
  await stopAvis(second.process, 'SIGTERM')
  expect(second.said()).not.toContain('Loaded the demo')
  expect(second.said()).not.toContain('Building')
  // A ballot can be stored and its answer lost with the connection, never the other way round.
  expect(results.ballots).toBeGreaterThanOrEqual(acknowledged)
})

test('takes nothing down with it when it is killed, and starts again', async () => {
  const settings = await own()
  const first = await startAvis(settings)
  const cast = await vote(settings.PORT)
  const votes = Array.from({ length: 200 }, cast)
  const acknowledged = (await Promise.all([...votes.slice(0, 100)])).filter((status) => status === 201).length
  first.process.kill('SIGKILL')
  await Promise.all(votes)
  const second = await startAvis(settings)
  const results = await (await fetch(demo(settings.PORT, '/results'))).json()
  await stopAvis(second.process)
  expect(results.ballots).toBeGreaterThanOrEqual(acknowledged)
})

test('stops with the npm that started it', async () => {
  const settings = await own()
  const npm = spawn('npm', ['start'], {
    env: { ...process.env, ...settings },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  await new Promise<void>((resolve) => {
    let said = ''
    npm.stdout.on('data', (chunk) => {
      said += chunk
      if (said.includes('is ready')) resolve()
    })
  })
  npm.kill('SIGTERM')
  await expect
    .poll(
      () =>
        fetch(demo(settings.PORT)).then(
          () => 'serving',
          () => 'gone',
        ),
      { timeout: 20_000 },
    )
    .toBe('gone')
  await expect.poll(() => existsSync(path.join(data, 'keeper.pid')), { timeout: 20_000 }).toBe(false)
})

test('says in one sentence that its port is taken', async () => {
  const other = createServer().listen(0)
  const PORT = String((other.address() as AddressInfo).port)
  const start = startAvis({ ...(await own()), PORT })
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

test('is ready when its own server is, whatever else answers on that port', async () => {
  const other = createServer((_, response) => response.end('ready')).listen(0, '127.0.0.1')
  await once(other, 'listening')
  const PORT = String((other.address() as AddressInfo).port)
  const HOST = await otherLoopback()
  const avis = await startAvis({ ...(await own()), PORT, HOST })
  const address = `http://${HOST.includes(':') ? `[${HOST}]` : HOST}:${PORT}`
  const answer = await fetch(`${address}/readyz`).then((response) => response.json())
  await stopAvis(avis.process)
  other.close()
  expect(answer).toEqual({ status: 'ready' })
  expect(avis.said()).toContain(`Avis is ready: ${address} `)
})

test('says in one sentence which setting is wrong, before any work', async () => {
  for (const [name, value] of [
    ['AVIS_SECRET', 'abc'],
    ['LOG_LEVEL', 'loud'],
    ['AVIS_ORIGIN', 'avis.example'],
    ['PORT', 'http'],
  ] as const) {
    const failed = await startAvis({ ...(await own()), [name]: value }).catch((error: Error) => error.message)
    expect(failed).toContain('ended with 1')
    expect(failed).toContain(name)
    expect(failed).not.toContain('    at ')
    expect(existsSync(path.join(data, 'postgres'))).toBe(false)
  }
})

test('stops and says so when its database ends', async () => {
  const settings = await own()
  const avis = await startAvis(settings)
  const lock = readFileSync(path.join(data, 'postgres', 'postmaster.pid'), 'utf8')
  const gone = new Promise((resolve) => avis.process.once('exit', resolve))
  process.kill(Number.parseInt(lock, 10), 'SIGINT')
  expect(await gone).toBe(1)
  expect(avis.said()).toContain('The built-in database has ended')
})

test('says in one sentence what is wrong with DATABASE_URL', async () => {
  for (const [DATABASE_URL, sentence] of [
    ['mysql://root@localhost/avis', 'DATABASE_URL is not an address of the form'],
    ['postgresql://avis:secret-word@127.0.0.1:1/avis', 'no connection to 127.0.0.1:1/avis'],
  ] as const) {
    const failed = await startAvis({ ...(await own()), DATABASE_URL, DATABASE_WAIT: '0' }).catch(
      (error: Error) => error.message,
    )
    expect(failed).toContain(sentence)
    expect(failed).toContain('ended with 1')
    expect(failed).not.toContain('secret-word')
    expect(failed).not.toContain('    at ')
  }
})

/** Resident memory: of a server through its life, and of everything that `npm start` runs. */
import { spawn } from 'node:child_process'
import { rmSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { freePort } from '../postgres'
import { temporaryFolder } from '../testing/folder'
import { checkBallots } from './checks'
import type { Stage } from './environment'
import { processes, residentMegabytes, treeOf } from './proc'
import { load } from './processes'
import { realVotes } from './requests'
import type { Consultation } from './site'
import type { Size } from './size'

const CONNECTIONS = 64
/** Maximum seconds of the memory measurement, on a machine too slow for all the ballots. */
const MAX_SECONDS = 300
const LOAD_SECONDS = 10
const QUICK_LOAD_SECONDS = 3
const READY_MS = 120_000
const STOP_MS = 30_000

/** Measures a server of its own: at rest, at its maximum while it accepts ballots, and after them. */
export async function memory(stage: Stage, survey: Consultation, { memory: wanted, rest: restMs }: Size) {
  const server = await stage.frontDoor()
  const now = () => residentMegabytes(server.pid) ?? 0
  await sleep(restMs)
  const rest = now()
  const site = { server, survey, url: stage.url, secret: stage.secret }
  const { order } = realVotes(site)
  let highest = 0
  const watch = setInterval(() => {
    highest = Math.max(highest, now())
  }, 250)
  const seconds = wanted > 100_000 ? LOAD_SECONDS : QUICK_LOAD_SECONDS
  const end = Date.now() + MAX_SECONDS * 1000
  let ballots = 0
  while (ballots < wanted && Date.now() < end) {
    const report = await load({ ...order, port: server.port, connections: CONNECTIONS, seconds })
    if (report.failed) throw new Error(`${report.failed} ballots were refused`)
    await checkBallots(stage.url, survey.id, report.receipts)
    ballots += report.answered
  }
  clearInterval(watch)
  await sleep(restMs)
  const after = now()
  await server.stop()
  return { wanted, ballots, rest, highest, after }
}

const isPostgres = (name: string) => name.startsWith('postgres')

async function untilServed(port: number) {
  for (const end = Date.now() + READY_MS; Date.now() < end; await sleep(200)) {
    const answer = await fetch(`http://127.0.0.1:${port}/readyz`).catch(() => undefined)
    if (answer?.status === 200) return
  }
  throw new Error('npm start did not serve')
}

/** Measures every process of a real `npm start` at rest, with the built-in database; PostgreSQL's are left out. */
export async function wholeStart(root: string, { rest }: Size) {
  const folder = temporaryFolder()
  const port = await freePort()
  const { DATABASE_URL: _, AVIS_SECRET: __, ...env } = process.env
  const child = spawn('npm', ['start'], {
    cwd: root,
    stdio: 'ignore',
    env: { ...env, AVIS_DATA: path.join(folder, 'data'), PORT: String(port) },
  })
  const tree = () => treeOf(processes(), [child.pid as number]).map(({ pid }) => pid)
  let started: number[] = []
  try {
    await untilServed(port)
    await sleep(rest)
    const all = treeOf(processes(), [child.pid as number])
    started = all.map(({ pid }) => pid)
    const each = all
      .filter(({ name }) => !isPostgres(name))
      .map(({ pid, name }) => ({ name, megabytes: residentMegabytes(pid) ?? 0 }))
    return { each, sum: each.reduce((sum, { megabytes }) => sum + megabytes, 0) }
  } finally {
    if (!started.length) started = tree()
    child.kill('SIGTERM')
    const remain = () => processes().some(({ pid }) => started.includes(pid))
    for (const end = Date.now() + STOP_MS; remain() && Date.now() < end; ) await sleep(200)
    rmSync(folder, { recursive: true, force: true })
  }
}

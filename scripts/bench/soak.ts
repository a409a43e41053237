/** Ten minutes of steady voting and reading: compares the server's memory at the end with its beginning. */
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { build } from '../runtime/build'
import { checkBallots } from './checks'
import type { Stage } from './environment'
import { residentMegabytes } from './proc'
import { load, type Server } from './processes'
import { demo, reading, realVotes } from './requests'

const MINUTES = 10
const WARM_UP_SECONDS = 60
const CONNECTIONS = 16
const SNAPSHOT_MS = 60_000

type Snapshot = { snapshot: { meta: { node_fields: string[] }; node_count: number }; nodes: number[] }

/** Returns megabytes and objects that are reachable: taking a snapshot collects all others. */
async function heapOf({ pid }: Server, folder: string) {
  process.kill(pid, 'SIGUSR2')
  for (const end = Date.now() + SNAPSHOT_MS; Date.now() < end; await sleep(500)) {
    const [name] = readdirSync(folder)
    if (!name) continue
    const text = readFileSync(path.join(folder, name), 'utf8')
    // It is written piece by piece: complete when it ends as JSON does.
    if (!text.trimEnd().endsWith('}')) continue
    rmSync(path.join(folder, name))
    const { snapshot, nodes } = JSON.parse(text) as Snapshot
    const { node_fields: fields } = snapshot.meta
    const size = fields.indexOf('self_size')
    let bytes = 0
    for (let at = size; at < nodes.length; at += fields.length) bytes += nodes[at] ?? 0
    return { megabytes: bytes / 2 ** 20, objects: snapshot.node_count }
  }
  throw new Error('the server wrote no heap snapshot')
}

/** Runs the soak test and prints its findings. */
export async function soak(stage: Stage, say: (line: string) => void) {
  await build(say)
  const survey = await demo()
  const folder = mkdtempSync(path.join(tmpdir(), 'avis-heap-'))
  const server = await stage.frontDoor(['--heapsnapshot-signal=SIGUSR2', `--diagnostic-dir=${folder}`])
  const { order } = realVotes({ server, survey, url: stage.url, secret: stage.secret })
  const page = reading(server, `/consultations/${survey.view.slug}`).order
  const minute = async (seconds: number) => {
    const [voted, read] = await Promise.all([
      load({ ...order, port: server.port, connections: CONNECTIONS, seconds }),
      load({ ...page, port: server.port, connections: 2, seconds }),
    ])
    if (voted.failed || read.failed)
      throw new Error(`${voted.failed} ballots and ${read.failed} pages failed`)
    await checkBallots(stage.url, survey.id, voted.receipts)
    return voted.answered
  }
  await minute(WARM_UP_SECONDS)
  const before = await heapOf(server, folder)
  say(`After a minute: ${before.megabytes.toFixed(1)} MB of heap, ${before.objects} objects`)
  let ballots = 0
  for (let passed = 1; passed <= MINUTES; passed++) {
    ballots += await minute(60)
    say(`${passed} min: ${ballots} ballots, ${Math.round(residentMegabytes(server.pid) ?? 0)} MB resident`)
  }
  const after = await heapOf(server, folder)
  const grown = ((after.megabytes / before.megabytes - 1) * 100).toFixed(1)
  say(
    `After ${ballots} ballots more: ${after.megabytes.toFixed(1)} MB of heap, ${after.objects} objects (${grown} %)`,
  )
  await server.stop()
  rmSync(folder, { recursive: true, force: true })
}

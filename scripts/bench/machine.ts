import { execFileSync } from 'node:child_process'
import { closeSync, fdatasyncSync, openSync, rmSync, writeSync } from 'node:fs'
import { cpus, loadavg, totalmem } from 'node:os'
import path from 'node:path'
import { temporaryFolder } from '../testing/folder'
import type { Stage } from './environment'
import { withClient } from './tables'

const FLUSH_MS = 1_000

/** Measures how many flushes this disk completes in a second: the minimum cost of a transaction of its own. */
function flushesPerSecond(): number {
  const folder = temporaryFolder()
  const file = openSync(path.join(folder, 'flush'), 'w')
  const page = Buffer.alloc(8192, 1)
  const end = performance.now() + FLUSH_MS
  let flushes = 0
  for (; performance.now() < end; flushes++) {
    writeSync(file, page, 0, page.length, 0)
    fdatasyncSync(file)
  }
  closeSync(file)
  rmSync(folder, { recursive: true })
  return (flushes * 1000) / FLUSH_MS
}

/** Describes the machine that these figures were measured on, and how busy it was otherwise. */
export async function describeMachine({ url }: Stage) {
  const { rows } = await withClient(url, (client) => client.query('SHOW server_version'))
  const [processor] = cpus()
  return {
    processor: processor?.model ?? 'unknown',
    cores: cpus().length,
    memoryGigabytes: Math.round(totalmem() / 2 ** 30),
    node: process.versions.node,
    postgres: String(rows[0].server_version),
    flushesPerSecond: Math.round(flushesPerSecond()),
    loadBefore: Number((loadavg()[0] ?? 0).toFixed(2)),
    commit: execFileSync('git', ['rev-parse', '--short', 'HEAD'], { encoding: 'utf8' }).trim(),
  }
}

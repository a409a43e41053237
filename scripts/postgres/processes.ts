import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'

/** Returns the command line of a running process, or undefined when no process has that id. */
export function commandOf(pid: number): string | undefined {
  if (!Number.isInteger(pid) || pid <= 1) return undefined
  try {
    if (existsSync('/proc/self/cmdline')) {
      return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ')
    }
    return execFileSync('ps', ['-p', String(pid), '-o', 'command='], { encoding: 'utf8', stdio: 'pipe' })
  } catch {
    return undefined
  }
}

/** Sends `signal` and resolves once the process has ended. Throws after `limit` milliseconds. */
export async function stopAndWait(pid: number, signal: NodeJS.Signals, limit = 30_000) {
  process.kill(pid, signal)
  const end = Date.now() + limit
  while (commandOf(pid) !== undefined && commandOf(pid) !== '') {
    if (Date.now() > end) throw new Error(`process ${pid} did not stop within ${limit} ms`)
    await sleep(50)
  }
}

import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'

/** Reads the limit of open files out of /proc/PID/limits: Node has raised its own to the highest allowed. */
export function openFilesIn(limits: string): number {
  const most = /^Max open files\s+\S+\s+(\S+)/m.exec(limits)?.[1]
  return most === 'unlimited' || most === undefined ? Number.POSITIVE_INFINITY : Number(most)
}

function limit(): number {
  try {
    return openFilesIn(readFileSync('/proc/self/limits', 'utf8'))
  } catch {
    // Other systems than Linux: an open that fails says so.
    return Number.POSITIVE_INFINITY
  }
}

/** Lets this process, and those that it starts, have `wanted` open files if the system allows it; returns the limit. */
export function allowOpenFiles(wanted: number): number {
  if (limit() >= wanted) return limit()
  try {
    const given = ['--pid', String(process.pid), `--nofile=${wanted}:${wanted}`]
    execFileSync('prlimit', given, { stdio: 'ignore' })
  } catch {
    // Only root may raise it, and not every system has prlimit.
  }
  return limit()
}

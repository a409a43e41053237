// A lock between processes that work in one folder. Plain JavaScript, because `run.mjs` needs it before anything is
// installed.
import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'

const LOOK_MS = 200
/** Between making the file and writing into it. */
const WRITING_MS = 5_000

/**
 * Tells when a process began, in whatever unit the system has: another process of the same number began at another
 * time. Undefined when there is no such process.
 * @param {number} pid
 * @returns {string | undefined}
 */
export function beginningOf(pid) {
  try {
    if (existsSync('/proc/self/stat')) {
      const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
      // The name, which may hold anything, ends with the last bracket; the beginning is field 22.
      const [state, ...fields] = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
      return state === 'Z' ? undefined : fields[18]
    }
    if (process.platform !== 'win32')
      return execFileSync('ps', ['-p', String(pid), '-o', 'lstart='], { encoding: 'utf8', stdio: 'pipe' })
    process.kill(pid, 0)
    return 'unknown'
  } catch (error) {
    return error.code === 'EPERM' ? 'unknown' : undefined
  }
}

/**
 * Writes down a process so that `isAlive` knows it again.
 * @param {number} pid
 */
export const mark = (pid) => `${pid} ${beginningOf(pid)}`

/**
 * Tells whether the process of a mark still runs.
 * @param {string} marked
 */
export function isAlive(marked) {
  const at = marked.indexOf(' ')
  return beginningOf(Number(marked.slice(0, at))) === marked.slice(at + 1)
}

/**
 * Reads who holds a lock; undefined when nobody does any more.
 * @param {string} file
 * @returns {string | undefined}
 */
function holderOf(file) {
  try {
    const held = readFileSync(file, 'utf8')
    if (!held) return Date.now() - statSync(file).mtimeMs < WRITING_MS ? 'a process' : undefined
    return held.split('\n').find(isAlive)
  } catch (error) {
    if (error.code === 'ENOENT') return undefined
    throw error
  }
}

/**
 * Removes a lock that nobody holds. What was taken in the meantime by another process is put back.
 * @param {string} file
 */
function clear(file) {
  const aside = `${file}.${process.pid}`
  try {
    renameSync(file, aside)
  } catch (error) {
    if (error.code === 'ENOENT') return
    throw error
  }
  if (holderOf(aside) && !existsSync(file)) renameSync(aside, file)
  else rmSync(aside, { force: true })
}

/**
 * Does `work` while no other process holds the lock `file`; `onWait` hears once who holds it. `work` may say of a
 * process that it started that it holds the lock as well. The lock of processes that are gone counts for nothing.
 * @template T
 * @param {string} file
 * @param {(onWait: string) => void} onWait
 * @param {(alsoHeldBy: (pid: number) => void) => T | Promise<T>} work
 * @returns {Promise<T>}
 */
export async function withLock(file, onWait, work) {
  mkdirSync(path.dirname(file), { recursive: true })
  const holders = [mark(process.pid)]
  for (let waits = false; ; ) {
    try {
      writeFileSync(file, holders[0], { flag: 'wx' })
      break
    } catch (error) {
      if (error.code !== 'EEXIST') throw error
    }
    const holder = holderOf(file)
    if (holder === undefined) clear(file)
    else {
      if (!waits) onWait(holder.split(' ')[0])
      waits = true
      await sleep(LOOK_MS)
    }
  }
  try {
    return await work((pid) => {
      holders.push(mark(pid))
      writeFileSync(file, holders.join('\n'))
    })
  } finally {
    rmSync(file, { force: true })
  }
}

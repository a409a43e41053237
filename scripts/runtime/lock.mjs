// A lock between processes that work in one folder. Plain JavaScript, because `run.mjs` needs it before anything is
// installed.
import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'

/** Milliseconds between two checks of a lock that another process holds. */
const LOOK_MS = 200
/** Milliseconds between creating the file and writing into it, at most. */
const WRITING_MS = 5_000

/**
 * Returns when a process began, in whatever unit the system has: another process with the same id began at another
 * time. Returns undefined when there is no such process.
 * @param {number} pid
 * @returns {string | undefined}
 */
export function beginningOf(pid) {
  try {
    if (existsSync('/proc/self/stat')) {
      const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
      // The name, which may contain anything, ends with the last bracket; the start time is field 22.
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
 * Returns a record of a process by which `isAlive` recognises it.
 * @param {number} pid
 */
export const mark = (pid) => `${pid} ${beginningOf(pid)}`

/**
 * Returns whether the process of a record still runs.
 * @param {string} marked
 */
export function isAlive(marked) {
  const at = marked.indexOf(' ')
  return beginningOf(Number(marked.slice(0, at))) === marked.slice(at + 1)
}

/**
 * Returns the record of the process that holds a lock; undefined when none does any more.
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
 * Deletes a lock that no process holds. A lock that another process acquired in the meantime is put back.
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
 * Runs `work` while no other process holds the lock `file`. `onWait` is called once with the id of the holder. `work`
 * may report processes that it started as further holders of the lock. A lock whose processes have ended is ignored.
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

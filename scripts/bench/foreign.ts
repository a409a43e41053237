/** Watches for work of others on this machine, beside which a run says little. */
import { readFileSync } from 'node:fs'
import { cpus } from 'node:os'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { busySeconds, type Process, processes, treeOf } from './proc'

/** Cores that others may use on average, before and during a run: a bench of two cores would lose 5 %. */
export const MOST_FOREIGN_CORES = 0.1
const BEFORE_MS = 3_000
const SAMPLE_MS = 1_000
const NAMED = 3

export type Foreign = {
  /** Cores that others used on average, and the processes that took most. */
  cores: number
  by: string[]
  /**
   * Cores that nothing seen accounts for: interrupts, what the machine's host took, and processes that lived for less
   * than a second. Those may be ours, and do not count against a run.
   */
  unnamed: number
}

/** Returns the processor seconds that each process of `after` took since `before`. */
export function spentSince(before: Process[], after: Process[]): (Process & { spent: number })[] {
  const then = new Map(before.map(({ pid, own }) => [pid, own]))
  return after.map((one) => ({ ...one, spent: Math.max(0, one.own - (then.get(one.pid) ?? 0)) }))
}

/** Returns why a machine is too busy for figures that may be stored; undefined if it is quiet. */
export function busyReason(
  when: 'before' | 'during',
  { cores, by }: Pick<Foreign, 'cores' | 'by'>,
): string | undefined {
  if (cores <= MOST_FOREIGN_CORES) return undefined
  const most = `at most ${MOST_FOREIGN_CORES} may be`
  return `${cores.toFixed(2)} of ${cpus().length} cores were busy with something else ${when} the run (${most}): ${by.join(', ')}.`
}

/** Returns the id of the first process of the PostgreSQL that was started in `folder`. */
export const postmasterIn = (folder: string) =>
  Number(readFileSync(path.join(folder, 'postgres', 'postmaster.pid'), 'utf8').split('\n')[0])

/** Starts to watch what runs beside this process, its children and the tree of `postgres`. */
export function watchOthers(postgres: number) {
  const started = { at: performance.now(), busy: busySeconds() ?? 0 }
  const roots = [process.pid, postgres]
  const others = new Map<string, number>()
  let [last, ours, named] = [processes(), 0, 0]
  const sample = () => {
    const now = processes()
    const spent = spentSince(last, now)
    const tree = new Set(treeOf(now, roots).map(({ pid }) => pid))
    for (const { pid, name, spent: seconds } of spent)
      if (tree.has(pid)) ours += seconds
      else if (seconds) {
        named += seconds
        others.set(name, (others.get(name) ?? 0) + seconds)
      }
    last = now
  }
  const timer = setInterval(sample, SAMPLE_MS)
  return {
    /** Ends the watch and returns its findings. */
    stop: (): Foreign => {
      clearInterval(timer)
      sample()
      const seconds = (performance.now() - started.at) / 1000
      const by = [...others].sort(([, a], [, b]) => b - a).slice(0, NAMED)
      return {
        cores: named / seconds,
        by: by.map(([name, spent]) => `${name} ${(spent / seconds).toFixed(2)}`),
        unnamed: Math.max(0, ((busySeconds() ?? started.busy) - started.busy - ours - named) / seconds),
      }
    },
  }
}

/** Watches for a few seconds in which the bench itself does nothing. */
export async function watchBefore(postgres: number): Promise<Foreign> {
  const watch = watchOthers(postgres)
  await sleep(BEFORE_MS)
  return watch.stop()
}

import { existsSync, readFileSync } from 'node:fs'

/** Maximum milliseconds for which accepted input may block the event loop. */
export const STALL_BUDGET_MS = 100
/** Other processes can delay a try on a busy machine: the minimum of several is our own work. */
const MAX_TRIES = 3
const TICK_MS = 1
/** Linux reports here how long a thread ran and how long it waited to run, in nanoseconds. */
const SCHEDULE = '/proc/thread-self/schedstat'
const told = existsSync(SCHEDULE)

/**
 * Returns the milliseconds for which this thread was ready while others had the processor; 0 where the system does not
 * report it.
 */
function waited(): number {
  return told ? Number(readFileSync(SCHEDULE, 'utf8').split(' ')[1]) / 1e6 : 0
}

/**
 * Returns the longest time in milliseconds for which `work` blocked this process's event loop. Excludes the thread's
 * waits for the processor, caused by the machine's other work and our own workers.
 */
async function longestDelay(work: () => Promise<unknown>): Promise<number> {
  let longest = 0
  let last = performance.now() - waited()
  const look = () => {
    const now = performance.now() - waited()
    longest = Math.max(longest, now - last)
    last = now
  }
  const ticker = setInterval(look, TICK_MS)
  try {
    await work()
    // Work left for the next turn belongs to it too.
    await new Promise((resolve) => setImmediate(resolve))
  } finally {
    look()
    clearInterval(ticker)
  }
  return longest
}

/** Returns the minimum over up to three tries, each freshly prepared; one within the budget suffices. */
export async function leastDelay(
  work: () => Promise<unknown>,
  prepare?: () => Promise<unknown>,
): Promise<number> {
  let least = Number.POSITIVE_INFINITY
  for (let tries = 0; tries < MAX_TRIES && least > STALL_BUDGET_MS; tries++) {
    await prepare?.()
    least = Math.min(least, await longestDelay(work))
  }
  return least
}

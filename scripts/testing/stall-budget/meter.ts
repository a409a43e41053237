import { existsSync, readFileSync } from 'node:fs'

/** Milliseconds for which nothing that the limits let in may hold the event loop. */
export const STALL_BUDGET_MS = 100
/** On a busy machine a try can be held up by others: the least of several is what our own work takes. */
const MOST_TRIES = 3
const TICK_MS = 1
/** Linux says here what a thread ran and what it waited for its turn, in nanoseconds. */
const SCHEDULE = '/proc/thread-self/schedstat'
const told = existsSync(SCHEDULE)

/** Milliseconds for which this thread was ready and others had the processor; 0 where the system does not say. */
function waited(): number {
  return told ? Number(readFileSync(SCHEDULE, 'utf8').split(' ')[1]) / 1e6 : 0
}

/**
 * The longest time in milliseconds for which the event loop of this process did nothing else while `work` ran. What the
 * thread waited for the processor is left out: that is the machine's other work, and our own workers'.
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
    // What the work left behind for the next turn is its own.
    await new Promise((resolve) => setImmediate(resolve))
  } finally {
    look()
    clearInterval(ticker)
  }
  return longest
}

/** The same of the best of up to three tries, each prepared anew; one within the budget is enough. */
export async function leastDelay(
  work: () => Promise<unknown>,
  prepare?: () => Promise<unknown>,
): Promise<number> {
  let least = Number.POSITIVE_INFINITY
  for (let tries = 0; tries < MOST_TRIES && least > STALL_BUDGET_MS; tries++) {
    await prepare?.()
    least = Math.min(least, await longestDelay(work))
  }
  return least
}

import { existsSync, readFileSync } from 'node:fs'

/** Maximum milliseconds for which accepted input may block the event loop, on a machine as fast as REFERENCE_MS says. */
export const STALL_BUDGET_MS = 100
/** Milliseconds of `reference` at its best on the machine for which the budget is set. */
const REFERENCE_MS = 3
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

const ROWS = Array.from({ length: 5_000 }, (_, index) => ({
  index,
  text: `réponse ${index}`,
  share: index / 3,
}))
/** Work of the kind that requests do: texts, objects and a sort. */
const reference = () =>
  JSON.parse(JSON.stringify(ROWS)).sort((a: { text: string }, b: { text: string }) =>
    a.text < b.text ? -1 : 1,
  )

/** Returns how many times as slow as the machine of the budget this one is at this moment, 1 if it is faster. */
function slowness(): number {
  const times = Array.from({ length: 20 }, () => {
    const start = performance.now()
    reference()
    return performance.now() - start
  })
  return Math.max(1, Math.min(...times) / REFERENCE_MS)
}

/**
 * Returns the minimum over up to three tries, each freshly prepared; one within the budget suffices. What is over it is
 * told in milliseconds of the machine for which it is set.
 */
export async function leastDelay(
  work: () => Promise<unknown>,
  prepare?: () => Promise<unknown>,
): Promise<number> {
  let least = Number.POSITIVE_INFINITY
  for (let tries = 0; tries < MAX_TRIES && least > STALL_BUDGET_MS; tries++) {
    await prepare?.()
    least = Math.min(least, await longestDelay(work))
    if (least > STALL_BUDGET_MS) least /= slowness()
  }
  return least
}

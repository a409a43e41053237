/** Milliseconds for which nothing that the limits let in may hold the event loop. */
export const STALL_BUDGET_MS = 100
/** On a busy machine a try can be held up by others: the least of several is what our own work takes. */
const MOST_TRIES = 3
const TICK_MS = 1

/** The longest time in milliseconds for which the event loop of this process did nothing else while `work` ran. */
async function longestDelay(work: () => Promise<unknown>): Promise<number> {
  let longest = 0
  let last = performance.now()
  const look = () => {
    const now = performance.now()
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

/** The same of the best of up to three tries; one within the budget is enough. */
export async function leastDelay(work: () => Promise<unknown>): Promise<number> {
  let least = Number.POSITIVE_INFINITY
  for (let tries = 0; tries < MOST_TRIES && least > STALL_BUDGET_MS; tries++)
    least = Math.min(least, await longestDelay(work))
  return least
}

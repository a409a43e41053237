type Waiting = { resolve: (found: boolean) => void; reject: (error: unknown) => void }

/**
 * Batches many lookups «does this key exist?» into few calls. `look` receives at most `most` keys and resolves to those
 * that exist. Keys requested during a call are looked up in the next one. One call runs at a time; its error rejects
 * every caller in it.
 */
export function batchLookups<K>(
  most: number,
  look: (keys: K[]) => Promise<Set<K>>,
): (key: K) => Promise<boolean> {
  const waiting = new Map<K, Waiting[]>()
  let running = false

  async function run() {
    running = true
    // One turn of the event loop lets every caller of this turn join.
    await new Promise((resolve) => setImmediate(resolve))
    while (waiting.size) {
      const keys = [...waiting.keys()].slice(0, most)
      const asked = keys.map((key) => [key, waiting.get(key) ?? []] as const)
      for (const key of keys) waiting.delete(key)
      try {
        const found = await look(keys)
        for (const [key, callers] of asked) for (const { resolve } of callers) resolve(found.has(key))
      } catch (error) {
        for (const [, callers] of asked) for (const { reject } of callers) reject(error)
      }
    }
    running = false
  }

  return (key) =>
    new Promise((resolve, reject) => {
      const callers = waiting.get(key) ?? []
      waiting.set(key, callers)
      callers.push({ resolve, reject })
      if (!running) void run()
    })
}

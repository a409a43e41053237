/**
 * Lets callers that request the same key at the same time share one answer. A caller only ever joins a load that has
 * not begun. So its answer was read after its request, and a reader sees their own ballot. At most one load per key
 * runs and one waits.
 */
export function singleFlight<K, V>(load: (key: K) => Promise<V>): (key: K) => Promise<V> {
  const waiting = new Map<K, Promise<V>>()
  const running = new Map<K, Promise<unknown>>()

  return (key) => {
    const joined = waiting.get(key)
    if (joined) return joined
    const begin = async () => {
      await running.get(key)
      // One turn of the event loop lets every caller of this turn join.
      await new Promise((resolve) => setImmediate(resolve))
      waiting.delete(key)
      const answer = load(key)
      const settled = answer.then(
        () => running.delete(key),
        () => running.delete(key),
      )
      running.set(key, settled)
      return answer
    }
    const promise = begin()
    waiting.set(key, promise)
    return promise
  }
}

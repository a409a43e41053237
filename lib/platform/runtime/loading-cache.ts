import { LRUCache } from 'lru-cache'

type Options<V> = {
  max: number
  /** Milliseconds, counted from the start of a load: no caller gets a value read before that. */
  ttl?: number
  /** Limits the keys without a value that are remembered, also for `ttl`. They never evict a value. */
  maxMisses?: number
  /** Returns whether a value is kept for later callers. By default all are. */
  keeps?: (value: V) => boolean
}

/**
 * Caches loaded values, and loads once for simultaneous callers. A load is never aborted. Callers get its value or its
 * error, even if the key is deleted, evicted or cleared meanwhile. Callers after a deletion get a load that began after
 * it, and the value of an earlier load is not kept. (`fetch` of lru-cache rejects all callers that wait for a deleted
 * or evicted key, or keeps the outdated value.)
 */
export class LoadingCache<K extends {}, V extends {}> {
  private readonly values: LRUCache<K, V>
  private readonly misses: LRUCache<K, true> | undefined
  private readonly loading = new Map<K, Promise<V | undefined>>()
  private readonly keeps: (value: V) => boolean

  constructor({ max, ttl = 0, maxMisses, keeps = () => true }: Options<V>) {
    this.values = new LRUCache({ max, ttl, noDeleteOnStaleGet: true })
    this.misses = maxMisses ? new LRUCache({ max: maxMisses, ttl }) : undefined
    this.keeps = keeps
  }

  /** Returns the value of `key`. If none is kept, it calls `load` with the outdated value, if there is one. */
  get<R extends V | undefined>(
    key: K,
    load: (key: K, outdated: V | undefined) => Promise<R>,
  ): R | Promise<R> {
    const known = this.values.get(key)
    if (known !== undefined) return known as R
    if (this.misses?.get(key)) return undefined as R
    const joined = this.loading.get(key) ?? this.begin(key, load)
    return joined as Promise<R>
  }

  private begin(key: K, load: (key: K, outdated: V | undefined) => Promise<V | undefined>) {
    const start = performance.now()
    const isCurrent = () => this.loading.get(key) === running
    const running = (async () => {
      // The entry in `loading` exists before the load begins, which may end in this very turn.
      await undefined
      try {
        const value = await load(key, this.values.peek(key, { allowStale: true }))
        if (isCurrent()) this.keep(key, value, start)
        return value
      } finally {
        if (isCurrent()) this.loading.delete(key)
      }
    })()
    this.loading.set(key, running)
    return running
  }

  private keep(key: K, value: V | undefined, start: number) {
    if (value === undefined) {
      this.values.delete(key)
      this.misses?.set(key, true, { start })
    } else if (this.keeps(value)) this.values.set(key, value, { start })
  }

  /** Deletes `key`: the next caller reloads it. */
  delete(key: K) {
    this.values.delete(key)
    this.misses?.delete(key)
    this.loading.delete(key)
  }

  /** Deletes every key. */
  clear() {
    this.values.clear()
    this.misses?.clear()
    this.loading.clear()
  }
}

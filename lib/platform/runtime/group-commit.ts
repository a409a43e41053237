/** Limits the ballots that one batch writes: enough to share a disk flush well, few enough to answer in time. */
const MAX_BATCH = 512
/** Limits the ballots in the queue to about a second of work. Beyond it, «busy, try again» is the honest answer. */
const MAX_QUEUE = 20_000

type Waiting<I, O> = {
  item: I
  key: string
  group: string
  resolve: (result: O) => void
  reject: (error: unknown) => void
}

/**
 * What to do with a batch that failed: write it again, now or a little later; write its halves; or fail it whole. A
 * retry must be safe even where the first write succeeded and only its answer was lost.
 */
export type Verdict = 'again' | 'later' | 'halves' | 'fail'

type GroupOptions<I, O> = {
  /** Writes all items or none. Resolves to one result per item, in order. */
  write: (items: I[]) => Promise<O[]>
  judge: (error: unknown) => Verdict
  /** Returns which items may share a batch. Without it, all may. */
  groupOf?: (item: I) => string
  /** Called after each write, whether it succeeded or failed. */
  onWrite?: (size: number, seconds: number, written: boolean) => void
  largest?: number
  longest?: number
  patienceMs?: number
}

const MAX_TRIES = 5
/**
 * Milliseconds that a batch waits for a database that restarts or fails over. Readers wait with it: no longer than they
 * would.
 */
const PATIENCE_MS = 5_000
const FIRST_PAUSE_MS = 50
const MAX_PAUSE_MS = 500

/**
 * Group commit: items submitted while a batch is being written become the next batch. Many then share one transaction
 * and one disk flush. Each is answered only after its own batch is on disk. There is no timer: a single item is written
 * at once. Two items of one key or of two groups never share a batch. Those of one key are written in order of arrival.
 */
export class GroupCommit<I, O> {
  private waiting: Waiting<I, O>[] = []
  private writing: Promise<void> | undefined
  /** When writes began to fail, by the monotonic clock: the time of day can jump. */
  private failingSince: number | undefined

  constructor(private readonly options: GroupOptions<I, O>) {}

  /** Resolves once the item is on disk. Returns undefined at once when the queue is full. */
  submit(key: string, item: I): Promise<O> | undefined {
    if (this.waiting.length >= (this.options.longest ?? MAX_QUEUE)) return undefined
    return new Promise((resolve, reject) => {
      this.waiting.push({ item, key, group: this.options.groupOf?.(item) ?? '', resolve, reject })
      this.writing ??= this.run()
    })
  }

  /** Returns how many items wait for the next batch. */
  get depth(): number {
    return this.waiting.length
  }

  /** Resolves once everything submitted so far has been answered. */
  async drain() {
    while (this.writing) await this.writing
  }

  private async run() {
    // One turn of the event loop, so that requests that arrived together are written together.
    await new Promise((resolve) => setImmediate(resolve))
    while (this.waiting.length) await this.settle(this.nextBatch(), 1)
    this.writing = undefined
  }

  private nextBatch(): Waiting<I, O>[] {
    const largest = this.options.largest ?? MAX_BATCH
    const batch: Waiting<I, O>[] = []
    const later: Waiting<I, O>[] = []
    const keys = new Set<string>()
    const group = this.waiting[0]?.group
    let taken = 0
    for (const entry of this.waiting) {
      if (batch.length === largest) break
      taken++
      if (entry.group !== group || keys.has(entry.key)) {
        later.push(entry)
      } else {
        keys.add(entry.key)
        batch.push(entry)
      }
    }
    this.waiting = later.length ? [...later, ...this.waiting.slice(taken)] : this.waiting.slice(taken)
    return batch
  }

  private async settle(batch: Waiting<I, O>[], attempt: number): Promise<void> {
    const begun = performance.now()
    try {
      const results = await this.options.write(batch.map((entry) => entry.item))
      this.failingSince = undefined
      this.tell(batch, begun, true)
      batch.forEach((entry, index) => {
        entry.resolve(results[index] as O)
      })
    } catch (error) {
      this.tell(batch, begun, false)
      const verdict = this.options.judge(error)
      if (verdict === 'again' && attempt < MAX_TRIES) return this.settle(batch, attempt + 1)
      if (verdict === 'later') {
        if (await this.pause(attempt, begun)) return this.settle(batch, attempt + 1)
        // The items in the queue would fail as well: they are rejected now, and not one batch after another.
        for (const entry of this.waiting.splice(0)) entry.reject(error)
      }
      if (verdict === 'halves' && batch.length > 1) {
        const middle = batch.length >> 1
        await this.settle(batch.slice(0, middle), 1)
        return this.settle(batch.slice(middle), 1)
      }
      for (const entry of batch) entry.reject(error)
    }
  }

  private tell({ length }: Waiting<I, O>[], begun: number, written: boolean) {
    this.options.onWrite?.(length, (performance.now() - begun) / 1000, written)
  }

  /** Waits, longer after each attempt. Resolves to false when writes have failed for longer than `patienceMs`. */
  private async pause(attempt: number, begun: number): Promise<boolean> {
    this.failingSince ??= begun
    if (performance.now() - this.failingSince > (this.options.patienceMs ?? PATIENCE_MS)) return false
    const pause = Math.min(FIRST_PAUSE_MS * 2 ** (attempt - 1), MAX_PAUSE_MS)
    await new Promise((resolve) => setTimeout(resolve, pause))
    return true
  }
}

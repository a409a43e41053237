import type { ServerResponse } from 'node:http'

/** Limits the pages that Next renders at one time: on two cores more of them only delay each other. */
export const PAGES_AT_ONCE = 8
/** Limits the queue of pages; beyond it a reader learns at once to retry later. */
export const PAGES_WAITING = 32
/** Milliseconds after which a waiting reader is refused: most have left by then. */
export const MAX_WAIT_MS = 5_000

/** The slots for pages that Next renders, so that many slow ones use up neither all memory nor the votes' time. */
export class RenderLimit {
  private made = 0
  // Not p-limit: an entry of its queue cannot be removed.
  private readonly waiting = new Set<() => void>()

  constructor(private readonly longestWaitMs = MAX_WAIT_MS) {}

  /** Returns how many pages are being rendered, and how many wait. */
  get taken() {
    return { made: this.made, waiting: this.waiting.size }
  }

  /**
   * Acquires a slot for the page of `response`. Resolves to false while too many wait, after a long wait, or once the
   * client has left. The slot is released when the answer is written, or the client has left.
   */
  async take(response: ServerResponse): Promise<boolean> {
    if (response.closed) return false
    if (this.made < PAGES_AT_ONCE) return this.hold(response)
    if (this.waiting.size >= PAGES_WAITING) return false
    return new Promise((resolve) => {
      const leave = () => {
        this.waiting.delete(start)
        clearTimeout(timer)
        response.off('close', giveUp)
      }
      const start = () => {
        leave()
        resolve(this.hold(response))
      }
      const giveUp = () => {
        leave()
        resolve(false)
      }
      const timer = setTimeout(giveUp, this.longestWaitMs)
      response.once('close', giveUp)
      this.waiting.add(start)
    })
  }

  private hold(response: ServerResponse): true {
    this.made++
    response.once('close', () => {
      this.made--
      const [next] = this.waiting
      next?.()
    })
    return true
  }
}

import type { ServerResponse } from 'node:http'

/** Pages that Next makes at one time: on two cores more of them only make each later. */
export const PAGES_AT_ONCE = 8
/** Pages that wait for their turn; past them a reader learns at once to come back. */
export const PAGES_WAITING = 32
/** A reader who has waited this long is told so: most have left by then. */
export const LONGEST_WAIT_MS = 5_000

/** The places for pages that Next makes, so that many slow ones take neither all memory nor the votes' time. */
export class RenderLimit {
  private made = 0
  // Not p-limit: who waits there cannot leave.
  private readonly waiting = new Set<() => void>()

  constructor(private readonly longestWaitMs = LONGEST_WAIT_MS) {}

  /** How many pages are being made, and how many wait. */
  get taken() {
    return { made: this.made, waiting: this.waiting.size }
  }

  /**
   * Resolves to whether the page of `response` may be made: not while too many wait, nor after a long wait, nor once the
   * client has left. Its place is free again when the answer is written, or the client has left.
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

import type { SurveyRecord } from '../../surveys/queries/public'
import type { Sink } from '../queries/channel'
import { live } from '../queries/live'
import { type Frame, type Had, HEARTBEAT, isNews, opening } from '../rules/stream-events'

/** Where a stream's bytes go. `write` is called only when all written before was taken. */
type Output = { write: (bytes: Uint8Array) => void; close: () => void }

/** The headers of a stream of results. */
export const STREAM_HEADERS = {
  'content-type': 'text/event-stream; charset=utf-8',
  'cache-control': 'no-store, no-transform',
  // nginx would hold events back until they fill its buffer.
  'x-accel-buffering': 'no',
}

/**
 * A stream of results to one client. It sends the next results only when the client took the previous ones. So a slow
 * client misses results that are old by then, and uses no memory for them.
 */
export class ResultStream implements Sink {
  private waiting: Uint8Array | undefined
  private ready = false
  private ended = false
  private last: Had | undefined
  private unsubscribe: (() => void) | undefined

  /** `had` is the sequence number of the results that the client has. */
  constructor(
    private readonly survey: SurveyRecord,
    had: number | undefined,
    private readonly output: Output,
  ) {
    if (had !== undefined) this.last = { seq: had, version: survey.view.version }
  }

  /** Sends the start, and the results from now on; ends where the server has no place for it. */
  begin(network: string | undefined) {
    this.waiting = opening(Math.random())
    this.taken()
    this.unsubscribe = live().add(this.survey, network, this)
    if (!this.unsubscribe) this.end()
  }

  /** Notes that the client took all that was written. */
  taken() {
    this.ready = true
    this.flush()
  }

  /** Ends the subscription of a client that left. */
  leave() {
    this.ended = true
    this.unsubscribe?.()
  }

  offer(frame: Frame) {
    if (this.ended || !isNews(frame, this.last)) return
    this.last = frame
    this.waiting = frame.bytes
    this.flush()
  }

  beat() {
    if (this.ended || this.waiting) return
    this.waiting = HEARTBEAT
    this.flush()
  }

  end(bytes?: Uint8Array) {
    if (this.ended) return
    this.ended = true
    if (bytes) this.waiting = bytes
    this.flush()
  }

  private flush() {
    if (!this.ready) return
    if (this.waiting) {
      const bytes = this.waiting
      this.waiting = undefined
      this.ready = false
      this.output.write(bytes)
    } else if (this.ended) {
      this.ready = false
      this.unsubscribe?.()
      this.output.close()
    }
  }
}

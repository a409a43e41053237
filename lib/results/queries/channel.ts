import { log } from '../../platform/telemetry/log'
import { findSurvey } from '../../surveys/queries/public'
import { showsResults } from '../../surveys/rules/lifecycle'
import { END, type Frame, frameOf, isNews } from '../rules/stream-events'
import { findResults } from './results'

/** The receiver of frames: a stream that is not ready for one gets a later one instead. */
export type Sink = {
  offer: (frame: Frame) => void
  beat: () => void
  /** Passes `last` when nothing more will ever come; without it the client reconnects. */
  end: (last?: Uint8Array) => void
}

/** At most four times a second, however fast ballots come. */
const LEAST_GAP_MS = 250
/**
 * The factor between a pause and the sending before it: sending takes at most half of the time. With many streams
 * frames get rarer, and the vote does not wait.
 */
const SHARE = 2
/** Streams served in one turn of the event loop. */
const SLICE = 250
/** Milliseconds until the next read after the database was unreachable. */
const AWAY_MS = 2_000

/** All streams of one survey: one read and one text for all of them. */
export class Channel {
  readonly sinks = new Set<Sink>()
  private latest: Frame | undefined
  private stale = false
  private busy = false
  private notBefore = 0
  private timer: NodeJS.Timeout | undefined

  constructor(private readonly slug: string) {}

  /** Subscribes `sink`; it gets the newest results first, unless it has them. */
  add(sink: Sink) {
    this.sinks.add(sink)
    if (this.latest) sink.offer(this.latest)
    // The results in memory may be slightly old: before the first stream nothing notified this channel.
    this.touch()
  }

  /** Notes that the tally may have moved, or the survey changed: reads as soon as the pause allows. */
  touch() {
    this.stale = true
    if (this.timer || this.busy) return
    this.timer = setTimeout(() => void this.look(), Math.max(0, this.notBefore - performance.now()))
  }

  stop(last?: Uint8Array) {
    clearTimeout(this.timer)
    this.timer = undefined
    for (const sink of this.sinks) sink.end(last)
    this.sinks.clear()
  }

  private async look() {
    this.timer = undefined
    this.stale = false
    this.busy = true
    const begun = performance.now()
    let gap = LEAST_GAP_MS
    try {
      const survey = await findSurvey(this.slug)
      if (survey?.view.status !== 'open' || !showsResults(survey.view)) return this.stop(END)
      const frame = frameOf(await findResults(survey))
      if (isNews(frame, this.latest)) {
        this.latest = frame
        gap = Math.max(gap, SHARE * (await this.send(frame)))
      }
    } catch (error) {
      log().warn({ err: error }, 'live results could not be read')
      this.stale = true
      gap = AWAY_MS
    } finally {
      this.busy = false
      this.notBefore = begun + gap
      if (this.stale && this.sinks.size) this.touch()
    }
  }

  /** Offers `frame` to every stream; resolves to the milliseconds that took. */
  private async send(frame: Frame): Promise<number> {
    let spent = 0
    const sinks = [...this.sinks]
    for (let from = 0; from < sinks.length; from += SLICE) {
      const begun = performance.now()
      for (const sink of sinks.slice(from, from + SLICE)) sink.offer(frame)
      // A stream is written to after its turn: the time is measured up to the next turn.
      await new Promise((resolve) => setImmediate(resolve))
      spent += performance.now() - begun
    }
    return spent
  }
}

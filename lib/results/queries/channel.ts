import { log } from '../../platform/telemetry/log'
import { findSurvey } from '../../surveys/queries/public'
import { showsResults } from '../../surveys/rules/lifecycle'
import { END, type Frame, frameOf, isNews } from '../rules/stream-events'
import { findResults } from './results'

/** Where frames go: a stream that is not ready for one gets a later one in its place. */
export type Sink = {
  offer: (frame: Frame) => void
  beat: () => void
  /** `last` when nothing more will ever come; without it the client comes back. */
  end: (last?: Uint8Array) => void
}

/** Not more than four times a second, however fast ballots come. */
const LEAST_GAP_MS = 250
/** Sending is half of the time at most: with many streams it gets rarer, and the vote does not wait. */
const SHARE = 2
/** Streams served in one turn of the event loop. */
const SLICE = 250
/** The database was away: look again after this. */
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

  /** What `sink` gets from now on; the newest results first, unless it has them. */
  add(sink: Sink) {
    this.sinks.add(sink)
    if (this.latest) sink.offer(this.latest)
    // Whatever is known may be a little old: nobody has told of what came before the first stream.
    this.touch()
  }

  /** The tally may have moved, or the survey changed: looks as soon as it may. */
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
      // A stream is written to after its turn: what that takes is measured up to the next turn.
      await new Promise((resolve) => setImmediate(resolve))
      spent += performance.now() - begun
    }
    return spent
  }
}

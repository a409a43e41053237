import { watch } from '../../metrics'
import { onMoved } from '../../moved'
import { oncePerProcess } from '../../process'
import type { SurveyRecord } from '../../surveys/queries/public'
import { Wire } from '../../wire'
import { Channel, type Sink } from './channel'

/** A stream costs a socket and some memory; past this readers ask now and then in place of listening. */
const MOST_STREAMS = 10_000
/** Shorter than what proxies take for silence. */
const BEAT_MS = 20_000
/** A notice can be lost, and a survey can be closed without one. */
const LOOK_MS = 5_000
/** Other processes are told as often as their readers could be. */
const TELL_MS = 250

/** Live results of this process: who listens, and how it learns that a tally moved (docs/decisions/live.md). */
class Live {
  private readonly channels = new Map<number, Channel>()
  private count = 0
  private stopped = false
  private timers: NodeJS.Timeout[] = []
  private readonly moved = new Set<number>()
  private telling: NodeJS.Timeout | undefined
  private readonly wire = new Wire('avis_moved', {
    onTold: (ids) => this.touch(ids),
    onReconnected: () => this.touch(this.channels.keys()),
  })

  constructor() {
    watch('avis_streams', 'Readers who follow results live.', () => this.count)
    onMoved((ids) => {
      if (this.stopped) return
      this.touch(ids)
      for (const id of ids) this.moved.add(id)
      this.wire.start()
      if (!this.telling) this.tell()
    })
  }

  get hasRoom() {
    return !this.stopped && this.count < MOST_STREAMS
  }

  /** Gives `sink` the results of `survey` from now on, until what is returned is called; undefined when full. */
  add({ id, view }: SurveyRecord, sink: Sink): (() => void) | undefined {
    if (!this.hasRoom) return undefined
    if (this.count++ === 0) this.begin()
    const channel = this.channels.get(id) ?? new Channel(view.slug)
    this.channels.set(id, channel)
    channel.add(sink)
    let left = false
    return () => {
      if (left) return
      left = true
      channel.sinks.delete(sink)
      if (!channel.sinks.size) {
        channel.stop()
        if (this.channels.get(id) === channel) this.channels.delete(id)
      }
      if (--this.count === 0) this.rest()
    }
  }

  /** Ends every stream and takes no more: the process is about to go. */
  async stop() {
    this.stopped = true
    for (const channel of this.channels.values()) channel.stop()
    this.rest()
    await this.wire.stop()
  }

  private begin() {
    this.wire.start()
    const beat = () => {
      for (const { sinks } of this.channels.values()) for (const sink of sinks) sink.beat()
    }
    this.timers = [setInterval(beat, BEAT_MS), setInterval(() => this.touch(this.channels.keys()), LOOK_MS)]
  }

  /** Nobody listens: nothing is read, and nothing is asked of the database. */
  private rest() {
    for (const timer of this.timers) clearInterval(timer)
    this.timers = []
  }

  private touch(ids: Iterable<number>) {
    for (const id of ids) this.channels.get(id)?.touch()
  }

  private tell() {
    if (!this.moved.size) return
    this.wire.tell([...this.moved])
    this.moved.clear()
    this.telling = setTimeout(() => {
      this.telling = undefined
      this.tell()
    }, TELL_MS)
    this.telling.unref()
  }
}

export const live = () => oncePerProcess('live', () => new Live())

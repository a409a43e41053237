import { onCountsChanged } from '../../ballots/events'
import { PubSub } from '../../platform/db/pubsub'
import { ConnectionQuota } from '../../platform/http/connection-quota'
import { oncePerProcess } from '../../platform/runtime/per-process'
import { watch } from '../../platform/telemetry/metrics'
import type { SurveyRecord } from '../../surveys/queries/public'
import { Channel, type Sink } from './channel'

/** Maximum streams: each costs a socket and some memory; beyond this, readers poll instead. */
const MAX_STREAMS = 20_000
/** An IPv4 /24 is a school or a good part of a mobile operator's town: more than follow one consultation at a time. */
export const MAX_STREAMS_OF_NETWORK = 500
/** Milliseconds between heartbeats, shorter than the idle timeout of proxies. */
const BEAT_MS = 20_000
/** Milliseconds between reads without a notice: a notice can be lost, and a survey can close without one. */
const LOOK_MS = 5_000
/** Milliseconds between notices to other processes, as often as their readers could be notified. */
const TELL_MS = 250

/**
 * Live results of this process: its subscribers, and how it learns that a tally moved (docs/decisions/live-figures.md).
 */
class Live {
  private readonly channels = new Map<number, Channel>()
  private readonly places = new ConnectionQuota(MAX_STREAMS, MAX_STREAMS_OF_NETWORK)
  private stopped = false
  private timers: NodeJS.Timeout[] = []
  private readonly moved = new Set<number>()
  private telling: NodeJS.Timeout | undefined
  private readonly wire = new PubSub('avis_moved', {
    onTold: (ids) => this.touch(ids),
    onReconnected: () => this.touch(this.channels.keys()),
  })

  constructor() {
    watch('avis_streams', 'Readers who follow results live.', () => this.places.count)
    onCountsChanged((ids) => {
      if (this.stopped) return
      this.touch(ids)
      for (const id of ids) this.moved.add(id)
      this.wire.start()
      if (!this.telling) this.tell()
    })
  }

  /** Returns why a client of `network` can have no stream now; undefined where it can. */
  refusalOf(network: string | undefined): 'busy' | 'too_many_streams' | undefined {
    if (this.stopped || this.places.isFull) return 'busy'
    return this.places.isFullFor(network) ? 'too_many_streams' : undefined
  }

  /** Sends `sink` the results of `survey` from now on, until the returned function is called; undefined when full. */
  add({ id, view }: SurveyRecord, network: string | undefined, sink: Sink): (() => void) | undefined {
    const free = this.stopped ? undefined : this.places.take(network)
    if (!free) return undefined
    if (this.places.count === 1) this.begin()
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
      free()
      if (!this.places.count) this.rest()
    }
  }

  /** Ends every stream and accepts no more: the process is about to stop. */
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

  /** Stops the timers without subscribers: nothing is read, and the database gets no query. */
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

/** Returns the live results of this process. */
export const live = () => oncePerProcess('live', () => new Live())

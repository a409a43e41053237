import type { Histogram, Registry } from 'prom-client'

/** Counts in plain numbers: every vote updates them. */
class Counts {
  readonly counts: number[]
  sum = 0

  constructor(private readonly bounds: number[]) {
    this.counts = new Array(bounds.length + 1).fill(0)
  }

  observe(value: number) {
    const { bounds } = this
    let at = 0
    while (at < bounds.length && value > (bounds[at] as number)) at++
    ;(this.counts[at] as number)++
    this.sum += value
  }
}

/** Counts for Prometheus at the cost of adding two numbers; each scrape formats it. */
export class PlainHistogram {
  private readonly series: { labels: Record<string, string>; counts: Counts }[] = []

  constructor(
    private readonly options: { name: string; help: string; buckets: number[]; registry: Registry },
  ) {
    // A registry needs only a metric's name and a way to read its values.
    options.registry.registerMetric(this as unknown as Histogram)
  }

  get name(): string {
    return this.options.name
  }

  /** Returns the numbers under these labels. Call it once and keep the result. */
  with(labels: Record<string, string>): Counts {
    const counts = new Counts(this.options.buckets)
    this.series.push({ labels, counts })
    return counts
  }

  async get() {
    const { name, help, buckets } = this.options
    const values = this.series.flatMap(({ labels, counts: { counts, sum } }) => {
      let below = 0
      const steps = counts.map((count, at) => {
        below += count
        return {
          metricName: `${name}_bucket`,
          labels: { le: buckets[at] ?? '+Inf', ...labels },
          value: below,
        }
      })
      return [
        ...steps,
        { metricName: `${name}_sum`, labels, value: sum },
        { metricName: `${name}_count`, labels, value: below },
      ]
    })
    return { name, help, type: 'histogram', aggregator: 'sum', values }
  }
}

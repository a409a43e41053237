import { networksOf } from './client-address'

/** Limits open connections, in all and by network. A greedy network cannot starve the others. */
export class ConnectionQuota {
  private readonly taken = new Map<string, number>()
  private total = 0

  constructor(
    private readonly most: number,
    /**
     * The limit of an IPv4 /24 or an IPv6 /64. Wider IPv6 networks have a share of it
     * (lib/platform/http/client-address.ts).
     */
    private readonly mostOfNetwork: number,
  ) {}

  get count() {
    return this.total
  }

  get isFull() {
    return this.total >= this.most
  }

  /** Returns whether `network` has reached its limit. All clients without a known address count as one network. */
  isFullFor(network = ''): boolean {
    return networksOf(network).some(
      ({ name, share }) => (this.taken.get(name) ?? 0) >= this.mostOfNetwork * share,
    )
  }

  /** Acquires a slot for `network`. Returns the function that releases it, or undefined where no slot is free. */
  take(network = ''): (() => void) | undefined {
    if (this.isFull || this.isFullFor(network)) return undefined
    const names = networksOf(network).map(({ name }) => name)
    this.add(names, 1)
    let left = false
    return () => {
      if (!left) this.add(names, -1)
      left = true
    }
  }

  private add(names: string[], by: 1 | -1) {
    this.total += by
    for (const name of names) {
      const count = (this.taken.get(name) ?? 0) + by
      if (count) this.taken.set(name, count)
      else this.taken.delete(name)
    }
  }
}

type Node = { children: Map<string, Node>; any?: Node; rest?: string; name?: string }

const node = (): Node => ({ children: new Map() })
const ANY = /^(?::|\{|\[(?!\.))/
const REST = /^(?:\*|\[+\.\.\.)/

/** The name for addresses without a route: with one name each, probing would fill the metrics. */
export const OTHER = 'other'

/**
 * Finds the route of an address, by patterns as Hono (`/a/:b`) and Next (`/a/[b]`) write them. An address can contain
 * what only its reader may know; its route cannot.
 */
export class RouteNames {
  private readonly root = node()

  constructor(patterns: string[]) {
    for (const pattern of patterns) this.add(pattern)
  }

  private add(pattern: string) {
    let at = this.root
    for (const part of pattern.split('/').slice(1)) {
      if (REST.test(part)) {
        at.rest = pattern
        return
      }
      if (ANY.test(part)) {
        at.any ??= node()
        at = at.any
      } else {
        const next = at.children.get(part) ?? node()
        at.children.set(part, next)
        at = next
      }
    }
    at.name ??= pattern
  }

  /** Returns the pattern that matches `url` without its query; `other` if none does. */
  nameOf(url: string): string {
    const query = url.indexOf('?')
    const end = query < 0 ? url.length : query
    let at = this.root
    let rest = at.rest
    // Part by part, since every request is named.
    for (let start = url.indexOf('/') + 1; start > 0 && start <= end; ) {
      const slash = url.indexOf('/', start)
      const stop = slash < 0 || slash > end ? end : slash
      const next = at.children.get(url.slice(start, stop)) ?? at.any
      if (!next) return rest ?? OTHER
      at = next
      rest = at.rest ?? rest
      start = stop + 1
    }
    return at.name ?? rest ?? OTHER
  }
}

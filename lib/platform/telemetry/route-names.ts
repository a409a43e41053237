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
    const end = url.indexOf('?')
    const parts = (end < 0 ? url : url.slice(0, end)).split('/')
    let at = this.root
    let rest = at.rest
    for (let index = 1; index < parts.length; index++) {
      const next = at.children.get(parts[index] as string) ?? at.any
      if (!next) return rest ?? OTHER
      at = next
      rest = at.rest ?? rest
    }
    return at.name ?? rest ?? OTHER
  }
}

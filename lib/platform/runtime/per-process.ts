const KEY = Symbol.for('avis')
const everywhere = globalThis as { [KEY]?: Map<string, unknown> }

function shared(): Map<string, unknown> {
  everywhere[KEY] ??= new Map()
  return everywhere[KEY]
}

/**
 * Returns the one value of `name` in this process, created by `make` on first use. Next's bundle and the
 * front door are two module graphs in one process: what must exist once lives on globalThis.
 */
export function oncePerProcess<T>(name: string, make: () => T): T {
  const values = shared()
  const known = values.get(name)
  if (known !== undefined) return known as T
  const made = make()
  values.set(name, made)
  return made
}

/** Drops the value of `name`, so that the next call creates it again: for tests that change settings. */
export const forgetOnce = (name: string) => shared().delete(name)

/** Drops every value: for test files that share a process. */
export const forgetAll = () => shared().clear()

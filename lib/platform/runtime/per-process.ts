const KEY = Symbol.for('avis')
const everywhere = globalThis as { [KEY]?: Map<string, unknown> }

function shared(): Map<string, unknown> {
  everywhere[KEY] ??= new Map()
  return everywhere[KEY]
}

/**
 * The value that `make` gives the first time `name` is asked for in this process. Next's bundle and the
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

/** Has the value of `name` made anew when it is next asked for: for tests, whose settings change. */
export const forgetOnce = (name: string) => shared().delete(name)

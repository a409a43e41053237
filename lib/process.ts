/**
 * The value that `make` gives the first time `name` is asked for in this process. Next's bundle and the
 * front door are two module graphs in one process: what must exist once lives on globalThis.
 */
export function oncePerProcess<T>(name: string, make: () => T): T {
  const key = Symbol.for(`avis.${name}`)
  const shared = globalThis as unknown as Record<symbol, T>
  shared[key] ??= make()
  return shared[key]
}

import { oncePerProcess } from './per-process'

/** A dependency on a module further right (docs/decisions/house.md), which this module may not import. */
export type Injected<T> = { provide: (value: T) => void; get: () => T }

/**
 * Returns the slot of such a dependency. The composition root (lib/server/composition-root.ts) provides it before its
 * first use. `get` throws where it was never provided, which is a fault in the program and never in its input.
 */
export function injected<T>(name: string): Injected<T> {
  const place = () => oncePerProcess(`injected ${name}`, () => ({ value: undefined as T | undefined }))
  return {
    provide: (value) => {
      place().value = value
    },
    get: () => {
      const { value } = place()
      if (value === undefined) throw new Error(`Nobody has provided «${name}».`)
      return value
    },
  }
}

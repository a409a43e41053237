import { oncePerProcess } from './per-process'

/**
 * What one room needs of another that it may not import. Whoever knows both rooms provides it once, before the first
 * use. `get` throws where nobody did: that is a fault in the program, never in its input.
 */
export type Port<T> = { provide: (value: T) => void; get: () => T }

export function port<T>(name: string): Port<T> {
  const place = () => oncePerProcess(`port ${name}`, () => ({ value: undefined as T | undefined }))
  return {
    provide: (value) => {
      place().value = value
    },
    get: () => {
      const { value } = place()
      if (value === undefined) throw new Error(`Nobody has provided «${name}» (lib/server/connect.ts).`)
      return value
    },
  }
}

import { env } from './env'
import { oncePerProcess } from './per-process'

/** Returns every accepted secret; the first one signs (docs/decisions/secrets.md). */
export const secrets = () =>
  oncePerProcess<Secrets>('secrets', () => [env().AVIS_SECRET, ...env().AVIS_SECRETS_BEFORE])

/** The current secret, then the previous ones. */
type Secrets = readonly [now: string, ...before: string[]]

/** Returns what `read` returns for the first secret that fits; undefined when none does. */
export function bySecret<T>(read: (secret: string) => T | undefined): T | undefined {
  for (const secret of secrets()) {
    const value = read(secret)
    if (value !== undefined) return value
  }
  return undefined
}

/** Does the same for an asynchronous `read`. */
export async function bySecretLater<T>(
  read: (secret: string) => Promise<T | undefined>,
): Promise<T | undefined> {
  for (const secret of secrets()) {
    const value = await read(secret)
    if (value !== undefined) return value
  }
  return undefined
}

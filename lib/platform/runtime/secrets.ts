import { env } from './env'
import { oncePerProcess } from './per-process'

/** Every secret that may have signed what comes in, the one that signs now first (docs/decisions/secrets.md). */
export const secrets = () =>
  oncePerProcess<Secrets>('secrets', () => [env().AVIS_SECRET, ...env().AVIS_SECRETS_BEFORE])

/** The one that signs now, and those that signed before it. */
type Secrets = readonly [now: string, ...before: string[]]

/** What `read` gives by the first secret that opens it; undefined when none does. */
export function bySecret<T>(read: (secret: string) => T | undefined): T | undefined {
  for (const secret of secrets()) {
    const value = read(secret)
    if (value !== undefined) return value
  }
  return undefined
}

/** The same for what takes its time. */
export async function bySecretLater<T>(
  read: (secret: string) => Promise<T | undefined>,
): Promise<T | undefined> {
  for (const secret of secrets()) {
    const value = await read(secret)
    if (value !== undefined) return value
  }
  return undefined
}

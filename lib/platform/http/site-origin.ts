/**
 * Returns the origin at which this site is being used. It is the configured one, else the one the request was sent to.
 * The latter is the client's claim, so it may only go back to that same client.
 */
export function originOf(configured: string | undefined, host: string | null | undefined): string {
  if (configured) return new URL(configured).origin
  const guess = `http://${host ?? 'localhost'}`
  return URL.canParse(guess) ? new URL(guess).origin : 'http://localhost'
}

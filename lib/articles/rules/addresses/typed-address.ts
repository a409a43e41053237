/** A host with a dot, and what may follow it. An address without a scheme begins so. */
const BARE = /^[\p{L}\d-]+(?:\.[\p{L}\d-]+)+(?::\d+)?(?:[/?#]|$)/u

/**
 * Returns an address as an editor meant it: without the `feed:` that some pages put before the address of a feed, and
 * with `https:` where it was typed without a scheme. Anything else stays as it is.
 */
export function typedAddress(typed: string): string {
  const given = typed
    .trim()
    .replace(/^feed:(?:\/\/)?(?=https?:)/i, '')
    .replace(/^feed:\/\//i, 'https://')
  return BARE.test(given) ? `https://${given}` : given
}

const NOWHERE = 'http://avis.invalid'

/**
 * Returns `path`, with its query, when it leads to an address of this site, else undefined. It is parsed as a browser
 * parses it: `//host`, `/\host` and a tab in between all lead elsewhere.
 */
export function ownPath(path: string | null | undefined): string | undefined {
  if (!path?.startsWith('/') || !URL.canParse(path, NOWHERE)) return undefined
  const { origin, pathname, search } = new URL(path, NOWHERE)
  return origin === NOWHERE && !pathname.startsWith('//') ? pathname + search : undefined
}

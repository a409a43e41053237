/** Query parameters that say where a visitor came from, not which page this is. */
const TRACKING = /^(?:utm_|at_|xtor$|fbclid$|gclid$|mc_|cmp|ref$)/i

/**
 * Returns an address as pages are compared: without scheme, «www.», fragment, visitor parameters and a last slash.
 * Undefined for what is no address of a page. A relative one is resolved against `base`.
 */
export function pageKey(address: string, base?: string): string | undefined {
  const absolute = URL.canParse(address, base) ? new URL(address, base) : undefined
  if (!absolute || !/^https?:$/.test(absolute.protocol)) return undefined
  for (const name of [...absolute.searchParams.keys()])
    if (TRACKING.test(name)) absolute.searchParams.delete(name)
  const path = absolute.pathname.replace(/\/(?:index\.\w+)?$/, '')
  return `${absolute.host.replace(/^(?:www|m|amp)\./, '')}${path}${absolute.search}`
}

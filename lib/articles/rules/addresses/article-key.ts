import { createHash } from 'node:crypto'

/**
 * Query parameters that say where a reader came from, and nothing of the article. The migration that filled the keys of
 * older articles holds the same list.
 */
const TRACKING =
  /&(?:utm_[^=&]*|at_(?:medium|campaign|creation|custom\d|format|variant|network|link_type|link_id)|mtm_[^=&]*|pk_[^=&]*|hsa_[^=&]*|mc_[ce]id|_hs(?:enc|mi)|(?:fb|g|d|tw|tt|y)clid|msclkid|gbraid|wbraid|srsltid|igshid|mkt_tok|xtor|xts|cmpid|_ga|_gl)(?:=[^&]*)?(?=&|$)/gi

/** Returns a query without the parameters that `pattern` finds; each begins with `&`. */
export const withoutParameters = (query: string, pattern: RegExp): string =>
  `&${query}`.replace(pattern, '').replace(/&+/g, '&').replace(/^&|&$/g, '')

/**
 * Returns what all addresses of one article have in common: its host without `www.`, its path without a slash at the
 * end, and its parameters without those that only count readers. Scheme and fragment are left out. Undefined for
 * anything but a web address.
 */
export function canonicalAddress(address: string): string | undefined {
  if (!URL.canParse(address)) return undefined
  const url = new URL(address)
  if (!/^https?:$/.test(url.protocol)) return undefined
  const host = url.host.replace(/^www\./, '').replace(/:(?:80|443)$/, '')
  const query = withoutParameters(url.search.slice(1), TRACKING)
  return `${host}${url.pathname.replace(/\/+$/, '')}${query && `?${query}`}`
}

/** Returns the SHA-256 of an article's canonical address, its key in the database; undefined without a web address. */
export function articleKey(address: string): Uint8Array<ArrayBuffer> | undefined {
  const canonical = canonicalAddress(address)
  return canonical === undefined ? undefined : new Uint8Array(createHash('sha256').update(canonical).digest())
}

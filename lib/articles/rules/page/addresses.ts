import { canonicalAddress, withoutParameters } from '../addresses/article-key'

/** Parameters of visits that a description leaves out, but that may name an article on another site. */
const VISIT = /&(?:ref|at_[^=&]*|cmp[^=&]*)(?:=[^&]*)?(?=&|$)/gi

/**
 * Returns an address as a page and its description are compared: canonical, without the host of a device, without
 * `index.html`, and without more parameters of visits. Addresses of one article have one page key; the reverse does not
 * hold. A relative address is resolved against `base`. Undefined for anything but a web address.
 */
export function pageKey(address: string, base?: string): string | undefined {
  const absolute = URL.canParse(address, base) ? new URL(address, base).href : ''
  const canonical = canonicalAddress(absolute)
  if (canonical === undefined) return undefined
  const [place = '', ...query] = canonical.split('?')
  const page = place.replace(/^(?:m|mobile|amp)\./, '').replace(/\/(?:index\.\w+)?$/, '')
  const kept = withoutParameters(query.join('?'), VISIT)
  return kept ? `${page}?${kept}` : page
}

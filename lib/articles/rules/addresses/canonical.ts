import { absoluteLink } from '../feeds/feed-links'

const HEAD_END = /<\/head\s*>|<body\b/i
/** Hosts of one site that show the same articles to other devices. */
const site = (url: URL) => url.hostname.replace(/^(?:www|m|mobile|amp)\./, '')

/**
 * Resolves to the address that a page calls its own (`<link rel="canonical">`), of which AMP, print and mobile pages are
 * copies; otherwise to `address`. Only an address of the same site is taken, and never its home page: a template's
 * mistake would make all articles one.
 */
export async function canonicalOf(html: string, address: string): Promise<string> {
  const head = html.slice(0, html.search(HEAD_END) >>> 0)
  if (!/\bcanonical\b/i.test(head) || !URL.canParse(address)) return address
  const { parseHTML } = await import('linkedom')
  const { document } = parseHTML(`${head}</head><body></body></html>`)
  const links = [...document.querySelectorAll('link')].map((link) =>
    Object.fromEntries([...link.attributes].map(({ name, value }) => [name.toLowerCase(), value])),
  )
  const own = links.find(({ rel = '' }) => rel.toLowerCase().split(/\s+/).includes('canonical'))
  const canonical = absoluteLink(own?.href ?? '', address)
  if (!canonical) return address
  const [from, to] = [new URL(address), new URL(canonical)]
  const isHome = to.pathname === '/' && !to.search
  return site(from) === site(to) && !isHome ? canonical : address
}

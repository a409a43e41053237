/** An absolute address that links are relative to; empty where none is known. */
export type Base = string

/** Separates a link from the `xml:base` of its own element: a character of no address. */
const OWN_BASE = '\ue000'
const BASED_LINK = /<((?:[\w.-]+:)?link)\b([^<>]*?)\sxml:base\s*=\s*(?:"([^"'<>]*)"|'([^"'<>]*)')([^<>]*)>/g

/**
 * Returns a feed in which each link carries the `xml:base` of its own element, which feedsmith leaves out; `absoluteLink`
 * reads it there.
 */
export function keepLinkBases(source: string): string {
  if (!source.includes('xml:base')) return source
  return source.replace(BASED_LINK, (_, name, before, double, single, after) => {
    const base = `${double ?? single}${OWN_BASE}`
    const attributes = `${before}${after}`
    const withHref = attributes.replace(/\shref\s*=\s*["']/, (opening) => `${opening}${base}`)
    // An RSS link is the text of its element.
    return withHref === attributes ? `<${name}${attributes}>${base}` : `<${name}${withHref}>`
  })
}

const IS_WEB = /^https?:$/

/** Returns the base of an element inside `outer`, given its own `xml:base` (RFC 3986, 5.1). */
export function baseWithin(outer: Base, own: string): Base {
  if (!own) return outer
  return absoluteLink(own, outer) || outer
}

/**
 * Returns the absolute web address of a link; empty where it is none. A link without a scheme is https where no base
 * decides.
 */
export function absoluteLink(link: string, base: Base): string {
  const [own, ...rest] = link.split(OWN_BASE)
  if (own !== undefined && rest.length > 0) return absoluteLink(rest.join(''), baseWithin(base, own))
  // Feeds break long links over lines; browsers remove these characters as well.
  const given = link.replace(/[\t\r\n]/g, '').trim()
  if (!given) return ''
  const within = base || (given.startsWith('//') ? 'https://link.invalid/' : undefined)
  if (!URL.canParse(given, within)) return ''
  const url = new URL(given, within)
  return IS_WEB.test(url.protocol) && !url.username && !url.password ? url.href : ''
}

/** An absolute address that links are relative to; empty where none is known. */
export type Base = string

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
  // Feeds break long links over lines; browsers remove these characters as well.
  const given = link.replace(/[\t\r\n]/g, '').trim()
  if (!given) return ''
  const within = base || (given.startsWith('//') ? 'https://link.invalid/' : undefined)
  if (!URL.canParse(given, within)) return ''
  const url = new URL(given, within)
  return IS_WEB.test(url.protocol) && !url.username && !url.password ? url.href : ''
}

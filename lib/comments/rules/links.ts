import { LinkifyIt } from 'linkify-it'

/** Finds only what a browser would open as a page: no mail, no file, no script. */
const finder = new LinkifyIt({ fuzzyLink: true, fuzzyEmail: false, fuzzyIP: false })
  .add('ftp:', null)
  .add('mailto:', null)
  .add('//', null)
  // After `www.` a host may end in any top-level domain; without it, only in one that the library knows.
  .add('www.', {
    validate: (text, at, { re }) => {
      const host = re.get_relative_proto_validator()
      host.lastIndex = at
      return host.exec(text)?.[0].length ?? 0
    },
    normalize: (match) => {
      match.url = `http://${match.url}`
    },
  })

/**
 * Returns whether a host without a scheme was typed as an address: it begins with `www.`, or a path follows it. In
 * «cher.La mairie» one sentence ends and another begins, also where a stroke follows: «cher.Le/la».
 */
function isTypedAddress(raw: string): boolean {
  const [host = ''] = raw.split(/[/?#]/, 1)
  if (/^www\./i.test(host)) return true
  return raw.length > host.length + 1 && raw[host.length] === '/' && !/\p{Ll}\.\p{Lu}/u.test(host)
}

/** Returns the links of a text with their targets. */
export const findLinks = (text: string): { start: number; end: number; url: string }[] =>
  (finder.match(text) ?? [])
    .filter(({ schema, raw }) => schema !== '' || isTypedAddress(raw))
    .map(({ index, lastIndex, url }) => ({ start: index, end: lastIndex, url }))

import { LinkifyIt } from 'linkify-it'

/** Finds only what a browser would open as a page: no mail, no file, no script. */
const finder = new LinkifyIt({ fuzzyLink: true, fuzzyEmail: false, fuzzyIP: false })
  .add('ftp:', null)
  .add('mailto:', null)
  .add('//', null)

/** Returns the links of a text with their targets; «example.fr» without a scheme is one too. */
export const findLinks = (text: string): { start: number; end: number; url: string }[] =>
  (finder.match(text) ?? []).map(({ index, lastIndex, url }) => ({ start: index, end: lastIndex, url }))

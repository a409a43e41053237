import { type Rewriting, rewrite } from './rewriting'
import { AFTERS, PLAIN_STARTERS, STARTERS } from './starters'

const ADDRESS = String.raw`(?<url>(?:https?:\/\/|www\.)(?:(?!${STARTERS}|${AFTERS})[^\s<>"«»]){2,2000})`
const GLUED = new RegExp(
  [
    ADDRESS,
    String.raw`(?<=[\p{Ll}\d.?!…»”)])(?<after>${AFTERS})(?= ?[\p{Lu}\d«“"•:]| ?\n| ?$)`,
    String.raw`(?<=[^\s(«“"'’])(?<starter>(?<=[\p{Ll}\d)»”.?!…])(?=(?:${STARTERS}))|(?<=\p{Lu})(?=(?:${PLAIN_STARTERS})))`,
    String.raw`(?<=[\p{Ll}]{3}[.!…]|[\d%»”)][.!…]|[.!…] ?[»”])(?<sentence>(?=[\p{Lu}«“][\p{Ll}'’ ]))`,
    String.raw`(?<=^(?:• )?)(?<heading>${AFTERS})(?=\p{Lu}|•)`,
  ].join('|'),
  'gmu',
)

/** Puts back the line ends that a careless paste loses between sentences, headings and addresses. */
export function openSeams(text: string): Rewriting {
  return rewrite(text, GLUED, ({ groups = {}, index }) => {
    const { url, after, heading, sentence } = groups
    if (url !== undefined) return undefined
    if (after !== undefined) return text[index + after.length] === ' ' ? `\n${after}` : `\n${after}\n`
    if (heading !== undefined) return `${heading}\n`
    if (sentence !== undefined) return ' '
    return index > 0 ? '\n' : undefined
  })
}

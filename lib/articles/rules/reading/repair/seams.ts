import { anyOf } from '../../../languages'
import { type Rewriting, rewrite } from './rewriting'

const STARTERS = anyOf(({ seams }) => seams.starters)
const PLAIN_STARTERS = anyOf(({ seams }) => seams.plainStarters)
const OPENERS = String.raw`${anyOf(({ seams }) => seams.openers)} (?=\p{Ll})`
const AFTERS = anyOf(({ seams }) => seams.afters)

const ADDRESS = String.raw`(?<url>(?:https?:\/\/|www\.)(?:(?!${STARTERS}|${AFTERS})[^\s<>"«»]){2,2000})`
const GLUED = new RegExp(
  [
    ADDRESS,
    String.raw`(?<=[\p{Ll}\d.?!…»”)])(?<after>${AFTERS})(?= ?[\p{Lu}\d«“"•:.]| ?\n| ?$)`,
    String.raw`(?<=[^\s(«“"'’])(?<starter>(?<=[\p{Ll}\d)»”.?!…])(?=(?:${STARTERS}))|(?<=\p{Lu})(?=(?:${PLAIN_STARTERS}))|(?<=\p{Ll})(?=${OPENERS}))`,
    String.raw`(?<=[\p{Ll}]{3}[.!…]|[\d%»”)][.!…]|[.!…] ?[»”])(?<sentence>(?=[\p{Lu}«“][\p{Ll}'’ ]))`,
    String.raw`(?<=[^\s-])(?<rule>-{3,200}|(?<=\S)#{2,6} )(?=\p{Lu})`,
    String.raw`(?<=^(?:• )?)(?<heading>${AFTERS})(?=\p{Lu}|•)`,
  ].join('|'),
  'gmu',
)

/** Restores the line ends that a careless paste loses between sentences, headings and addresses. */
export function openSeams(text: string): Rewriting {
  return rewrite(text, GLUED, ({ groups = {}, index }) => {
    const { url, after, heading, sentence, rule } = groups
    if (url !== undefined) return undefined
    if (after !== undefined) return text[index + after.length] === ' ' ? `\n${after}` : `\n${after}\n`
    if (heading !== undefined) return `${heading}\n`
    if (rule !== undefined) return rule.startsWith('#') ? `\n${rule}` : '\n'
    if (sentence !== undefined) return ' '
    return index > 0 ? '\n' : undefined
  })
}

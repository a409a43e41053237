/** A word or phrase between two alternatives of a question, as offsets into it. */
export interface Connector {
  start: number
  end: number
}

const STOCK = new RegExp(
  `\\b(?:${[
    '(?:un|une) ou (?:plusieurs|deux)',
    "d'une (?:maniere|facon) ou d'une autre",
    "(?:d'un cote|d'une part) ou de l'autre",
    "un jour ou l'autre",
    "plus ou moins(?! (?:de |d'|qu))",
    'tot ou tard(?=,)',
    'peu ou prou',
    'bon gre ou mal gre',
    '(?<!, )(?:deux|trois|quatre|cinq|\\b\\d{1,3}) ou (?:trois|quatre|cinq|six|plusieurs|\\d{1,3})',
    '(?:un|une) [a-z]+ ou deux',
    'an? [a-z]+ or (?:two|so)',
    'ou presque',
    'ou autres?(?= [a-z])',
    'ou tout autre',
    '(?:one|two|three|\\d+) or (?:more|two|three|four|so|\\d+)',
    '(?<!(?:want|need|see|have|prefer|like|expect|spend|read|buy|trust.{1,20}) )more or less(?! than)',
    'sooner or later',
    'one way or (?:another|the other)',
    'or so',
    'or something(?! (?:in|else|more|of|other))',
    'or other',
    '(?:some\\w+|any\\w+) or (?:other|another)',
    'ou quoi',
    'ou quelque chose',
    'ou pas encore',
  ].join('|')})\\b`,
  'g',
)
const INSIDE = /«[^»]{0,300}»|“[^”]{0,300}”|"[^"]{0,300}"|\([^()]{0,300}\)|\[[^[\]]{0,300}\]/g
const CONNECTOR =
  /,? ?(?:\bet ?\/ ?ou\b|\band ?\/ ?or\b|\bou(?: bien encore| bien(?! [a-z]+(?:e|i|u|it|is)e?s?[ ?!.]*$)| encore| alors| plutot(?= (?:une?|des|les?|la|du|de|en|a|au|par|pour) | [ld]'|-)| meme| encore plutot| au contraire,?|(?: tout)? simplement(?= (?:une?|des?|les?|la|du|mieux|plus|[a-z']+(?:er|ir|oir|[dtvpu]re|[lf]ire))\b| [ld]'))?\b|(?<!')\bor(?: else| maybe| perhaps| rather| even|(?: simply| just)(?= (?:an?|the)\b))?\b|\bplutot (?:que(?: de)?\b|qu'|qu ')|\brather than\b|\bvs\b\.?|\bversus\b|,(?= (?:ni l'une? ni l'autre|les deux|aucune? des|sans (?:avis|opinion)|neither|both|none|no opinion)\b[^,]*$)|\bvoire\b(?=$)) ?/g

const blank = (found: string) => '\u0001'.repeat(found.length)

/** Returns the question with everything blanked that cannot separate alternatives; it keeps its length. */
export const bared = (plainQuestion: string) =>
  plainQuestion.replace(INSIDE, blank).replace(STOCK, (found) => found.replace(/\bou\b|\bor\b/g, blank))

/** Returns where a bared question has «ou», «or», «plutôt que» or «versus». */
export function connectors(baredQuestion: string, question: string): Connector[] {
  return [...baredQuestion.matchAll(CONNECTOR)].flatMap(({ 0: found, index }) => {
    const said = question.slice(index, index + found.length)
    // «où» is folded like «ou»; only the accent distinguishes them.
    return /où/iu.test(said) || index === 0 ? [] : [{ start: index, end: index + found.length }]
  })
}

/** One alternative of a question, as offsets into it. */
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
    'plus ou moins',
    'tot ou tard',
    'peu ou prou',
    'bon gre ou mal gre',
    '(?:deux|trois|quatre|cinq|\\d+) ou (?:trois|quatre|cinq|six|plusieurs|\\d+)',
    'ou presque',
    'ou autres?(?= [a-z])',
    'ou tout autre',
    '(?:one|two|three|\\d+) or (?:more|two|three|four|so|\\d+)',
    'more or less',
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
  /,? ?(?:\bet ?\/ ?ou\b|\band ?\/ ?or\b|\bou(?: bien encore| bien| encore| alors| plutot| meme| encore plutot| au contraire,?| simplement| tout simplement)?\b|\bor(?: else| maybe| perhaps| rather| even| simply| just(?! (?:right|enough|about|fine|as)\b))?\b|\bplutot (?:que(?: de)?\b|qu'|qu ')|\brather than\b|\bvs\b\.?|\bversus\b|,(?= (?:ni l'une? ni l'autre|les deux|aucune? des|sans (?:avis|opinion)|neither|both|none|no opinion)\b[^,]*$)|\bvoire\b(?=$)) ?/g

const blank = (found: string) => '\u0001'.repeat(found.length)

/** The question with everything blanked that cannot separate alternatives; same length. */
export const bared = (plainQuestion: string) =>
  plainQuestion.replace(INSIDE, blank).replace(STOCK, (found) => found.replace(/\bou\b|\bor\b/g, blank))

/** Where a bared question says «ou», «or», «plutôt que», «versus». */
export function connectors(baredQuestion: string, question: string): Connector[] {
  return [...baredQuestion.matchAll(CONNECTOR)].flatMap(({ 0: found, index }) => {
    const said = question.slice(index, index + found.length)
    // «où» is folded like «ou»; only the accent tells them apart.
    return /où/iu.test(said) || index === 0 ? [] : [{ start: index, end: index + found.length }]
  })
}

const STATISTICS = /(?:[\s:–—(-]*\d[\d ,.]*(?:%| votes?| voix)[\s,;)]*)+$/i
const NOISE =
  /^(?:votants?|voters?|votes?|total|nombre|sondage|poll|vous ne pouvez|voir|view|repondre|resultats?|results?)\b|^[\d\s,.%]+$/
const PROMPTED =
  /^(?:choix|options?|reponses?(?: possibles?)?|propositions?|choices?|answers?|possible answers?) ?:? ?/
const YES_NO = /^(?:oui|non|yes|no)\b/
const ANSWERS =
  /^(?:oui|non|yes|no|pour|contre|d'accord|pas d'accord|je ne sais|ne se prononce|sans (?:avis|opinion)|nsp|peut-etre|maybe|not sure|unsure|don't know|undecided|autre|other|aucun|none)\b/

/** Matches a sentence with a verb of its own («Répondez à cet email ou…»): it lists no answers. */
const ACTS =
  /^[a-z]+ez\b|\b(?:je|j'|nous|vous|on|ils?|elles?|i|we|you|they|he|she) [a-z]|\b(?:est|sont|is|are|was|were|will)\b/

/** Returns whether a line beside a list of answers only counts votes or names the poll. */
export const isNoise = (plain: string) => NOISE.test(plain)

/** Returns whether a line sounds like an answer to a poll. */
export const saysYesOrNo = (plain: string) => ANSWERS.test(plain)

/** A list item as written, with its folded form. */
export interface Listed {
  text: string
  plain: string
}

/** Returns the answers listed under a question, without counts and shares of votes; empty when they are no answers. */
export function answersFrom(items: Listed[]): string[] {
  const answers = items.flatMap(({ text, plain }) => {
    if (NOISE.test(plain)) return []
    const answer = text
      .replace(STATISTICS, '')
      .replace(/[\s;,.:]+$/, '')
      .trim()
    return answer === '' ? [] : [answer]
  })
  const unique = [...new Set(answers)]
  return unique.length >= 2 ? unique : []
}

/** Returns the answers that a separate sentence lists: «Choix : A, B ou C.», «Oui, non, peut-être.» */
export function answersIn(text: string, plain: string): string[] {
  const prompted = PROMPTED.exec(plain)?.[0].length ?? 0
  const marked = prompted > 0 && /: ?$/.test(plain.slice(0, prompted))
  const list = text.slice(marked ? prompted : 0).replace(/[\s.!…]+$/, '')
  const items = list
    .split(/, (?:ou |or )?| (?:ou|or) |; | \/ /)
    .map((item) => item.trim())
    .filter((item) => item !== '')
  const short = items.every((item) => item.split(' ').length <= 6)
  if (items.length < 2 || !short) return []
  const joined = / (?:ou|or) /.test(plain) && !ACTS.test(plain)
  return marked ||
    (/\b(?:oui|yes)\b/.test(plain) && /\b(?:non|no)\b/.test(plain) && YES_NO.test(plain)) ||
    (joined && items.length > 2)
    ? items
    : []
}

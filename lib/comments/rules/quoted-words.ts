import type { NormalisedText } from './normalise'

/** Words with which people tell what others said or wrote, in French and English, folded. */
const REPORTS = new RegExp(
  `(?<![\\p{L}\\p{N}])(?:${[
    'mots?|termes?|insultes?|injures?|tags?|graffitis?|slogans?|banderoles?|pancartes?|lettres?|romans?|films?',
    'traite[rsz]?|traitai(?:s|t|ent)|traitent|appele[rsz]?|appelai(?:s|t|ent)|appellent|appelle|qualifi[a-z]+|cit(?:e|er|ait|ation)',
    'dit|dits|dire|disai(?:s|t|ent)|disent|crie[rsz]?|criai(?:s|t|ent)|crient|hurl[a-z]+|lance|lancer|entend[a-z]*|insult[a-z]+|injuri[a-z]+',
    'ecri(?:t|ts|re|s|ve|vent|vait)|lu|lue',
    'words?|terms?|slurs?|insults?|graffiti|letters?|novels?|called|calls?|calling|said|says?|saying|told|heard?|hearing',
    'shout[a-z]*|yell[a-z]*|scream[a-z]*|wrote|written|writing|painted|sprayed|quot[a-z]+|reads?',
  ].join('|')})(?![\\p{L}\\p{N}])`,
  'u',
)
const ENDS = /[.!?…\n]/g
const QUOTES = [
  ['«', '»'],
  ['“', '”'],
] as const

function isQuoted(text: string, start: number, end: number): boolean {
  const [before, after] = [text.slice(0, start), text.slice(end)]
  if (
    QUOTES.some(
      ([opens, closes]) => before.lastIndexOf(opens) > before.lastIndexOf(closes) && after.includes(closes),
    )
  )
    return true
  return before.split('"').length % 2 === 0 && after.includes('"')
}

/**
 * Returns whether the words at `start` to `end`, offsets in the folded text, may be somebody else's: they stand between
 * quotation marks, or their sentence tells what somebody said or wrote. Victims and reporters repeat insults.
 */
export function mayBeQuoted({ text }: NormalisedText, start: number, end: number): boolean {
  if (isQuoted(text, start, end)) return true
  let from = 0
  let to = text.length
  for (const { index } of text.matchAll(ENDS)) {
    if (index < start) from = index + 1
    else if (index >= end) {
      to = index
      break
    }
  }
  return REPORTS.test(`${text.slice(from, start)} ${text.slice(end, to)}`)
}

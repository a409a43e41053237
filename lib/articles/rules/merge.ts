import type { Chosen } from './choose'
import { asksChoice } from './kinds/choice'

const CONTINUES = /^(?:ou|or) (?!est\b|sont\b|vous\b)/
const SELECTS =
  /^(?:.{0,40}\b)?(?:lequel|laquelle|lesquel(?:le)?s|which|votre (?:favorie?|prefere[e]?|choix|camp|preference|team)|preferez-vous|choisi[a-z]*-vous|your (?:favou?rite|pick|choice)|you prefer)\b/
const VERB =
  /[a-z]-(?:t-)?(?:vous|tu|il|elle|on|ce|ils|elles)\b|\b(?:is|are|do|does|would|will|should|can) (?:it|you|they|we|the|this|that)\b|\best-ce\b/
/** Maximum words of a list: a longer second question asks something of its own. */
const MAX_LIST = 14

/** Groups questions that the author split in two: «Allez-vous rester ? Ou partir ?». */
export function merged(chosen: Chosen[]): Chosen[][] {
  const groups: Chosen[][] = []
  for (const one of chosen) {
    const before = groups.at(-1)?.at(-1)
    const adjacent = before && before.part.index + 1 === one.part.index && sameLine(before, one)
    if (before && adjacent && (continues(one) || lists(before, one))) groups.at(-1)?.push(one)
    else groups.push([one])
  }
  return groups
}

const sameLine = (a: Chosen, b: Chosen) => a.part.sentence.line === b.part.sentence.line

function continues({ part: { sentence } }: Chosen): boolean {
  return CONTINUES.test(sentence.plain) && !/^où/iu.test(sentence.text)
}

function lists(before: Chosen, { part: { sentence, words } }: Chosen): boolean {
  if (words > MAX_LIST || VERB.test(sentence.plain)) return false
  if (/^(?:oui|non|yes|no)(?:,| ou | or )/.test(sentence.plain)) return true
  return SELECTS.test(before.part.sentence.plain) && asksChoice(sentence.plain)
}

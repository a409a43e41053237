import type { Chosen } from './choose'
import { asksChoice } from './kinds/choice'
import { continues } from './kinds/continues'

const SELECTS =
  /^(?:.{0,40}\b)?(?:lequel|laquelle|lesquel(?:le)?s|which|votre (?:favorie?|prefere[e]?|choix|camp|preference|team)|preferez-vous|choisi[a-z]*-vous|your (?:favou?rite|pick|choice)|you prefer)\b/
const VERB =
  /[a-z]-(?:t-)?(?:vous|tu|il|elle|on|ce|ils|elles)\b|\b(?:is|are|do|does|would|will|should|can) (?:it|you|they|we|the|this|that)\b|\best-ce\b/
/** Maximum words of a list: a longer second question asks something of its own. */
const MAX_LIST = 14
/** Maximum question marks in one question: more is a list of questions. */
const MAX_PARTS = 6

/** Groups questions that the author split in two: «Allez-vous rester ? Ou partir ?». */
export function merged(chosen: Chosen[]): Chosen[][] {
  const groups: Chosen[][] = []
  for (const one of chosen) {
    if (continues(one.part.sentence)) gather(groups)
    const before = groups.at(-1)?.at(-1)
    const adjacent = before && before.part.index + 1 === one.part.index && sameLine(before, one)
    const few = (groups.at(-1)?.length ?? 0) < MAX_PARTS
    if (before && adjacent && few && (continues(one.part.sentence) || lists(before, one)))
      groups.at(-1)?.push(one)
    else groups.push([one])
  }
  return groups
}

const sameLine = (a: Chosen, b: Chosen) => a.part.sentence.line === b.part.sentence.line

/** Joins the alternatives in the middle of a choice to its first one: «Un bac ?» after «Voulez-vous un pont ?». */
function gather(groups: Chosen[][]) {
  let from = groups.length - 1
  const least = groups.length - MAX_PARTS
  while (from > 0 && from > least && isAlternative(groups[from - 1]?.at(-1), groups[from])) from--
  const whole = groups.slice(from).flat()
  if (from >= 0 && whole.length < MAX_PARTS) groups.splice(from, groups.length - from, whole)
}

function isAlternative(before: Chosen | undefined, group: Chosen[] = []): boolean {
  const [one, another] = group
  if (!before || !one || another || before.part.index + 1 !== one.part.index) return false
  return sameLine(before, one) && one.part.words <= MAX_LIST && !VERB.test(one.part.sentence.plain)
}

function lists(before: Chosen, { part: { sentence, words } }: Chosen): boolean {
  if (words > MAX_LIST || VERB.test(sentence.plain)) return false
  if (/^(?:oui|non|yes|no)(?:,| ou | or )/.test(sentence.plain)) return true
  return SELECTS.test(before.part.sentence.plain) && asksChoice(sentence.plain)
}

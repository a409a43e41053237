import { anyOf, grammarPattern, grammarWords, groupOf, PACKS } from '../../languages'
import { asksChoice } from '../kinds/choice'
import { continues } from '../kinds/continues'
import { asksJudgements } from '../kinds/judgements'
import { isOpen } from '../kinds/open'
import { languageOf } from '../reading/language'
import { plain } from '../reading/plain'
import type { Chosen } from './choose'

const SELECTS = new RegExp(`^(?:.{0,80}\\b)?${grammarWords(({ selects }) => selects)}\\b`)
const VERB = grammarPattern(({ asksByVerb }) => asksByVerb)
/** Matches a question with a verb: what follows it may be its answers. */
const ASKED = grammarPattern(({ verb }) => verb)
const SUBJECT = new RegExp(`^${grammarWords(({ subjects }) => subjects)}\\b`)
const OR_MORE = new RegExp(` ${grammarWords(({ orMore }) => orMore)}[ ?]*$`)
const ADDS = new RegExp(`\\b${grammarWords(({ adds }) => adds)}\\b`)
const YES_OR_NO = new RegExp(
  `^${groupOf(Object.values(PACKS).flatMap(({ answers: { yes, no } }) => [plain(yes), plain(no)]))}(?:,| ${anyOf(({ questions }) => questions.or)} )`,
)
/** Maximum words of a list: a longer second question asks something of its own. */
const MAX_LIST = 14
/** Maximum words of an answer that stands first, with the question mark. */
const MAX_NAME = 5
/** Maximum question marks in one question: more is a list of questions. */
const MAX_PARTS = 6

/** Groups questions that the author split in two: «Allez-vous rester ? Ou partir ?». */
export function merged(chosen: Chosen[]): Chosen[][] {
  const groups: Chosen[][] = []
  for (const [at, one] of chosen.entries()) {
    const goesOn =
      continues(one.part.sentence) && !asksJudgements(groups.at(-1)?.at(-1)?.part.sentence.text ?? '')
    if (goesOn) gather(groups)
    const before = groups.at(-1)?.at(-1)
    const adjacent = before && before.part.index + 1 === one.part.index && sameLine(before, one)
    const few = (groups.at(-1)?.length ?? 0) < MAX_PARTS
    if (
      before &&
      adjacent &&
      few &&
      (goesOn || lists(before, one) || namesOne(groups.at(-1), one, chosen[at + 1]))
    )
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

/**
 * Returns whether a few words with a question mark are one of several answers to the question before them: «Que
 * choisiriez-vous ? Un pont ? Un bac ?». After a question that does not ask to choose, every answer lacks a verb.
 */
function namesOne([asked, ...others]: Chosen[] = [], one: Chosen, next: Chosen | undefined): boolean {
  if (!asked || asksChoice(asked.part.sentence.plain)) return false
  const selects = SELECTS.test(asked.part.sentence.plain)
  const { plain: head, text } = asked.part.sentence
  const conjugated = PACKS[languageOf(head, 'fr')].grammar.conjugated
  const bare = (sentence: string) => !conjugated?.test(sentence) && isFragment(sentence)
  // «Bonne mesure ? Trop timide ? Trop sévère ?»: the first is an answer as well.
  const named = asked.part.words <= MAX_NAME && bare(head)
  if (!selects && !named && !ASKED.test(head) && !isOpen(head, text)) return false
  const isName = (chosen: Chosen | undefined) => {
    if (chosen === undefined || !sameLine(asked, chosen)) return false
    const { words, sentence } = chosen.part
    return (
      words <= MAX_LIST &&
      !VERB.test(sentence.plain) &&
      !isOpen(sentence.plain, sentence.text) &&
      (selects || bare(sentence.plain))
    )
  }
  const follows = next?.part.index === one.part.index + 1
  return isName(one) && others.every(isName) && (others.length > 0 || (follows && isName(next)))
}

/** Returns whether a question has no subject before its verb, and adds nothing to the one before: «Moins libre ?». */
const isFragment = (asked: string) =>
  !SUBJECT.test(asked) && !ADDS.test(asked) && !asksChoice(asked.replace(OR_MORE, ''))

function lists(before: Chosen, { part: { sentence, words } }: Chosen): boolean {
  if (words > MAX_LIST || VERB.test(sentence.plain)) return false
  if (YES_OR_NO.test(sentence.plain)) return true
  return SELECTS.test(before.part.sentence.plain) && asksChoice(sentence.plain)
}

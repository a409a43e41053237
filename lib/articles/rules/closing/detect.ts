import { anyOf, grammarWords, PACKS } from '../../languages'
import { continues } from '../kinds/continues'
import { sortOf } from '../kinds/kinds'
import { isOpen } from '../kinds/open'
import { classOf } from '../kinds/options/words'
import { dateOf } from '../reading/date'
import { languageOf } from '../reading/language'
import { plain } from '../reading/plain'
import { type Reading, read } from '../reading/reading'
import { titleOf } from '../reading/title'
import { wordsOf } from '../reading/wording'
import { answersAfter } from './answers'
import { blocksOf } from './blocks'
import { type Chosen, choose } from './choose'
import type { Detection, Found, Language, Refused } from './found'
import { merged } from './merge'
import { bare, type Part, rolesOf } from './roles'

/** Minimum characters of a question whose own language is detected; for shorter ones the article's decides. */
const TELLING_LENGTH = 25

/** Matches the question mark between two halves, before «ou» and before anything else. */
const BEFORE_OR = new RegExp(` ?\\?+ (?=${anyOf(({ questions }) => questions.or)} )`, 'giu')
const BETWEEN = / ?\?+ (?=\S)/gu
const LEADING_OR = new RegExp(`^${grammarWords(({ leadingOr }) => leadingOr)} `, 'u')

/** Returns the answers that stand as questions of their own after an open one: «Que choisir ? Un pont ? Un bac ?» */
function answersOf(group: Chosen[], halves: string[]): string[] {
  const [first = '', ...answers] = halves
  if (group.length < 3 || !isOpen(plain(first), first)) return []
  return answers.map((answer) => answer.slice(LEADING_OR.exec(plain(answer))?.[0].length ?? 0))
}

/** Joins a question that its author split: inner question marks would end its first part. */
function asOne(group: Chosen[], text: string, [first = '', ...others]: string[], language: Language): string {
  const joined = group.slice(1).some(({ part }) => continues(part.sentence))
  if (group.length === 2 && !joined) return text.replace(BEFORE_OR, ' ').replace(BETWEEN, ' : ')
  // A comma inside an alternative separates nothing: «Arrondir ? Toujours vers le bas, partout ? Ou rien ?»
  const apart = others.some((other) => other.includes(', ')) && !first.includes(', ') ? ';' : ','
  return others.reduce((whole, other, at) => {
    const half = group[at + 1]
    if (!half) return whole
    const goesOn = continues(half.part.sentence)
    const said = goesOn || opensPhrase(half.part) ? lowered(other) : other
    const last = at === others.length - 1 && !joined
    return `${whole}${goesOn || last ? '' : apart} ${last ? `${PACKS[language].questions.or[0]} ` : ''}${said}`
  }, first)
}

const opensPhrase = ({ sentence }: Part) =>
  (['fr', 'en'] as const).some((language) => classOf(sentence.plain, language) !== 'word')
const lowered = (text: string) => text.charAt(0).toLowerCase() + text.slice(1)

function foundFrom(reading: Reading, group: Chosen[], language: Language): Found[] {
  const first = group[0]
  const last = group.at(-1)
  if (!first || !last) return []
  const { start } = wordsOf(first.part.sentence)
  const { end } = wordsOf(last.part.sentence)
  const text = reading.repaired.text.slice(start, end)
  if (!/\p{L}/u.test(text)) return []
  const own = text.length < TELLING_LENGTH ? language : languageOf(plain(text), language)
  const answers = answersAfter(reading, last.part.index)
  const halves = group.map(({ part: { sentence } }) =>
    text.slice(Math.max(0, sentence.start - start), sentence.end - start).replace(/ ?\?+$/u, ''),
  )
  const named = answersOf(group, halves)
  const whole = group.length > 1 && named.length === 0 ? asOne(group, text, halves, own) : text
  const apart = group.length > 2 || (group.length > 1 && continues(last.part.sentence))
  const sorted =
    named.length > 0
      ? sortOf(`${halves[0]} ?`, own, { ...answers, options: named })
      : sortOf(whole, own, { ...answers, apart })
  const { reason, confidence } = first
  return [{ text, ...sorted, reason, confidence, ...reading.repaired.source(start, end) }]
}

function examine(text: string, title?: string) {
  const reading = read(text)
  const heading = titleOf(reading, title)
  const parts = rolesOf(reading, bare(plain(heading ?? '')))
  const language = languageOf(reading.folded)
  const choice = choose(blocksOf(parts))
  const questions = merged(choice.chosen).flatMap((group) => foundFrom(reading, group, language))
  const opening = choice.opening?.sentence
  const start =
    opening && questions.length > 0 ? reading.repaired.source(opening.start, opening.end).start : null
  const date = dateOf(reading)
  const detection: Detection = {
    ...(heading === undefined ? {} : { title: heading }),
    ...(date === undefined ? {} : { date }),
    language,
    start: start === null ? null : Math.min(start, questions[0]?.start ?? start),
    questions,
  }
  return { detection, reading, parts, choice }
}

/**
 * Finds the questions that close a pasted article, word for word, with their kinds and options. Offsets refer to `text`
 * as passed. Finds nothing where the article asks readers nothing.
 */
export const detectClosing = (text: string, title?: string): Detection => examine(text, title).detection

/** Returns `detectClosing` with every other question of the text and the rule that refused it. */
export function explainClosing(text: string, title?: string): Detection & { refused: Refused[] } {
  const { detection, reading, parts, choice } = examine(text, title)
  const onSight = parts.flatMap((part) => (part.refusal ? [{ part, reason: part.refusal }] : []))
  const refused = [...onSight, ...choice.refused]
    .sort((a, b) => a.part.index - b.part.index)
    .map(({ part: { sentence }, reason }) => ({
      text: sentence.text,
      reason,
      ...reading.repaired.source(sentence.start, sentence.end),
    }))
  return { ...detection, refused }
}

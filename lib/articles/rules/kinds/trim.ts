import { anyOf, grammarPattern, groupOf, type Language, type LanguagePack, PACKS } from '../../languages'
import { type Phrase, slice, trimmed } from './options/phrase'

const OPENING = new RegExp(
  `^(?:${anyOf(({ questions }) => questions.openings)}(?: ?[,:!…—–] ?| (?=[a-z])))+(?=\\S)`,
)
const tailOf = ({ questions }: LanguagePack) => new RegExp(`[,;]? ${groupOf(questions.tails)}$`)
const TAILS = Object.fromEntries(Object.values(PACKS).map((pack) => [pack.language, tailOf(pack)]))

/** Returns the length of the words before the question proper («Alors, selon vous, »). */
export const opening = (plainQuestion: string) => OPENING.exec(plainQuestion)?.[0].length ?? 0

const ASIDE = new RegExp(`,? ${anyOf(({ questions }) => questions.asides)}(?:,| (?=[^ ]))`)

/** Returns the question without an aside between commas: «, selon vous,». */
export function withoutAside(question: Phrase): Phrase {
  const match = ASIDE.exec(question.plain)
  if (!match || match.index === 0) return question
  const end = match.index + match[0].trimEnd().length
  const join = (text: string) => `${text.slice(0, match.index)}${text.slice(end)}`
  return { text: join(question.text), plain: join(question.plain) }
}

const ALTERNATIVE = new RegExp(`^(?:, |,? ${anyOf(({ questions }) => questions.or)} )`)

/** Returns whether an alternative before the last ends with the same words: “jam first or cream first”. */
function endsAnother({ 0: tail, index }: RegExpExecArray, question: string): boolean {
  const words = tail.replace(/^[,;]? /, ' ')
  const at = question.indexOf(words)
  return at < index && ALTERNATIVE.test(question.slice(at + words.length))
}

const CLEFT = grammarPattern(({ cleft }) => cleft)

/** Returns the question without its question mark and without asides at its end («, selon vous ?»). */
export function settled(question: Phrase, language: Language): Phrase {
  let current = trimmed(withoutAside(question))
  const compared = PACKS[language].grammar.compared?.exec(current.plain)
  if (compared) current = trimmed(slice(current, 0, (compared[1] ?? '').length))
  const cleft = CLEFT.exec(current.plain)
  if (cleft) current = trimmed(slice(current, 0, (cleft[1] ?? cleft[2] ?? '').length))
  for (let turn = 0; turn < 3; turn++) {
    const match = TAILS[language]?.exec(current.plain)
    if (!match || match.index < 8 || endsAnother(match, current.plain)) break
    current = trimmed(slice(current, 0, match.index))
  }
  return current
}

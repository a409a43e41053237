import { grammarPattern, type Language, optionPattern, PACKS } from '../../languages'
import type { Connector } from './alternatives'
import { cutAt } from './options/cut'
import { type Phrase, phrase, slice } from './options/phrase'
import { isParticiple } from './options/verbs'
import { classOf } from './options/words'

const INVERTED = grammarPattern(({ inversion }) => inversion)

/** Returns statements that are offered as they stand: «Ça vous choque, ça vous amuse ou vous vous en fichez ?» */
export function statementsIn(
  question: Phrase,
  hidden: string,
  found: Connector[],
  language: Language,
): string[] | undefined {
  const { statement, ownStatement } = PACKS[language].grammar
  const last = found.at(-1)
  if (
    !statement ||
    !ownStatement?.test(question.plain) ||
    !last ||
    (language === 'fr' && INVERTED.test(hidden))
  )
    return undefined
  const commas = Array.from(hidden.slice(0, last.start).matchAll(/, /g), ({ index }) => ({
    start: index,
    end: index + 2,
  }))
  const all = cutAt(question, found, commas)
  return all.length > 1 && all.every(({ plain }) => statement.test(plain))
    ? all.map(({ text }) => text)
    : undefined
}

const GAPPED = optionPattern(({ gapped }) => gapped)

const isDone = (given: string, language: Language) =>
  language === 'en' ? isParticiple(given) : /(?:[eiut]|is|it)e?s?$/.test(given)

/**
 * Returns the first alternative with its subject where the others name theirs and share its verb: “the ferry replaced”
 * beside “the bridge raised”.
 */
export function withSubject(head: Phrase, first: Phrase, others: Phrase[], language: Language): Phrase {
  const subject = GAPPED.exec(first.plain)
  const named = subject?.[1] ?? subject?.[2] ?? ''
  const own = others.filter(
    ({ plain }) =>
      classOf(plain, language) === 'determiner' &&
      plain.split(' ').length > 2 &&
      isDone(plain.split(' ').at(-1) ?? '', language),
  )
  if (!subject || named === '' || own.length === 0 || head.plain.includes(' ')) return head
  const at = subject.index + subject[0].lastIndexOf(named)
  return phrase(`${slice(first, at, at + named.length).text} ${head.text}`)
}

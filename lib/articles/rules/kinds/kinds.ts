import { anyOf, grammarPattern, groupOf, type Language, type LanguagePack, PACKS } from '../../languages'
import type { Kind } from '../closing/found'
import { plain } from '../reading/plain'
import { bared } from './alternatives'
import { alternativesOf } from './choice'
import { decisionLength } from './decision'
import { withoutCalled, withoutExamples } from './examples'
import { followed } from './follow-up'
import { judgementsOf } from './judgements'
import { levelsOf } from './levels'
import { listedIn } from './listed'
import { asksPlural, asksSeveral } from './multi'
import { isConditional, isOpen } from './open'
import { phrase, trimmed } from './options/phrase'
import { scaleOf } from './scale'
import { withoutAside } from './trim'

/** The answers found beside a question. */
interface Answers {
  options: string[]
  several: boolean
  /** Whether the last alternative is a sentence of its own, which shares no words with the one before. */
  apart?: boolean
}
const NO_ANSWERS: Answers = { options: [], several: false }

type Sides = LanguagePack['questions']['sides']

/** Returns the words of one side of a debate as a group of an expression. */
function sides(of: (said: Sides) => readonly string[]) {
  return anyOf(({ questions }) => of(questions.sides))
}

/** A question's kind and options. */
export interface Sorted {
  kind: Kind
  options: string[]
  /** The question for words that a closed one asks in passing, as written. */
  followUp?: string
}

const yesNoIn = (language: Language) => [PACKS[language].answers.yes, PACKS[language].answers.no]

const OR = anyOf(({ questions }) => questions.or)
const YES_OR_NO = new RegExp(
  `\\b${anyOf(({ questions }) => questions.yesOrNo)}\\b|\\b${anyOf(({ questions }) => questions.orNot)}[ ?!.]*$`,
)
const AGAINST = sides((of) => of.against)
const NEITHER = sides((of) => of.neither)
const POLES = new RegExp(
  `\\b(${sides((of) => of.for)}) ?(?:/|,? ${OR} |,(?= ${AGAINST},? ${OR} ${NEITHER})) ?(${AGAINST})\\b`,
)

/** Matches the third option in «pour, contre ou sans avis». */
const NO_SIDE = new RegExp(`^(?: ?/ ?|,? ${OR} |, )(${NEITHER})\\b`)

const SEVERAL_NOTE = new RegExp(
  `\\((?:[^()]*${anyOf(({ answerWords }) => answerWords.several)}[^()]*)\\)`,
  'gi',
)

/** Matches “How about you — …”, after which the question follows. */
const TURNED = grammarPattern(({ turned }) => turned, 'iu')
const YES_NO = Object.values(PACKS).flatMap(({ answers }) => {
  const [yes, no] = [answers.yes, answers.no].map((label) => plain(label).replace(/[^a-z]/g, ''))
  return [`${yes} ${no}`, `${no} ${yes}`]
})

const OPENING_MARK = /^[¿¡]+ ?/u

/** Returns the kind of answer that a question wants and the answers that it names. */
export function sortOf(asked: string, language: Language, answers: Answers = NO_ANSWERS): Sorted {
  const decided = decisionLength(plain(asked))
  const question = (decided > 0 ? `${asked.slice(0, decided)} ?` : asked).replace(OPENING_MARK, '')
  const { main, followUp } = followed(question)
  if (followUp === undefined) return sortedAlone(question, language, answers)
  const sorted = sortedAlone(main, language, answers)
  return sorted.kind === 'open' ? sortedAlone(question, language, answers) : { ...sorted, followUp }
}

/**
 * Returns whether a question names its own answers and none of those listed after it: «Train ou avion ?» before the tags
 * of its page.
 */
function namesOthers(question: string, listed: string[], language: Language): boolean {
  const folded = plain(question)
  if (
    listed.some(
      (item) =>
        folded.includes(plain(item)) ||
        plain(item)
          .split(' ')
          .some((word) => word.length > 3 && folded.includes(word)),
    )
  )
    return false
  const own = sortedAlone(question, language, NO_ANSWERS)
  return (
    own.kind === 'choice' &&
    !listed.some((item) => own.options.some((option) => plain(item).includes(plain(option))))
  )
}

function sortedAlone(
  question: string,
  language: Language,
  { options: listed, several: noted, apart = false }: Answers,
): Sorted {
  const folded = plain(question)
  const several = noted || asksSeveral(folded)
  if (isConditional(folded)) return { kind: 'open', options: [] }
  const steps = scaleOf(folded)
  if (steps) return { kind: 'scale', options: steps }
  const levels = levelsOf(question)
  if (levels) return { kind: 'scale', options: levels }
  if (listed.length >= 2 && !namesOthers(question, listed, language)) {
    const bare = listed.map((item) => plain(item).replace(/[^a-z]/g, ''))
    const yesNo = bare.length === 2 && YES_NO.includes(bare.join(' '))
    return {
      kind: several ? 'multi' : yesNo ? 'yesno' : 'choice',
      options: yesNo ? yesNoIn(language) : listed,
    }
  }
  const text = withoutAside(
    phrase(
      question
        .replace(SEVERAL_NOTE, '')
        .replace(TURNED, '')
        .replace(/ {2,}/g, ' ')
        .replace(/ (?=:)/g, ' '),
    ),
  ).text
  const asked = plain(text)
  const given = withoutCalled(withoutExamples(trimmed(phrase(text)))).text
  if (YES_OR_NO.test(asked)) return { kind: 'yesno', options: yesNoIn(language) }
  const poles = POLES.exec(bared(asked))
  if (poles && !isOpen(asked, text)) {
    const at = poles.index
    const second = at + poles[0].length - (poles[2]?.length ?? 0)
    const end = at + poles[0].length
    const third = NO_SIDE.exec(asked.slice(end))
    const options = [text.slice(at, at + (poles[1]?.length ?? 0)), text.slice(second, end)]
    if (third?.[1]) options.push(text.slice(end + third[0].length - third[1].length, end + third[0].length))
    return { kind: several ? 'multi' : 'choice', options }
  }
  if (isOpen(asked, text)) {
    const items = listedIn(withoutExamples(trimmed(phrase(text))).text, language)
    if (items) return { kind: several || asksPlural(asked) ? 'multi' : 'choice', options: items }
    return { kind: 'open', options: [] }
  }
  const judgements = judgementsOf(text, language)
  if (judgements.length > 0) return { kind: 'multi', options: judgements }
  const tail = /[:—–] /.test(plain(given)) ? listedIn(given, language) : undefined
  const options = tail ?? alternativesOf(text, language, apart)
  // A choice in a language whose choices are not read is asked in words.
  if (!PACKS[language].frames && new RegExp(` ${groupOf(PACKS[language].questions.or)} `).test(asked))
    return { kind: 'open', options: [] }
  if (options) return { kind: several ? 'multi' : 'choice', options }
  return { kind: 'yesno', options: yesNoIn(language) }
}

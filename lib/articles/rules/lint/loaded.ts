import { anyOf, bothSay, groupOf, LINT, type SurveyLanguage } from '../../languages'
import { plain } from '../reading/plain'
import { type QuestionInput, surveyQuestion } from '../survey/survey-questions'
import { type Check, wordsMatching } from './finding'

const LOADED = new RegExp(`\\b${anyOf(({ loaded }) => loaded.words)}\\b`)
const NOUN = new RegExp(`^${anyOf(({ loaded }) => loaded.nouns)}$`)
const DETERMINER = groupOf(bothSay(({ determiners }) => determiners))
const VOWEL = /^[aeiouyœ]/

/** Returns the prompt without a judging adjective; undefined where its removal would break the sentence. */
function without(prompt: string, words: string): string | undefined {
  const at = plain(prompt).indexOf(plain(words))
  const before = prompt.slice(0, at)
  const after = prompt.slice(at + words.length)
  const determined = new RegExp(`(?:^|[ '’])${DETERMINER} $`, 'iu').exec(before)
  if (determined && /^ \p{L}/u.test(after)) {
    const rest = after.trimStart()
    // «cet absurde péage» becomes «ce péage», «ce honteux impôt» becomes «cet impôt».
    const article = before.replace(
      /(ce)t? $/iu,
      (_, ce: string) => `${ce}${VOWEL.test(plain(rest)) ? 't' : ''} `,
    )
    return article + rest
  }
  const named = new RegExp(`(?:^|[ '’])${DETERMINER} [\\p{L}-]+ $`, 'iu').test(before)
  return named ? before.trimEnd() + after : undefined
}

function neutral(
  question: QuestionInput,
  words: string,
  language: SurveyLanguage,
): QuestionInput | undefined {
  const { prompt } = question
  const { saidOf, judgedNoun, measure, opinionOf } = LINT[language]
  const subject = saidOf.exec(prompt)?.[1]
  if (
    subject &&
    plain(prompt)
      .replace(/[ ?]+$/, '')
      .endsWith(plain(words))
  )
    return surveyQuestion({ text: opinionOf(subject), kind: 'open', options: [] }, language)
  if (NOUN.test(plain(words))) {
    // No neutral term for the word is known that fits better than «cette mesure».
    const named = prompt.replace(judgedNoun, (found) =>
      plain(found).endsWith(plain(words)) ? measure : found,
    )
    return named === prompt ? undefined : { ...question, prompt: named }
  }
  const said = without(prompt, words)
  return said === undefined
    ? undefined
    : { ...question, prompt: said.charAt(0).toUpperCase() + said.slice(1) }
}

/** Finds a word that judges its subject before the reader does. */
export const loaded: Check = (linted) => {
  // A judging word that readers may choose or refuse is an answer, not a bias.
  const offered = linted.question.options.map(({ label, aspect }) => `${label} ${aspect ?? ''}`.toLowerCase())
  const words = wordsMatching(linted, LOADED)
  if (words === undefined || offered.some((option) => option.includes(words.toLowerCase()))) return []
  const offer = neutral(linted.question, words, linted.language)
  return [{ code: 'loaded', why: { words }, ...(offer && { offer }) }]
}

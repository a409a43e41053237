import { anyOf, type Language, PACKS } from '../../languages'
import type { Found } from '../closing/found'
import { followed, standing } from '../kinds/follow-up'
import { asksJudgements } from '../kinds/judgements'
import { plain } from '../reading/plain'
import { isAbstention } from './abstention'

/** The meaning of an option for or against, or an abstention. */
export type Stance = 'yes' | 'no' | 'abstain'

/** A question as a survey accepts it; the survey's own schema has stricter lengths. */
export interface QuestionInput {
  kind: 'single' | 'multiple' | 'scale' | 'aspects' | 'open'
  prompt: string
  required: false
  options: { label: string; aspect?: string; stance?: Stance }[]
}

const STANCES: Stance[] = ['yes', 'no', 'abstain']
/** Maximum aspects: every one doubles the joint picture, and beyond four it is unreadable. */
const MAX_ASPECTS = 4

const JUDGED = new RegExp(anyOf(({ answerWords }) => answerWords.judges))
// Words that exclude each other or refuse the choice are alternatives, not judgements that may both hold.
const EXCLUSIVE = new RegExp(`^${anyOf(({ answerWords }) => answerWords.exclusive)}`)
const ANTONYM = new RegExp(`^${anyOf(({ answerWords }) => answerWords.antonyms)}`)

const lemma = (word: string) => word.replace(/(?:e?s|e)$/, '')

function excludes(options: string[]): boolean {
  return options.some((one) =>
    options.some((other) => one !== other && lemma(other).length > 2 && lemma(one).endsWith(lemma(other))),
  )
}

/**
 * Returns the judgements about one subject that a question joins by «ou»: they can all hold («crédible ou pertinente»).
 */
export function aspectsOf({ text, kind, options }: Pick<Found, 'text' | 'kind' | 'options'>): string[] {
  if (kind !== 'choice' && kind !== 'multi') return []
  const folded = options.map(plain)
  const oneWord = folded.every((option) => /^[\p{L}-]{3,}$/u.test(option) && !EXCLUSIVE.test(option))
  if (!oneWord || options.length > MAX_ASPECTS || options.length < 2) return []
  if (asksJudgements(text)) return options
  if (!JUDGED.test(plain(text)) || excludes(folded) || folded.some((option) => ANTONYM.test(option)))
    return []
  return options
}

const stancesIn = (language: Language, aspect?: string) =>
  STANCES.map((stance) => ({
    label: PACKS[language].answers[stance],
    ...(aspect === undefined ? {} : { aspect }),
    stance,
  }))

const ABSTAINS = new RegExp(`^${anyOf(({ answerWords }) => answerWords.abstains)}`)

/** Maximum characters read of a label, the length of the longest of these words. */
const ABSTAINS_LENGTH = 30

/** Returns whether a label is an abstention. */
export const abstains = (label: string) => ABSTAINS.test(plain(label.slice(0, ABSTAINS_LENGTH)))

function choices(options: string[], language: Language) {
  const said = options.find(isAbstention) ?? options.find(abstains)
  if (said === undefined) {
    const labels: QuestionInput['options'] = options.map((label) => ({ label }))
    return [...labels, { label: PACKS[language].answers.abstain, stance: 'abstain' as const }]
  }
  return oneAbstention(options, said)
}

/** Returns the options of `labels` with one abstention. `said` is the label that expresses it; others are dropped. */
const oneAbstention = (labels: string[], said = labels.find(isAbstention)): QuestionInput['options'] =>
  labels
    .filter((label) => label === said || !isAbstention(label))
    .map((label) => (label === said ? { label, stance: 'abstain' } : { label }))

type Asked = Pick<Found, 'text' | 'kind' | 'options' | 'followUp'>

/** Returns the survey question for a found question; its wording stays the article's. */
export function surveyQuestion(found: Asked, language: Language): QuestionInput {
  const { text, kind, options } = found
  const input = (kind: QuestionInput['kind'], options: QuestionInput['options']): QuestionInput => ({
    kind,
    prompt: found.followUp === undefined ? text : followed(text).main,
    required: false,
    options,
  })
  const aspects = aspectsOf(found)
  if (aspects.length > 0) {
    return input(
      'aspects',
      aspects.flatMap((aspect) => stancesIn(language, aspect)),
    )
  }
  if (kind === 'yesno') return input('single', stancesIn(language))
  if (kind === 'choice') return input('single', choices(options, language))
  if (kind === 'multi') return input('multiple', oneAbstention(options))
  if (kind === 'scale') return input('scale', oneAbstention(options))
  return input('open', [])
}

/**
 * Returns the survey questions of a detection, in the order of the article. A question that another asks in passing
 * («et si oui, pourquoi ?») stands after it.
 */
export const surveyQuestions = (found: Asked[], language: Language) =>
  found.flatMap((one) => [
    surveyQuestion(one, language),
    ...(one.followUp === undefined
      ? []
      : [surveyQuestion({ text: standing(one.followUp), kind: 'open', options: [] }, language)]),
  ])

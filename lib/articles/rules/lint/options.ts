import { LINT, PACKS } from '../../languages'
import { abstains } from '../survey/survey-questions'
import type { Check } from './finding'

/** Maximum options: what a reader on a phone sees without scrolling, and about what one can remember. */
const MAX_OPTIONS = 7

/** Finds a closed question without an abstention: it forces readers to invent an answer. */
export const noAbstention: Check = ({ question, language }) => {
  if (question.kind !== 'single' && question.kind !== 'aspects') return []
  if (question.options.some(({ label, stance }) => stance === 'abstain' || abstains(label))) return []
  const label = PACKS[language].answers.abstain
  const aspects = [...new Set(question.options.map(({ aspect }) => aspect))]
  const options = aspects.flatMap((aspect) => [
    ...question.options.filter((option) => option.aspect === aspect),
    { label, ...(aspect === undefined ? {} : { aspect }), stance: 'abstain' as const },
  ])
  return [{ code: 'no_abstention', why: {}, offer: { ...question, options } }]
}

/**
 * Finds too many options. Offers the first ones and one for the rest, so that what is left out can still be answered.
 */
export const tooManyOptions: Check = ({ question, language }) => {
  if (question.kind === 'scale' || question.kind === 'aspects' || question.kind === 'open') return []
  const opinions = question.options.filter(({ label, stance }) => stance !== 'abstain' && !abstains(label))
  const count = opinions.length
  if (count <= MAX_OPTIONS) return []
  const { other } = LINT[language]
  const kept = opinions.filter(({ label }) => label !== other).slice(0, MAX_OPTIONS - 1)
  const abstentions = question.options.filter((option) => !opinions.includes(option))
  const offer = { ...question, options: [...kept, { label: other }, ...abstentions] }
  return [{ code: 'too_many_options', why: { count, most: MAX_OPTIONS }, offer }]
}

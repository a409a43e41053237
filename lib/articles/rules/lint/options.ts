import { abstains } from '../survey-questions'
import type { Check } from './finding'

/** What a reader on a phone sees without scrolling, and about what one can hold in mind. */
const MOST_OPTIONS = 7
const ABSTENTION = { fr: 'Sans avis', en: 'No opinion' } as const

/** A closed question that leaves no way to say nothing makes answers up. */
export const noAbstention: Check = ({ question, language }) => {
  if (question.kind !== 'single' && question.kind !== 'aspects') return []
  if (question.options.some(({ label, stance }) => stance === 'abstain' || abstains(label))) return []
  const label = ABSTENTION[language]
  const aspects = [...new Set(question.options.map(({ aspect }) => aspect))]
  const options = aspects.flatMap((aspect) => [
    ...question.options.filter((option) => option.aspect === aspect),
    { label, ...(aspect === undefined ? {} : { aspect }), stance: 'abstain' as const },
  ])
  return [{ code: 'no_abstention', why: {}, offer: { ...question, options } }]
}

export const tooManyOptions: Check = ({ question }) => {
  if (question.kind === 'scale' || question.kind === 'aspects' || question.kind === 'open') return []
  const count = question.options.filter(
    ({ label, stance }) => stance !== 'abstain' && !abstains(label),
  ).length
  return count > MOST_OPTIONS ? [{ code: 'too_many_options', why: { count, most: MOST_OPTIONS } }] : []
}

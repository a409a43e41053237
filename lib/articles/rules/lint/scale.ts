import { bothSay, groupOf, type SurveyLanguage } from '../../languages'
import { plain } from '../reading/plain'
import { abstains, type QuestionInput } from '../survey/survey-questions'
import { balanced } from './balanced'
import type { Check } from './finding'

// In each pair the negative one is tested first: «pas satisfait» also contains «satisfait».
const AGAINST = new RegExp(`\\b${groupOf(bothSay(({ against }) => against))}`)
const FOR = new RegExp(`\\b${groupOf(bothSay(({ favour }) => favour))}`)

/** Matches answers on neither side: «ni bon ni mauvais». */
const MIDDLE = new RegExp(`^${groupOf(bothSay(({ middle }) => middle))}\\b`)

function answersOf(question: QuestionInput, language: SurveyLanguage): QuestionInput {
  const abstentions = question.options.filter(({ label, stance }) => stance === 'abstain' || abstains(label))
  const labels = question.options.map(({ label }) => label)
  return { ...question, options: [...balanced(labels, language).map((label) => ({ label })), ...abstentions] }
}

/**
 * Finds scales and options in words with more answers on one side than on the other, which push readers there. Numbers
 * lean to no side: «1 à 10» has five below its middle and five above.
 */
export const unbalancedScale: Check = ({ question, language }) => {
  if (question.kind !== 'single' && question.kind !== 'scale') return []
  const labels = question.options
    .filter(({ stance }) => stance !== 'abstain')
    .map(({ label }) => plain(label))
    .filter((label) => !MIDDLE.test(label))
  const against = labels.filter((label) => AGAINST.test(label)).length
  const favour = labels.filter((label) => !AGAINST.test(label) && FOR.test(label)).length
  if (against + favour < 3 || against + favour < labels.length - 1 || Math.abs(against - favour) === 0)
    return []
  return [
    {
      code: question.kind === 'scale' ? 'unbalanced_scale' : 'unbalanced_options',
      why: { count: favour - against },
      offer: answersOf(question, language),
    },
  ]
}

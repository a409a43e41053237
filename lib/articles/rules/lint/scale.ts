import type { Language } from '../found'
import { plain } from '../reading/plain'
import { abstains, type QuestionInput } from '../survey-questions'
import { balanced } from './balanced'
import type { Check } from './finding'

// In each pair the negative one is tested first: «pas satisfait» also contains «satisfait».
const AGAINST =
  /\b(?:pas|peu|aucun|jamais|mauvais|mal|contre|defavorable|oppose|insatisfait|mecontent|inquiet|negatif|inutile|trop|tres mauvais|mediocre|nul|not|dis|never|rarely|against|oppose|bad|poor|terrible|un[a-z]+|negative|useless)/
const FOR =
  /\b(?:tres|assez|plutot|tout a fait|totalement|bon|bien|pour|favorable|satisfait|content|positif|utile|excellent|genial|d'accord|very|quite|somewhat|good|great|excellent|for|agree|support|satisfied|positive|useful|amazing)/

/** Matches answers on neither side: «ni bon ni mauvais». */
const MIDDLE = /^(?:ni|neither|neutre|neutral)\b/
/** The steps of a repaired scale: an odd number has a middle. */
const STEPS = ['1', '2', '3', '4', '5']

/** Returns the label escaped for an expression: «+1» is a number too. */
const literally = (label: string) => label.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&')

function withMiddle(question: QuestionInput): QuestionInput {
  const low = literally(question.options[0]?.label ?? '')
  const high = literally(question.options.at(-1)?.label ?? '')
  const said = new RegExp(
    `(?<!\\d)${low}((?: |\\u00a0)?(?:à|et|to|and|-|–)(?: |\\u00a0)?)${high}(?!\\d)`,
    'u',
  )
  return {
    ...question,
    prompt: question.prompt.replace(said, `${STEPS[0]}$1${STEPS.at(-1)}`),
    options: STEPS.map((label) => ({ label })),
  }
}

function answersOf(question: QuestionInput, language: Language): QuestionInput {
  const abstentions = question.options.filter(({ label, stance }) => stance === 'abstain' || abstains(label))
  const labels = question.options.map(({ label }) => label)
  return { ...question, options: [...balanced(labels, language).map((label) => ({ label })), ...abstentions] }
}

/** Finds scales and options with more answers on one side than on the other, which push readers there. */
export const unbalancedScale: Check = ({ question, language }) => {
  if (question.kind === 'scale') {
    const steps = question.options.map(({ label }) => Number(label))
    // A scale from zero to an even number has a middle; so has an odd count of steps.
    if (steps.length > 2 && steps.every(Number.isFinite) && steps.length % 2 === 0) {
      return [{ code: 'unbalanced_scale', why: { count: steps.length }, offer: withMiddle(question) }]
    }
  }
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

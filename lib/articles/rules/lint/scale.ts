import { plain } from '../reading/plain'
import type { Check } from './finding'

// Of each pair the negative stands first: «pas satisfait» also contains «satisfait».
const AGAINST =
  /\b(?:pas|peu|aucun|jamais|mauvais|mal|contre|defavorable|oppose|insatisfait|mecontent|inquiet|negatif|inutile|trop|tres mauvais|mediocre|nul|not|dis|never|rarely|against|oppose|bad|poor|terrible|un[a-z]+|negative|useless)/
const FOR =
  /\b(?:tres|assez|plutot|tout a fait|totalement|bon|bien|pour|favorable|satisfait|content|positif|utile|excellent|genial|d'accord|very|quite|somewhat|good|great|excellent|for|agree|support|satisfied|positive|useful|amazing)/

/** More answers on one side than on the other push readers there. */
export const unbalancedScale: Check = ({ question }) => {
  if (question.kind === 'scale') {
    const steps = question.options.map(({ label }) => Number(label))
    // From nought to an even number leaves a middle; so does an odd count of steps.
    if (steps.length > 2 && steps.every(Number.isFinite) && steps.length % 2 === 0) {
      return [{ code: 'unbalanced_scale', why: { count: steps.length } }]
    }
  }
  if (question.kind !== 'single' && question.kind !== 'scale') return []
  const labels = question.options
    .filter(({ stance }) => stance !== 'abstain')
    .map(({ label }) => plain(label))
  const against = labels.filter((label) => AGAINST.test(label)).length
  const favour = labels.filter((label) => !AGAINST.test(label) && FOR.test(label)).length
  if (against + favour < 3 || against + favour < labels.length - 1 || Math.abs(against - favour) === 0)
    return []
  return [
    {
      code: question.kind === 'scale' ? 'unbalanced_scale' : 'unbalanced_options',
      why: { count: favour - against },
    },
  ]
}

import type { z } from 'zod'
import { isAbstention } from '../../articles/rules/survey/abstention'
import type { questionInput } from '../schema'
import { aspectsOf, MAX_ASPECTS } from './aspects'
import { duplicateWording } from './duplicate-wording'
import { mayRandomise } from './randomised'

type Question = z.infer<typeof questionInput>

/** Returns which two choices, or judgements, have the same words, in one sentence; else undefined. */
function faultOfWords(texts: string[]): string | undefined {
  const same = duplicateWording(texts)
  return same && `Options ${same.first} and ${same.second} are the same: «${same.label}».`
}

/** Returns why `question` cannot be asked as it is, in one sentence for its author; else undefined. */
export function faultOf(question: Question): string | undefined {
  const { kind, options, randomised } = question
  const labels = options.filter(({ stance }) => stance !== 'abstain').map(({ label }) => label)
  if (randomised && !mayRandomise({ kind, labels })) return 'Options with an order of their own keep it.'
  if (kind === 'open') return options.length ? 'An open question has no options.' : undefined
  if (kind !== 'aspects') {
    if (options.some((option) => option.aspect)) return 'Only a question of kind aspects has aspects.'
    const abstentions = options.filter(({ label, stance }) => stance === 'abstain' || isAbstention(label))
    if (abstentions.length > 1) return 'A question offers one way to have no opinion.'
    if (options.length < 2) return 'A closed question needs at least two options.'
    return faultOfWords(options.map(({ label }) => label))
  }
  if (options.some((option) => !option.aspect || !option.stance)) {
    return 'Every option of an aspects question names its aspect and its stance.'
  }
  const aspects = aspectsOf({ options: options.map((option, index) => ({ ...option, id: index + 1 })) })
  if (aspects.length < 2 || aspects.length > MAX_ASPECTS) {
    return `An aspects question has from 2 to ${MAX_ASPECTS} aspects.`
  }
  const stancesOnce = aspects.every(
    (aspect) => new Set(aspect.options.map((option) => option.stance)).size === aspect.options.length,
  )
  const bothSides = aspects.every((aspect) =>
    (['yes', 'no'] as const).every((stance) => aspect.options.some((option) => option.stance === stance)),
  )
  if (!stancesOnce || !bothSides) return 'Every aspect has one yes, one no and at most one abstain.'
  return faultOfWords(aspects.map(({ name }) => name))
}

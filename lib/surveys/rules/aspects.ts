import { capitalise } from '../../platform/i18n/typography'
import type { OptionView, QuestionView, SurveyView } from '../schema'

/** Maximum aspects: each doubles the joint picture, and beyond four (16 combinations) nobody can read it. */
export const MAX_ASPECTS = 4

/** One judgement of an `aspects` question. */
export type Aspect = { name: string; options: OptionView[] }

/** Returns the judgements of an `aspects` question in the order asked, each with its options. */
export function aspectsOf(question: Pick<QuestionView, 'options'>): Aspect[] {
  const aspects = new Map<string, OptionView[]>()
  for (const option of question.options) {
    if (option.aspect === undefined) continue
    const known = aspects.get(option.aspect)
    if (known) known.push(option)
    else aspects.set(option.aspect, [option])
  }
  return [...aspects].map(([name, options]) => ({ name, options }))
}

type Named = { label: string; aspect?: string | null | undefined }

/** Returns an option's name for use without its question: «Crédible : oui», in the survey's language. */
export function optionName({ label, aspect }: Named, language: SurveyView['language']): string {
  const colon = language === 'fr' ? ' : ' : ': '
  return aspect ? `${capitalise(aspect)}${colon}${label.toLocaleLowerCase(language)}` : label
}

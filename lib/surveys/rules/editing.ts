import type { z } from 'zod'
import { foldedLabel, isAbstention } from '../../articles/rules/survey/abstention'
import { isBlank } from '../../platform/i18n/clean-text'
import { capitalise } from '../../platform/i18n/typography'
import type { EditableQuestion, OptionInput, QuestionInput, questionInput } from '../schema'
import { aspectsOf } from './aspects'
import { mayRandomise } from './randomised'

const WORDS = {
  fr: { yes: 'Oui', no: 'Non', abstain: 'Sans avis' },
  en: { yes: 'Yes', no: 'No', abstain: 'No opinion' },
} as const
type Language = keyof typeof WORDS

const STANCES = ['yes', 'no', 'abstain'] as const

/**
 * Returns a question in its editable form. That is its choices, or for `aspects` its judgements, one a line, and
 * whether «sans avis» is offered. Leaves out what every aspect repeats (oui, non, sans avis), since it is generated.
 * «Sans avis» in other words than those of `language` is a line.
 */
export function editableOf(question: QuestionInput, language: Language): EditableQuestion {
  const { kind, prompt, required = false, randomised, options = [] } = question
  const typed = ({ label }: OptionInput) =>
    kind !== 'aspects' && isAbstention(label) && foldedLabel(label) !== foldedLabel(WORDS[language].abstain)
  const abstain = options.some((option) => option.stance === 'abstain' && !typed(option))
  const lines =
    kind === 'aspects'
      ? aspectsOf({ options: options.map((option, id) => ({ ...option, id })) }).map((aspect) => aspect.name)
      : options.filter((option) => option.stance !== 'abstain' || typed(option)).map((option) => option.label)
  return { kind, prompt, required, lines, abstain, ...(randomised && { randomised }) }
}

/**
 * Builds the question from an editor's lines; skips blank lines. A line that says «sans avis» is the one abstention,
 * whether or not the automatic one is wanted.
 */
export function questionOf(editable: EditableQuestion, language: Language): QuestionInput {
  const { kind, prompt, required, abstain } = editable
  const lines = editable.lines.filter((line) => !isBlank(line)).map((line) => line.trim())
  const words = WORDS[language]
  if (kind === 'open') return { kind, prompt, required, options: [] }
  if (kind === 'aspects') {
    const stances = STANCES.filter((stance) => stance !== 'abstain' || abstain)
    const options = lines.flatMap((aspect) =>
      stances.map((stance) => ({ label: words[stance], aspect, stance })),
    )
    return { kind, prompt, required, options }
  }
  const typed = lines.find(isAbstention) ?? (abstain ? words.abstain : undefined)
  const none: OptionInput[] = typed === undefined ? [] : [{ label: typed, stance: 'abstain' }]
  const opinions = lines.filter((line) => !isAbstention(line))
  const options = opinions.map((label): OptionInput => {
    const stance = STANCES.find((one) => words[one] === capitalise(label) && one !== 'abstain')
    return kind === 'single' && stance ? { label, stance } : { label }
  })
  const randomised = editable.randomised && mayRandomise({ kind, labels: opinions })
  return { kind, prompt, required, options: [...options, ...none], ...(randomised && { randomised }) }
}

/** Returns `question` with the option that says «sans avis» marked as the abstention. */
export function withAbstention<Q extends Pick<z.infer<typeof questionInput>, 'kind' | 'options'>>(
  question: Q,
): Q {
  if (question.kind === 'aspects') return question
  const options = question.options.map((option) =>
    !option.stance && isAbstention(option.label) ? { ...option, stance: 'abstain' as const } : option,
  )
  return { ...question, options }
}

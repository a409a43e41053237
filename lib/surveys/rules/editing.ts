import { capitalise } from '../../platform/i18n/typography'
import type { EditableQuestion, OptionInput, QuestionInput } from '../schema'
import { aspectsOf } from './aspects'
import { mayRandomise } from './randomised'

const WORDS = {
  fr: { yes: 'Oui', no: 'Non', abstain: 'Sans avis' },
  en: { yes: 'Yes', no: 'No', abstain: 'No opinion' },
} as const
type Language = keyof typeof WORDS

const STANCES = ['yes', 'no', 'abstain'] as const

/**
 * A question as an editor writes it: its choices, or for `aspects` its judgements, one a line, and whether
 * «sans avis» is offered. What every aspect repeats (oui, non, sans avis) is not written but made.
 */
export function editableOf(question: QuestionInput): EditableQuestion {
  const { kind, prompt, required = false, randomised, options = [] } = question
  const abstain = options.some((option) => option.stance === 'abstain')
  const lines =
    kind === 'aspects'
      ? aspectsOf({ options: options.map((option, id) => ({ ...option, id })) }).map((aspect) => aspect.name)
      : options.filter((option) => option.stance !== 'abstain').map((option) => option.label)
  return { kind, prompt, required, lines, abstain, ...(randomised && { randomised }) }
}

/** The question that an editor's lines stand for; blank lines are left out. */
export function questionOf(editable: EditableQuestion, language: Language): QuestionInput {
  const { kind, prompt, required, abstain } = editable
  const lines = editable.lines.map((line) => line.trim()).filter(Boolean)
  const words = WORDS[language]
  const none: OptionInput[] = abstain ? [{ label: words.abstain, stance: 'abstain' }] : []
  if (kind === 'open') return { kind, prompt, required, options: [] }
  if (kind === 'aspects') {
    const stances = STANCES.filter((stance) => stance !== 'abstain' || abstain)
    const options = lines.flatMap((aspect) =>
      stances.map((stance) => ({ label: words[stance], aspect, stance })),
    )
    return { kind, prompt, required, options }
  }
  const options = lines.map((label): OptionInput => {
    const stance = STANCES.find((one) => words[one] === capitalise(label) && one !== 'abstain')
    return kind === 'single' && stance ? { label, stance } : { label }
  })
  const randomised = editable.randomised && mayRandomise({ kind, labels: lines })
  return { kind, prompt, required, options: [...options, ...none], ...(randomised && { randomised }) }
}

import { useTranslations } from 'next-intl'
import type { QuestionResults } from '@/lib/results/schema'
import type { OptionView, QuestionView } from '@/lib/surveys/schema'

/** Ids of specimens must not collide with those of real elements on the page. */
const FIRST_ID = 900_000

/** Returns the options of a sample with these labels. */
export const sampleOptions = (labels: string[]): OptionView[] =>
  labels.map((label, index) => ({ id: FIRST_ID + index, label }))

/** Returns a question of two judgements, like the closing question of an article. */
export function useSampleQuestion(): QuestionView {
  const t = useTranslations('appearance.system.sample')
  const prompt = t('prompt')
  const aspects = [t('aspect'), t('otherAspect')]
  const stances = [
    ['yes', t('yes')],
    ['no', t('no')],
    ['abstain', t('abstain')],
  ] as const
  const options = aspects.flatMap((aspect, index) =>
    stances.map(([stance, label], place) => ({
      id: FIRST_ID + 100 + index * stances.length + place,
      label,
      aspect,
      stance,
    })),
  )
  return { id: FIRST_ID + 100, kind: 'aspects', prompt, required: false, options }
}

/** Returns counts for that question that show every share: both judgements, one, neither. */
export function sampleResults({ id, options }: QuestionView): QuestionResults {
  const [yes = 0, no = 0, , also = 0, not = 0] = options.map((option) => option.id)
  const joint = [
    { optionIds: [yes, also], count: 412 },
    { optionIds: [yes, not], count: 138 },
    { optionIds: [no, also], count: 263 },
    { optionIds: [no, not], count: 187 },
  ]
  const counts = [550, 450, 61, 675, 325, 88]
  return {
    id,
    answered: 1061,
    options: options.map((option, index) => ({ id: option.id, count: counts[index] ?? 0 })),
    joint,
  }
}

/** Returns answers by the hour: many at once when an article appears, and fewer from then on. */
export const sampleCourse = () => ({
  step: 'hour' as const,
  steps: [12, 96, 184, 231, 172, 120, 88, 61, 44, 53, 0, 0].map((ballots, hour) => ({
    from: new Date(Date.UTC(2026, 2, 14, 6 + hour)).toISOString(),
    ballots,
  })),
})

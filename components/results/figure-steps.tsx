import { useTranslations } from 'next-intl'
import type { Results } from '@/lib/results/schema'
import type { SurveyView } from '@/lib/surveys/schema'

type FigureStepsProps = { survey: Pick<SurveyView, 'status' | 'figures'>; results: Results }

/**
 * Renders what protects each reader's choice from being deduced from the counts: why there are no figures yet, or how
 * they grow.
 */
export function FigureSteps({ survey: { status, figures }, results }: FigureStepsProps) {
  const t = useTranslations('results.steps')
  if (!figures) return null
  const sentence = () => {
    if (results.questions.length) return status === 'open' ? t('every', figures) : undefined
    if (status !== 'open') return t('closed', figures)
    return t(results.ballots < figures.from ? 'from' : 'soon', figures)
  }
  const said = sentence()
  return said ? <p className="mt-2 font-sans text-sm">{said}</p> : null
}

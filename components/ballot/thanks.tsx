import { useTranslations } from 'next-intl'
import { useEffect, useRef } from 'react'
import { LiveResults } from '@/components/results/live-results'
import { LoadedHonesty } from '@/components/results/loaded-honesty'
import { ResultsHidden } from '@/components/results/results-hidden'
import { Button } from '@/components/ui/button'
import type { SurveyView } from '@/lib/surveys/schema'
import { ErrorSummary } from './error-summary'
import type { FormError } from './field-error'
import { Receipt } from './receipt'
import type { Outcome } from './use-ballot'

type ThanksProps = {
  survey: SurveyView
  outcome: Outcome
  errors: FormError[]
  work: string | undefined
  onEdit: () => void
  onWithdraw: () => void
}

/** Renders what a reader gets for an answer: that it counts, their receipt, and the others' opinions. */
export function Thanks({ survey, outcome, errors, work, onEdit, onWithdraw }: ThanksProps) {
  const t = useTranslations('ballot')
  const tr = useTranslations('results')
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus(), [])
  const { kind, receipt, results } = outcome
  return (
    <section aria-labelledby="merci" className="mt-12">
      <h2 id="merci" ref={heading} tabIndex={-1} className="font-semibold text-2xl">
        {t(kind === 'changed' ? 'changed' : 'thanks')}
      </h2>
      {receipt && <Receipt code={receipt} />}
      <ErrorSummary errors={errors} survey={survey} />
      <p className="no-print my-5 flex flex-wrap gap-3">
        <Button type="button" look="quiet" onClick={onEdit}>
          {t('edit')}
        </Button>
        <Button type="button" look="quiet" onClick={onWithdraw} aria-disabled={work ? true : undefined}>
          {t(work === 'withdrawing' ? 'withdrawing' : 'withdraw')}
        </Button>
      </p>
      {results ? (
        <>
          <LiveResults survey={survey} results={results} />
          <LoadedHonesty survey={survey} />
          <p className="no-print mt-6 font-sans">
            <a href={`/consultations/${survey.slug}/resultats`}>{tr('pageTitle')}</a>
          </p>
        </>
      ) : (
        <ResultsHidden closesAt={survey.closesAt} />
      )}
    </section>
  )
}

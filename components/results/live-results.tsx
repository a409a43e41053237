'use client'

import { useTranslations } from 'next-intl'
import { useEffect, useState } from 'react'
import { useFormat } from '@/components/ui/use-format'
import type { Results } from '@/lib/results/schema'
import type { SurveyView } from '@/lib/surveys/schema'
import { ResultsView } from './results-view'
import { useLive } from './use-live'

type LiveResultsProps = { survey: SurveyView; results: Results }

/** Renders results that update while the survey is open, and that readers can pause. */
export function LiveResults({ survey, results }: LiveResultsProps) {
  return survey.status === 'open' ? (
    <Following survey={survey} results={results} />
  ) : (
    <ResultsView survey={survey} results={results} />
  )
}

function Following({ survey, results: given }: LiveResultsProps) {
  const t = useTranslations('results')
  const format = useFormat()
  const { results, mode, paused, said, toggle } = useLive(survey, given)
  // Without JavaScript nothing updates. The button's space is reserved, so that nothing moves when it appears.
  const [ready, setReady] = useState(false)
  useEffect(() => setReady(true), [])
  const time = format.dateTime(new Date(results.at), { timeStyle: 'short' })
  const state = paused ? 'paused' : mode === 'connecting' ? 'live' : mode
  return (
    <>
      <div className="no-print noscript:hidden mb-3 flex min-h-11 flex-wrap items-center justify-between gap-x-4 font-sans text-sm">
        <p className="text-muted">
          {ready && state !== 'ended' && <strong className="text-ink">{t(`following.${state}`)}</strong>}
          {results.seq > given.seq && (
            <span className="tabular-nums">{` · ${t('following.updated', { time })}`}</span>
          )}
        </p>
        {mode === 'ended' ? (
          <p>
            {t('following.ended')}{' '}
            <a href={`/consultations/${survey.slug}/resultats`}>{t('following.reload')}</a>
          </p>
        ) : (
          <button
            type="button"
            onClick={toggle}
            className={`min-h-11 rounded border border-field px-3 hover:border-accent ${ready ? '' : 'invisible'}`}
          >
            {t(paused ? 'following.resume' : 'following.pause')}
          </button>
        )}
      </div>
      <p role="status" className="sr-only">
        {said && t('following.said', { count: said.ballots })}
      </p>
      <ResultsView survey={survey} results={results} />
    </>
  )
}

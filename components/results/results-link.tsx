'use client'

import { useTranslations } from 'next-intl'
import { useEffect, useEffectEvent, useRef, useState } from 'react'
import { fetchResults } from '@/components/ballot/requests'
import { Notice } from '@/components/ui/notice'
import type { Results } from '@/lib/results/schema'
import type { SurveyView } from '@/lib/surveys/schema'
import { LiveResults } from './live-results'
import { LoadedHonesty } from './loaded-honesty'

/**
 * Renders the link from the consultation to the results: to their page, or, with JavaScript, shown in place. Opens by
 * itself for a survey that always shows its results.
 */
export function ResultsDoor({ survey }: { survey: SurveyView }) {
  const t = useTranslations('results')
  const always = survey.resultsVisibility === 'always'
  const [results, setResults] = useState<Results>()
  const [state, setState] = useState<'closed' | 'loading' | 'failed'>('closed')
  const heading = useRef<HTMLHeadingElement>(null)
  const { slug } = survey

  const load = async (slugToLoad: string) => {
    setState('loading')
    const answer = await fetchResults(slugToLoad)
    if (answer.ok) setResults(answer.value)
    else setState('failed')
    return answer.ok
  }
  const open = useEffectEvent(load)
  useEffect(() => {
    if (always) void open(slug)
  }, [always, slug])

  return (
    <section aria-labelledby="resultats" className="mt-10 border-rule border-t pt-6">
      <h2
        id="resultats"
        ref={heading}
        tabIndex={-1}
        className={results ? 'mb-4 font-sans font-semibold text-sm' : 'sr-only'}
      >
        {t('title')}
      </h2>
      {results ? (
        <>
          <LiveResults survey={survey} results={results} />
          <LoadedHonesty survey={survey} />
        </>
      ) : (
        <p className="font-sans">
          <a
            href={`/consultations/${slug}/resultats`}
            onClick={async (event) => {
              if (event.metaKey || event.ctrlKey || event.shiftKey) return
              event.preventDefault()
              if (await load(slug)) heading.current?.focus()
            }}
          >
            {t(always ? 'show' : 'peek')}
          </a>
        </p>
      )}
      <div aria-live="polite" className="font-sans">
        {!results && state === 'loading' && <p className="mt-3 text-muted">{t('loading')}</p>}
        {state === 'failed' && (
          <Notice tone="problem" className="mt-3">
            {t('failed')}
          </Notice>
        )}
      </div>
    </section>
  )
}

'use client'

import { useEffect, useRef, useState } from 'react'
import { fetchContext } from '@/components/ballot/requests'
import type { ResultsContext } from '@/lib/results/schema'
import type { SurveyView } from '@/lib/surveys/schema'
import { Honesty } from './honesty'

/** Renders the same below results that appeared in place: requests its counts once a reader comes near them. */
export function LoadedHonesty({ survey }: { survey: SurveyView }) {
  const [context, setContext] = useState<ResultsContext>()
  const place = useRef<HTMLDivElement>(null)
  const { slug } = survey
  useEffect(() => {
    const near = new IntersectionObserver(
      async ([entry]) => {
        if (!entry?.isIntersecting) return
        near.disconnect()
        const answer = await fetchContext(slug)
        // Without the counts the panel shows the rest: the page of the results has them too.
        if (answer.ok) setContext(answer.value)
      },
      { rootMargin: '400px' },
    )
    if (place.current) near.observe(place.current)
    return () => near.disconnect()
  }, [slug])
  return (
    <div ref={place}>
      <Honesty survey={survey} context={context} />
    </div>
  )
}

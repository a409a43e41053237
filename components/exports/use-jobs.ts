'use client'

import { useEffect, useState } from 'react'
import type { JobView } from '@/lib/exports/schema'

/** Milliseconds between polls: often enough to see the bar move. */
const ASK_MS = 1_000

const isMoving = ({ state }: JobView) => state === 'waiting' || state === 'writing'

/**
 * Returns the requested files, polled while any of them is being built; `ready` names the last one that was completed.
 */
export function useJobs(slug: string, given: JobView[]): { jobs: JobView[]; ready: string | undefined } {
  const [jobs, setJobs] = useState(given)
  const [ready, setReady] = useState<string>()
  useEffect(() => setJobs(given), [given])
  const moving = jobs.some(isMoving)
  useEffect(() => {
    if (!moving) return
    const timer = setInterval(async () => {
      const answer = await fetch(`/api/v1/surveys/${slug}/exports`).catch(() => undefined)
      // A failed poll is retried in a second.
      if (!answer?.ok) return
      const { exports } = (await answer.json()) as { exports: JobView[] }
      setJobs((before) => {
        const done = exports.find(
          ({ id, state }) => state === 'ready' && before.some((job) => job.id === id && isMoving(job)),
        )
        if (done?.file) setReady(done.file.name)
        return exports
      })
    }, ASK_MS)
    return () => clearInterval(timer)
  }, [moving, slug])
  return { jobs, ready }
}

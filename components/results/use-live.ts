'use client'

import { useEffect, useRef, useState } from 'react'
import type { Results } from '@/lib/results/schema'
import type { SurveyView } from '@/lib/surveys/schema'
import { follow, type Mode } from './follow'

/** Minimum milliseconds between announcements: listeners also want to hear something else. */
const SAY_MS = 15_000

/**
 * Returns whether results are newer. While there are too few ballots for figures their sequence is 0, and only the
 * number of ballots changes.
 */
const isNewer = (next: Results, than: Results) =>
  next.seq > than.seq || (next.seq === 0 && than.seq === 0 && next.ballots !== than.ballots)

/** Returns results that follow the survey while it is open and the page is visible, unless the reader pauses them. */
export function useLive(survey: SurveyView, given: Results) {
  const { slug, version } = survey
  const [results, setResults] = useState(given)
  const [mode, setMode] = useState<Mode>('connecting')
  const [paused, setPaused] = useState(false)
  /** The results announced last. */
  const [said, setSaid] = useState<Results>()
  const newest = useRef(given)

  useEffect(() => {
    if (paused) return
    let timer: number | undefined
    let spoke = Date.now()
    const say = () => {
      timer = undefined
      spoke = Date.now()
      setSaid(newest.current)
    }
    const stop = follow(slug, {
      shown: () => newest.current.seq,
      onMode: setMode,
      onResults: (next) => {
        // The questions have changed: the results shown stay true of the old ones.
        if (next.version !== version) {
          stop()
          return setMode('ended')
        }
        if (!isNewer(next, newest.current)) return
        newest.current = next
        setResults(next)
        timer ??= window.setTimeout(say, Math.max(0, spoke + SAY_MS - Date.now()))
      },
    })
    return () => {
      stop()
      window.clearTimeout(timer)
    }
  }, [slug, version, paused])

  // The reader's own vote returns results that may be newer than the last received.
  useEffect(() => {
    if (!isNewer(given, newest.current)) return
    newest.current = given
    setResults(given)
  }, [given])

  return { results, mode, paused, said, toggle: () => setPaused(!paused) }
}

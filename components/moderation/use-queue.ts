'use client'

import { useCallback, useEffect, useReducer, useRef, useState } from 'react'
import type { QueuePage } from '@/lib/comments/queries/queue'
import type { Queue } from '@/lib/comments/schema'
import { fetchLive, fetchQueue, type SentVerdict, sendClaim, sendDecisions, sendUndo } from './requests'
import { type Entry, loadedQueue, queueReducer } from './state'

const LIVE_MS = 5_000
/** With fewer than this left to read, the next page is fetched in advance, so that no moderator waits. */
const FETCH_BELOW = 15
/** Milliseconds on a comment before it is claimed: a moderator who only passes by does not claim it. */
const CLAIM_MS = 400
const UNDO_MS = 10_000

export type Undoable = { comments: { comment: string; decision: string }[]; act: string; until: number }
/** A message that is announced and shown for a short time: a key of the catalogue and its values. */
export type News = { key: string; values?: Record<string, string | number> }

/** Holds a queue on the screen: what waits, what is being read, what was just done. */
export function useQueue(page: QueuePage, query: string, initialCounts: Record<Queue, number>) {
  const [state, dispatch] = useReducer(queueReducer, page.items, loadedQueue)
  const [counts, setCounts] = useState(initialCounts)
  const [next, setNext] = useState(page.next)
  const [undoable, setUndoable] = useState<Undoable>()
  const [news, setNews] = useState<News>()
  const loading = useRef(false)
  const last = useRef<Promise<Undoable | undefined>>(undefined)
  const { entries, current, selected } = state
  const left = entries.filter(({ status }) => status === 'waiting').length

  const load = useCallback(async () => {
    if (loading.current) return
    loading.current = true
    const after = next ? `&after=${encodeURIComponent(next)}` : ''
    const answer = await fetchQueue(`${query}${after}`)
    loading.current = false
    if (!answer.ok) return
    setNext(answer.value.next)
    dispatch({ do: 'load', items: answer.value.items })
  }, [query, next])

  useEffect(() => {
    if (left < FETCH_BELOW && next) void load()
  }, [left, next, load])

  const ids = entries.map(({ comment }) => comment).join()
  useEffect(() => {
    const look = async () => {
      if (document.hidden) return
      const answer = await fetchLive(ids ? ids.split(',').slice(-100) : [])
      if (!answer.ok) return
      setCounts(answer.value.counts)
      dispatch({ do: 'live', comments: answer.value.comments })
      // New comments are at the end of the queue, which is loaded once its end is near.
      if (left < FETCH_BELOW) void load()
    }
    const timer = setInterval(look, LIVE_MS)
    return () => clearInterval(timer)
  }, [ids, left, load])

  useEffect(() => {
    if (!current) return
    const timer = setTimeout(async () => {
      const claimed = await sendClaim(current)
      if (!claimed.ok) return
      const { claimedBy } = claimed.value
      if (claimedBy) setNews({ key: 'claimedBy', values: { name: claimedBy } })
    }, CLAIM_MS)
    return () => clearTimeout(timer)
  }, [current])

  useEffect(() => {
    if (!undoable) return
    const timer = setTimeout(() => setUndoable(undefined), Math.max(0, undoable.until - Date.now()))
    return () => clearTimeout(timer)
  }, [undoable])

  const chosen = (): Entry[] => {
    const some = entries.filter(({ comment }) => selected.has(comment))
    const one = entries.filter(({ comment }) => comment === current)
    return (some.length ? some : one).filter(({ status }) => status !== 'sending' && status !== 'decided')
  }

  async function send(targets: Entry[], verdict: SentVerdict): Promise<Undoable | undefined> {
    const answer = await sendDecisions(
      targets.map(({ comment, revision, seen }) => ({ comment, revision, seen })),
      verdict,
    )
    const results = answer.ok
      ? answer.value.results
      : targets.map(({ comment }) => ({ comment, ok: false as const, code: answer.code }))
    dispatch({ do: 'results', results })
    const done = results.filter((result) => result.ok)
    const refused = results.length - done.length
    if (refused) setNews({ key: 'someRefused', values: { done: done.length, refused } })
    else setNews({ key: `did.${verdict.act}`, values: { count: done.length } })
    if (!done.length) return undefined
    return {
      act: verdict.act,
      until: Date.now() + UNDO_MS,
      comments: done.map(({ comment, decision }) => ({ comment, decision })),
    }
  }

  async function decide(verdict: SentVerdict) {
    const targets = chosen()
    if (!targets.length) return
    dispatch({ do: 'send', comments: targets.map(({ comment }) => comment) })
    setUndoable(undefined)
    const sent = send(targets, verdict)
    last.current = sent
    const made = await sent
    // A moderator who decides faster than the server responds may be two comments further by now.
    if (last.current === sent) setUndoable(made)
  }

  /** Undoes the last decision, even while its response is pending: never the one before it. */
  async function undo() {
    const taken = last.current
    last.current = undefined
    setUndoable(undefined)
    const what = await taken
    if (!what || Date.now() > what.until) return
    const answer = await sendUndo(what.comments.map(({ decision }) => decision))
    const results = answer.ok ? answer.value.results : []
    const undone = results.flatMap((result) => {
      const comment = what.comments.find(({ decision }) => decision === result.undone)?.comment
      return result.ok && comment ? [{ comment, seen: result.decision }] : []
    })
    dispatch({ do: 'undone', comments: undone })
    setNews(undone.length ? { key: 'undone', values: { count: undone.length } } : { key: 'undoRefused' })
  }

  return {
    entries,
    current: entries.find(({ comment }) => comment === current),
    selected,
    counts,
    left,
    more: next !== undefined,
    undoable,
    news,
    chosenCount: selected.size,
    decide,
    undo,
    move: (by: 1 | -1) => dispatch({ do: 'move', by }),
    focus: (comment: string) => dispatch({ do: 'focus', comment }),
    select: (comment: string) => dispatch({ do: 'select', comment }),
    unselect: () => dispatch({ do: 'unselect' }),
  }
}

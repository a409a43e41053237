import type { Meanwhile } from '@/lib/comments/commands/decide'
import type { LiveComment } from '@/lib/comments/queries/live'
import type { QueueItem } from '@/lib/comments/queries/queue'

/** A comment of the queue with its outcome since it was loaded. */
export type Entry = QueueItem & {
  status: 'waiting' | 'sending' | 'decided' | 'refused'
  /** What this moderator decided, and the decision's number, by which it can be undone. */
  done?: { outcome: string; decision: string }
  /** Why a decision was refused, or what a colleague did. */
  problem?: string
  meanwhile?: Partial<Meanwhile>
}

export type Result =
  | { comment: string; ok: true; outcome: string; decision: string }
  | { comment: string; ok: false; code: string; meanwhile?: Meanwhile }

export type QueueState = {
  entries: Entry[]
  current: string | undefined
  selected: Set<string>
}

export type QueueAction =
  | { do: 'load'; items: QueueItem[] }
  | { do: 'focus'; comment: string }
  | { do: 'move'; by: 1 | -1 }
  | { do: 'select'; comment: string }
  | { do: 'unselect' }
  | { do: 'send'; comments: string[] }
  | { do: 'results'; results: Result[] }
  | { do: 'undone'; comments: { comment: string; seen: string }[] }
  | { do: 'live'; comments: LiveComment[] }

/** Returns the state of a queue that has just loaded `items`. */
export const loadedQueue = (items: QueueItem[]): QueueState => ({
  entries: items.map(waiting),
  current: items[0]?.comment,
  selected: new Set(),
})

const waiting = (item: QueueItem): Entry => ({ ...item, status: 'waiting' })

/** Appends new comments after the existing ones; replaces one that changed since. */
function merge(entries: Entry[], items: QueueItem[]): Entry[] {
  const fresh = new Map(items.map((item) => [item.comment, item]))
  const kept = entries.map((entry) => {
    const item = fresh.get(entry.comment)
    fresh.delete(entry.comment)
    const again =
      item && entry.status !== 'sending' && item.seen !== entry.seen && entry.done?.decision !== item.seen
    return item && again ? waiting(item) : entry
  })
  return [...kept, ...[...fresh.values()].map(waiting)]
}

/** Returns the next comment that waits after the one at `index`, else the last before it, else the one there. */
function nextWaiting(entries: Entry[], index: number): string | undefined {
  const after = entries.slice(index + 1).find(({ status }) => status === 'waiting')
  const before = entries.slice(0, index).findLast(({ status }) => status === 'waiting')
  return (after ?? before ?? entries[index])?.comment
}

const update = (state: QueueState, change: (entry: Entry) => Entry): QueueState => ({
  ...state,
  entries: state.entries.map(change),
})

function told(entry: Entry, now: LiveComment | undefined): Entry {
  if (!now || entry.status === 'sending') return entry
  const { claimedBy: _, ...rest } = entry
  const seen: Entry = now.claimedBy ? { ...rest, claimedBy: now.claimedBy } : rest
  if (entry.status !== 'waiting' || now.seen === entry.seen) return seen
  if (!now.seen) return { ...seen, status: 'refused', problem: 'comment_changed' }
  return {
    ...seen,
    status: 'refused',
    problem: 'decided_meanwhile',
    meanwhile: { ...(now.outcome && { outcome: now.outcome }), ...(now.by && { by: now.by }) },
  }
}

function settle(entry: Entry, result: Result | undefined): Entry {
  if (!result) return entry
  if (result.ok)
    return { ...entry, status: 'decided', done: { outcome: result.outcome, decision: result.decision } }
  return {
    ...entry,
    status: 'refused',
    problem: result.code,
    ...(result.meanwhile && { meanwhile: result.meanwhile }),
  }
}

/** Returns the state after `action`. A pure function. */
export function queueReducer(state: QueueState, action: QueueAction): QueueState {
  const index = state.entries.findIndex(({ comment }) => comment === state.current)
  switch (action.do) {
    case 'load': {
      const entries = merge(state.entries, action.items)
      return { ...state, entries, current: state.current ?? entries[0]?.comment }
    }
    case 'focus':
      return { ...state, current: action.comment }
    case 'move':
      return { ...state, current: state.entries[index + action.by]?.comment ?? state.current }
    case 'select': {
      const selected = new Set(state.selected)
      if (!selected.delete(action.comment)) selected.add(action.comment)
      return { ...state, selected }
    }
    case 'unselect':
      return { ...state, selected: new Set() }
    case 'send': {
      const sent = new Set(action.comments)
      const next = update(state, (entry) =>
        sent.has(entry.comment) ? { ...entry, status: 'sending' } : entry,
      )
      const current =
        state.current && sent.has(state.current) ? nextWaiting(next.entries, index) : state.current
      return { ...next, current, selected: new Set() }
    }
    case 'results': {
      const results = new Map(action.results.map((result) => [result.comment, result]))
      return update(state, (entry) => settle(entry, results.get(entry.comment)))
    }
    case 'undone': {
      const seen = new Map(action.comments.map((undone) => [undone.comment, undone.seen]))
      const restored = update(state, ({ done, ...entry }) => {
        const now = seen.get(entry.comment)
        if (now === undefined) return done ? { ...entry, done } : entry
        return { ...entry, seen: now, status: 'waiting' }
      })
      return { ...restored, current: action.comments[0]?.comment ?? state.current }
    }
    case 'live': {
      const now = new Map(action.comments.map((comment) => [comment.comment, comment]))
      return update(state, (entry) => told(entry, now.get(entry.comment)))
    }
  }
}

import type { CommentDetail } from '@/lib/comments/queries/detail'
import type { Live } from '@/lib/comments/queries/live'
import type { QueuePage } from '@/lib/comments/queries/queue'
import type { Ground } from '@/lib/comments/rules/reasons'
import type { DecisionTarget } from '@/lib/comments/schema'
import type { Result } from './state'

export type Asked<T> = { ok: true; value: T } | { ok: false; code: string }

const NETWORK = 'network'

/** Sends one request to the desk's API. Returns a refusal, or an unreachable network, as a value. */
async function ask<T>(
  path: string,
  method: string,
  body?: unknown,
  alsoGood: number[] = [],
): Promise<Asked<T>> {
  try {
    const response = await fetch(`/api/v1/moderation/${path}`, {
      method,
      ...(body !== undefined && {
        body: JSON.stringify(body),
        headers: { 'content-type': 'application/json' },
      }),
    })
    const value = await response.json()
    if (response.ok || alsoGood.includes(response.status)) return { ok: true, value: value as T }
    return { ok: false, code: (value as { code?: string }).code ?? 'internal' }
  } catch {
    return { ok: false, code: NETWORK }
  }
}

export type SentVerdict = (({ act: 'reject' } & Ground) | { act: 'publish' | 'escalate' }) & { note?: string }

/** Fetches a page of a queue. */
export const fetchQueue = (query: string) => ask<QueuePage>(`queue?${query}`, 'GET')
/** Fetches the present state of these comments, and how many wait in each queue. */
export const fetchLive = (comments: string[]) => ask<Live>('live', 'POST', { comments })
/** Where every item was refused, the response is a conflict that lists them item by item. */
export const sendDecisions = (items: DecisionTarget[], verdict: SentVerdict) =>
  ask<{ results: Result[] }>('decisions', 'POST', { items, ...verdict }, [409])

type Undone = { undone: string; ok: true; decision: string } | { undone: string; ok: false; code: string }
/** Undoes these decisions. */
export const sendUndo = (decisions: string[]) =>
  ask<{ results: Undone[] }>('undo', 'POST', { decisions }, [409])

const about = (comment: string) => `comments/${comment}`
/** Fetches the context of a comment. */
export const fetchDetail = (comment: string) => ask<CommentDetail>(about(comment), 'GET')
/** Claims a comment; returns the name of another moderator who reads it. */
export const sendClaim = (comment: string) => ask<{ claimedBy?: string }>(`${about(comment)}/claim`, 'POST')
/** Reveals a comment's author, which is recorded. */
export const sendReveal = (comment: string) => ask<CommentDetail>(`${about(comment)}/reveal`, 'POST')
/** Mutes a comment's author in this survey, or ends that. */
export const sendMute = (comment: string, muted: boolean) =>
  ask<{ muted: boolean }>(`${about(comment)}/mute`, muted ? 'POST' : 'DELETE')

import type { Challenge } from 'altcha-lib'
import type { Results, ResultsContext } from '@/lib/results/schema'
import type { FormError } from './field-error'

/** The server's response to a request; `network` when it was unreachable or did not respond in JSON. */
export type Answer<T> =
  | { ok: true; status: number; value: T }
  | { ok: false; status: number; errors: FormError[]; code?: string; challenge?: Challenge }
  | { ok: false; errors: 'network'; challenge?: undefined }

export type CastAnswer = { receipt?: string; revision?: number; texts?: number; results: Results | null }

const TIMEOUT_MS = 15_000

async function ask<T>(path: string, init: RequestInit = {}): Promise<Answer<T>> {
  try {
    const response = await fetch(`/api/v1${path}`, {
      ...init,
      signal: AbortSignal.timeout(TIMEOUT_MS),
      // Messages must be in the language of the page, whatever the browser prefers.
      headers: {
        accept: 'application/json',
        'accept-language': document.documentElement.lang,
        ...init.headers,
      },
    })
    const body = await response.json()
    if (response.ok) return { ok: true, status: response.status, value: body }
    const { challenge } = body.again ?? {}
    return {
      ok: false,
      status: response.status,
      code: body.code,
      errors: body.errors ?? [{ message: body.title }],
      ...(challenge && { challenge }),
    }
  } catch {
    return { ok: false, errors: 'network' }
  }
}

const ballotPath = (slug: string) => `/surveys/${encodeURIComponent(slug)}/ballot`

/** Fetches the results that readers may see by now. */
export const fetchResults = (slug: string) => ask<Results>(`/surveys/${encodeURIComponent(slug)}/results`)

/** Fetches the context of the results. */
export const fetchContext = (slug: string) =>
  ask<ResultsContext>(`/surveys/${encodeURIComponent(slug)}/context`)

/** Sends the same request as the form itself, with the proof of the requested work, if it is done. */
export const sendBallot = (slug: string, form: FormData, proof?: string) =>
  ask<CastAnswer>(ballotPath(slug), {
    method: 'POST',
    body: new URLSearchParams([...form].map(([name, value]) => [name, String(value)])),
    headers: proof ? { 'avis-proof': proof } : {},
  })

/** Withdraws the reader's ballot. */
export const deleteBallot = (slug: string) => ask<CastAnswer>(ballotPath(slug), { method: 'DELETE' })

/** Reports that this form was begun, not by whom nor with what: a count, which may get lost. */
export const tellStarted = (slug: string, attempt: string) => {
  navigator.sendBeacon(`/api/v1/surveys/${encodeURIComponent(slug)}/started`, attempt)
}

import { createHmac } from 'node:crypto'
import { z } from 'zod'
import { env } from '../../platform/runtime/env'
import type { Finding } from '../rules/finding'
import { type Ground, isReason } from '../rules/reasons'
import { LAW_LENGTH } from '../schema'

/** Milliseconds after which the service is skipped: a comment that waits for a person loses nothing by it. */
const HOOK_MS = 800
/** Maximum bytes read of a response, which needs a few dozen. */
const MAX_ANSWER = 4_096

const answer = z.object({
  effect: z.enum(['publish', 'hold', 'reject']).optional(),
  score: z.number().optional(),
  start: z.int().min(0).optional(),
  end: z.int().min(0).optional(),
  reason: z.string().optional(),
  law: z.string().trim().max(LAW_LENGTH).optional(),
})

/** What the newsroom's service receives of a comment. */
export type HookInput = { comment: string; revision: number; survey: string; language: string; text: string }

/** Returns the signature that the receiver recomputes: `t=<unix seconds>,v1=<HMAC-SHA256 of "<t>.<body>" in hex>`. */
export function signatureOf(body: string, now: Date, secret: string) {
  const seconds = Math.floor(now.getTime() / 1000)
  return `t=${seconds},v1=${createHmac('sha256', secret).update(`${seconds}.${body}`).digest('hex')}`
}

type Answer = z.infer<typeof answer>

/** Returns the ground that a response states for a rejection: a known reason, and for `illegal` the law. */
function groundOf({ reason, law }: Answer): Ground | undefined {
  if (!isReason(reason)) return undefined
  if (reason !== 'illegal') return { reason }
  return law ? { reason, law } : undefined
}

function heard(given: unknown, length: number): Finding {
  const parsed = answer.safeParse(given)
  if (!parsed.success) return { rule: 'hook', skipped: 'bad_answer' }
  const { effect, score, start = 0, end = 0 } = parsed.data
  const found = {
    rule: 'hook' as const,
    ...(score !== undefined && { score }),
    ...(start < end && end <= length && { start, end }),
  }
  if (effect !== 'reject') return { ...found, ...(effect && { effect }) }
  const ground = groundOf(parsed.data)
  return ground ? { ...found, effect, ...ground } : { ...found, effect: 'hold', groundless: true }
}

/** Reads the start of a response, without waiting for the rest. */
async function startOf({ body }: Response): Promise<string> {
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of body ?? []) {
    chunks.push(chunk)
    size += chunk.length
    if (size > MAX_ANSWER) break
  }
  return Buffer.concat(chunks).toString('utf8', 0, MAX_ANSWER)
}

/**
 * Asks the newsroom's own service (AVIS_HOOK_URL) about a comment; undefined when none is set. A service that is late,
 * unreachable or wrong is skipped, and the finding says so. It never delays a comment and never publishes one. A
 * rejection without a known ground holds the text: a person chooses the ground.
 */
export async function askHook(input: HookInput, now: Date): Promise<Finding | undefined> {
  const { AVIS_HOOK_URL: url, AVIS_HOOK_SECRET: secret } = env()
  if (!url || !secret) return undefined
  const body = JSON.stringify(input)
  try {
    const response = await fetch(url, {
      method: 'POST',
      body,
      redirect: 'error',
      headers: { 'content-type': 'application/json', 'avis-signature': signatureOf(body, now, secret) },
      signal: AbortSignal.timeout(HOOK_MS),
    })
    const given = response.ok ? await startOf(response) : ''
    return heard(JSON.parse(given), input.text.length)
  } catch (error) {
    if (error instanceof SyntaxError) return { rule: 'hook', skipped: 'bad_answer' }
    const late = error instanceof DOMException && error.name === 'TimeoutError'
    return { rule: 'hook', skipped: late ? 'timeout' : 'unreachable' }
  }
}

import type { IncomingMessage } from 'node:http'
import type { Problem, ProblemCode } from '../../platform/http/problem-codes'
import { retryAfterSeconds } from '../rules/addresses/retry-after'
import { contentOf } from './content'
import { parse } from './parse'

/** Maximum bytes of an answer in which a robot wall is sought: a wall is a small page. */
const WALL_BYTES = 256 * 1024
/** Statuses with which sites turn programs away; 999 is one of no standard. */
const REFUSED = new Set([401, 402, 403, 406, 429, 451, 999])

function codeOf(status: number): ProblemCode {
  if (REFUSED.has(status)) return 'page_refused'
  if (status === 410) return 'page_gone'
  return status >= 500 ? 'page_unavailable' : 'page_not_found'
}

/** Resolves to whether an answer asks for proof of a human. One that cannot be read does not. */
async function isRobotWall(response: IncomingMessage, url: string): Promise<boolean> {
  if (response.headers['cf-mitigated'] === 'challenge') return true
  try {
    const { body } = await contentOf(response, false, WALL_BYTES)
    const page = await parse('page', { body, url })
    return page.ok && page.value.wall === 'robot'
  } catch {
    return false
  }
}

/**
 * Resolves to the problem of an answer with another status than 200: a robot wall, a site that refuses programs or is
 * unavailable, a page that is gone or not found. `again` says for how long the site asks to wait (Retry-After).
 */
export async function refusedAnswer(response: IncomingMessage, url: string): Promise<Problem> {
  const { statusCode = 0, headers } = response
  const code = codeOf(statusCode)
  const mayBeWall = code === 'page_refused' || code === 'page_unavailable'
  const isWall = mayBeWall && (await isRobotWall(response, url))
  response.destroy()
  const afterSeconds = mayBeWall ? retryAfterSeconds(headers['retry-after'] ?? '', new Date()) : undefined
  return { code: isWall ? 'page_robot_wall' : code, ...(afterSeconds && { again: { afterSeconds } }) }
}

import { AsyncLocalStorage } from 'node:async_hooks'
import type { ServerResponse } from 'node:http'
import { databaseFault } from '../db/errors'
import { oncePerProcess } from '../runtime/per-process'

/**
 * A POST to a page, which is a server action of staff. It holds whether the sender was admitted, and whether it was
 * unreadable.
 */
type PagePost = { letIn: boolean; unreadable: boolean }

const posts = () => oncePerProcess('page-posts', () => new AsyncLocalStorage<PagePost>())

/** Notes that the sender is known (lib/staff/gate.ts): any later failure is ours. */
export function noteLetIn(): void {
  const post = posts().getStore()
  if (post) post.letIn = true
}

/** Notes that an action received what it does not accept. The error that follows is its sender's. */
export function noteUnreadable(): void {
  const post = posts().getStore()
  if (post) post.unreadable = true
}

/**
 * Returns whether `error` only means that a POST was no action of ours. Next decodes the body before any code of ours
 * runs. It throws on each of the many ways in which that can fail. Notes it, for the answer.
 */
export function isUnreadable(error: unknown): boolean {
  const post = posts().getStore()
  if (post?.unreadable) return true
  if (!post || post.letIn || databaseFault(error) === 'away') return false
  post.unreadable = true
  return true
}

/** Returns whether the POST under way was noted as unreadable. */
export const isUnreadablePost = (): boolean => posts().getStore()?.unreadable ?? false

/** Runs `serve` for a POST to a page. The answer has status 400 instead of 500 where the POST could not be read. */
export function servePost(response: ServerResponse, serve: () => Promise<void>): Promise<void> {
  const post: PagePost = { letIn: false, unreadable: false }
  const { writeHead } = response
  response.writeHead = ((status: number, ...given: unknown[]) =>
    Reflect.apply(writeHead, response, [
      post.unreadable && status >= 500 ? 400 : status,
      ...given,
    ])) as typeof writeHead
  return posts().run(post, serve)
}

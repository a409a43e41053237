import { AsyncLocalStorage } from 'node:async_hooks'
import type { ServerResponse } from 'node:http'
import { databaseFault } from '../db/errors'
import { oncePerProcess } from '../runtime/per-process'

/** A POST to a page, which is a server action of staff: whether somebody was let in, and whether it was no such thing. */
type PagePost = { letIn: boolean; unreadable: boolean }

const posts = () => oncePerProcess('page-posts', () => new AsyncLocalStorage<PagePost>())

/** Notes that the person asking is known (lib/staff/gate.ts): what fails from here on is a failure of ours. */
export function noteLetIn(): void {
  const post = posts().getStore()
  if (post) post.letIn = true
}

/** Notes that what was sent to an action is not what it takes. The error that follows is its sender's. */
export function noteUnreadable(): void {
  const post = posts().getStore()
  if (post) post.unreadable = true
}

/**
 * Whether `error` says only that a POST was no action of ours. Next decodes what is sent before any code of ours runs, and
 * throws on each of the many ways in which that can fail. Notes it, for the answer.
 */
export function isUnreadable(error: unknown): boolean {
  const post = posts().getStore()
  if (post?.unreadable) return true
  if (!post || post.letIn || databaseFault(error) === 'away') return false
  post.unreadable = true
  return true
}

/** Whether that was noted of the POST under way. */
export const isUnreadablePost = (): boolean => posts().getStore()?.unreadable ?? false

/** Has `serve` answer a POST to a page: with 400 in place of 500 where it could not be read. */
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

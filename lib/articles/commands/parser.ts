// Runs in a worker thread (lib/platform/runtime/worker-pool.ts), never in the process that receives votes.
import type { Task } from '../../platform/runtime/worker-pool'
import { analyse } from '../rules/analyse'
import { canonicalOf } from '../rules/canonical'
import { detectEncoding } from '../rules/detect-encoding'
import { readFeed } from '../rules/feed'
import { feedLinks } from '../rules/feed-discovery'
import { articleOfPage } from '../rules/page'

const tasks = {
  page: async ({ body, url }: { body: string; url?: string }) => ({
    ...(await articleOfPage(body.replaceAll('\0', ''), url)),
    ...(url && { canonical: await canonicalOf(body, url) }),
  }),
  feed: ({ body, url }: { body: string; url: string }) => readFeed(body.replaceAll('\0', ''), url),
  encoding: (sample: Uint8Array) => detectEncoding(sample),
  feedLinks: ({ body, url }: { body: string; url: string }) => feedLinks(body.replaceAll('\0', ''), url),
  article: (given: { text: string; title?: string }) => analyse(given.text, given.title),
}

/** The tasks of the worker, by name. */
export type Tasks = typeof tasks

/** Runs one task. Its argument and its result must be cloneable to another thread. */
export default async function work({ name, given, begun }: Task): Promise<unknown> {
  begun.postMessage(name)
  begun.close()
  return tasks[name as keyof Tasks](given as never)
}

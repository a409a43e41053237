// Runs in a worker thread (lib/platform/runtime/worker-pool.ts), never in the process that receives votes.
import type { Task } from '../../platform/runtime/worker-pool'
import { canonicalOf } from '../rules/addresses/canonical'
import { detectEncoding } from '../rules/addresses/detect-encoding'
import { cutPage } from '../rules/addresses/limits'
import { analyse } from '../rules/closing/analyse'
import { readFeed } from '../rules/feeds/feed'
import { feedLinks } from '../rules/feeds/feed-discovery'
import { articleOfPage } from '../rules/page/page'

const tasks = {
  page: async ({ body, url }: { body: string; url?: string }) => ({
    ...(await articleOfPage(body.replaceAll('\0', ''), url)),
    ...(url && { canonical: await canonicalOf(cutPage(body).html, url) }),
  }),
  feed: ({ body, url }: { body: string; url: string }) => readFeed(body.replaceAll('\0', ''), url),
  encoding: (sample: Uint8Array) => detectEncoding(sample),
  feedLinks: ({ body, url }: { body: string; url: string }) => feedLinks(body.replaceAll('\0', ''), url),
  article: (given: { text: string; title?: string }) => analyse(given.text, given.title),
}

/** The tasks of the worker, by name. */
export type Tasks = typeof tasks

let analysed = false
/** Lets the engine compile the expressions of the rules: the first article of a worker took ten times as long as others. */
function compileRules() {
  if (!analysed) analyse('Un pont est prévu. Le maire en parle.\n\nEt vous, êtes-vous pour ou contre ?')
  analysed = true
}

/** Prepares what a task needs beside its argument; that takes a second and more on a busy machine. */
const preparations: Partial<Record<keyof Tasks, () => unknown>> = {
  article: compileRules,
  page: () => Promise.all([import('linkedom'), import('@mozilla/readability')]),
  feed: () => import('feedsmith'),
  feedLinks: () => import('linkedom'),
  encoding: () => import('jschardet'),
}

/** Runs one task, whose time begins once that is done. Its argument and its result must be cloneable to another thread. */
export default async function work({ name, given, begun }: Task): Promise<unknown> {
  await preparations[name as keyof Tasks]?.()
  begun.postMessage(name)
  begun.close()
  return tasks[name as keyof Tasks](given as never)
}

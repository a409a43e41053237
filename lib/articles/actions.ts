'use server'

import type { Outcome } from '../platform/http/problem-codes'
import { requireRole } from '../staff/gate'
import { type ReadArticle, readArticle } from './commands/read-article'

export async function readPage(address: unknown): Promise<Outcome<ReadArticle>> {
  await requireRole('editor')
  return readArticle(String(address))
}

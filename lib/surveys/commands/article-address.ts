import { articleKey } from '../../articles/rules/addresses/article-key'
import type { db } from '../../platform/db/client'

type Database = Pick<ReturnType<typeof db>, 'articleAddress'>

/** Records the address of an article; an article that has it already keeps it. */
export async function claimAddress(tx: Database, articleId: number, address: string) {
  const key = articleKey(address)
  if (key) await tx.articleAddress.createMany({ data: [{ key, articleId }], skipDuplicates: true })
}

/** Records an article's new address in place of the one it had. */
export async function moveAddress(tx: Database, articleId: number, address: string) {
  await tx.articleAddress.deleteMany({ where: { articleId } })
  await claimAddress(tx, articleId, address)
}

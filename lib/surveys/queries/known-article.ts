import { articleKey } from '../../articles/rules/addresses/article-key'
import { db } from '../../platform/db/client'
import { statusOf } from '../rules/lifecycle'
import type { SurveyStatus } from '../schema'

/** The consultation of an article that is already here. */
export type KnownArticle = { id: number; slug: string; title: string; status: SurveyStatus }

/** Returns the consultation of the article at one of these addresses, whatever their scheme or tracking parameters. */
export async function knownArticle(...addresses: string[]): Promise<KnownArticle | undefined> {
  const keys = addresses.flatMap((address) => articleKey(address) ?? [])
  const survey = await db().survey.findFirst({
    where: { article: { address: { key: { in: keys } } } },
    orderBy: { id: 'asc' },
    select: {
      id: true,
      slug: true,
      opensAt: true,
      closesAt: true,
      archivedAt: true,
      article: { select: { title: true } },
    },
  })
  if (!survey) return undefined
  const { id, slug, article } = survey
  return { id, slug, title: article.title, status: statusOf(survey, new Date()) }
}

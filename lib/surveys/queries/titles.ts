import { db } from '../../platform/db/client'
import { localeOf } from '../../platform/i18n/locale'
import type { Moderator } from '../../staff/rules/roles'

/** Maximum titles: a list to choose from, not an archive. */
const MAX_TITLES = 200

/** Lists the consultations that readers have seen, newest first, to choose one of them. */
export async function listTitles(_moderator: Moderator, now = new Date()) {
  const rows = await db().survey.findMany({
    where: { opensAt: { lte: now } },
    orderBy: [{ opensAt: 'desc' }, { id: 'desc' }],
    take: MAX_TITLES,
    select: { slug: true, article: { select: { title: true, language: true } } },
  })
  return rows.map(({ slug, article }) => ({
    slug,
    title: article.title,
    language: localeOf(article.language),
  }))
}

import { db } from '../../platform/db/client'

/** Maximum addresses of a sitemap, which every search engine reads in one piece. */
const MOST = 10_000

/** Returns the slugs of all public consultations, newest first, with when each was last changed. */
export async function publicSlugs(now = new Date()): Promise<{ slug: string; changedAt: Date }[]> {
  const rows = await db().survey.findMany({
    where: { opensAt: { lte: now }, OR: [{ archivedAt: null }, { archivedAt: { gt: now } }] },
    orderBy: [{ opensAt: 'desc' }, { id: 'desc' }],
    take: MOST,
    select: { slug: true, opensAt: true, closesAt: true },
  })
  return rows.map(({ slug, opensAt, closesAt }) => ({
    slug,
    changedAt: closesAt && closesAt <= now ? closesAt : (opensAt ?? now),
  }))
}

import { db } from '../../platform/db/client'

/** The survey a comment belongs to, as readers are recognised in it; undefined when there is no such comment. */
export async function surveyOfComment(comment: string) {
  const found = await db().comment.findUnique({
    where: { id: comment },
    select: { survey: { select: { id: true, slug: true, readerKey: true } } },
  })
  return found?.survey
}

/** A comment as whoever reports it sees it: what it says, while it is public. */
export async function reportableComment(comment: string) {
  return db().comment.findFirst({
    where: { id: comment, outcome: 'published', withdrawnAt: null },
    select: {
      id: true,
      text: true,
      language: true,
      survey: { select: { slug: true, article: { select: { title: true, language: true } } } },
    },
  })
}

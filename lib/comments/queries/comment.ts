import { db } from '../../platform/db/client'

/**
 * Returns the survey a comment belongs to, with the key that names its readers; undefined when there is no such
 * comment.
 */
export async function surveyOfComment(comment: string) {
  const found = await db().comment.findUnique({
    where: { id: comment },
    select: { survey: { select: { id: true, slug: true, readerKey: true } } },
  })
  return found?.survey
}

/** Returns a comment as its reporter sees it: its text, while it is public. */
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

import { randomBytes } from 'node:crypto'
import { db } from '../../platform/db/client'
import { withAbstention } from '../rules/editing'
import { faultOf } from '../rules/questions'
import { type SurveyInput, surveyInput } from '../schema'
import { claimAddress } from './article-address'

/** Bytes of the key from which readers' ids are computed: as long as the hash it keys. */
const READER_KEY_BYTES = 32

/** Returns a random key from which a survey's reader ids are computed. */
export const newReaderKey = () => randomBytes(READER_KEY_BYTES)

/**
 * Stores an article with its survey, whole or not at all; returns the survey's id. Throws on input that no form or file
 * of ours can produce: that is a bug in the caller.
 */
export async function createSurvey(input: SurveyInput): Promise<number> {
  const { slug, article, questions: asked, ...rest } = surveyInput.parse(input)
  const questions = asked.map(withAbstention)
  for (const question of questions) {
    const fault = faultOf(question)
    if (fault) throw new Error(`«${question.prompt}»: ${fault}`)
  }
  const survey = await db().survey.create({
    data: {
      slug,
      ...rest,
      readerKey: newReaderKey(),
      article: { create: article },
      questions: {
        create: questions.map(({ options, ...question }, position) => ({
          ...question,
          position,
          options: { create: options.map((option, place) => ({ ...option, position: place })) },
        })),
      },
    },
    select: { id: true, articleId: true },
  })
  if (article.sourceUrl) await claimAddress(db(), survey.articleId, article.sourceUrl)
  return survey.id
}

import { createHash } from 'node:crypto'
import { castBallot } from '../../../e2e/fixtures/cast-in-process'
import { newestComment } from '../../../e2e/fixtures/comments'
import { decide, type Verdict } from '../../../lib/comments/commands/decide'
import { screenAll } from '../../../lib/comments/commands/screen'
import { db } from '../../../lib/platform/db/client'
import { newReaderId, pseudonymOf } from '../../../lib/readers/rules/identity'
import type { Source } from '../../../lib/readers/rules/sources'
import type { Moderator } from '../../../lib/staff/rules/roles'
import { createSurvey } from '../../../lib/surveys/commands/create'
import { findSurvey, type SurveyRecord } from '../../../lib/surveys/queries/public'
import { inventComment } from '../../cli/demo/comments'
import { targetOf } from '../../testing/decisions'
import { CONTENT, type Language, surveyOf } from './content'

/** How many answered how many hours ago: many at first, fewer at night. */
const COURSE = [
  [115, 34],
  [112, 23],
  [96, 9],
  [90, 27],
  [86, 16],
  [66, 21],
  [61, 12],
  [43, 17],
  [38, 7],
  [19, 11],
  [14, 6],
] as const
const SOURCES: Source[] = ['article', 'article', 'search', 'article', 'social', 'none', 'here']
/** The judgements of a dozen readers: yes, no or no opinion, as indexes of the options. */
const JUDGED = [
  [0, 0],
  [0, 1],
  [0, 0],
  [0, 1],
  [1, 1],
  [0, 0],
  [0, 2],
  [1, 0],
  [0, 0],
  [0, 1],
  [2, 1],
  [0, 0],
] as const

async function recordOf(slug: string): Promise<SurveyRecord> {
  const survey = await findSurvey(slug)
  if (!survey) throw new Error(`the consultation «${slug}» is not there`)
  return survey
}

/** Answers as reader `number`, with `text` if there is one. */
async function answer(survey: SurveyRecord, number: number, text?: string) {
  const [first = 0, second = 0] = JUDGED[number % JUDGED.length] ?? []
  const answers = survey.view.questions.flatMap((question) => {
    const { kind, options } = question
    if (kind === 'open') return text ? [{ question, options: [], text }] : []
    const chosen = [options[first], options[options.length / 2 + second]]
    return [{ question, options: chosen.filter((option) => option !== undefined) }]
  })
  const source = SOURCES[number % SOURCES.length] as Source
  const reader = pseudonymOf(survey.readerKey, newReaderId())
  const cast = await castBallot(survey, reader, answers, undefined, { source, seconds: 30 + (number % 90) })
  if (!cast.ok) throw new Error(`a ballot was refused: ${cast.problem.code}`)
}

/** Moves what just came in `hours` into the past, and adds openings of the page beyond the answers. */
async function setBack(surveyId: number, hours: number) {
  const back = `${hours} hours`
  await db().$executeRaw`
    UPDATE ballot SET cast_at = cast_at - ${back}::interval
    WHERE survey_id = ${surveyId} AND cast_at > now() - interval '10 minutes'`
  await db().$executeRaw`
    UPDATE ballot_event SET at = at - ${back}::interval
    WHERE survey_id = ${surveyId} AND at > now() - interval '10 minutes'`
  await db().$executeRaw`
    UPDATE visit SET hour = hour - ${back}::interval, seen = ballots * 3 + 4, started = ballots + 2
    WHERE survey_id = ${surveyId} AND hour >= date_trunc('hour', now() - interval '10 minutes')`
}

/** Answers for days, as readers; those with a text write it. */
async function answered(survey: SurveyRecord, textOf: (number: number) => string | undefined) {
  let number = 0
  for (const [hours, count] of COURSE) {
    for (let n = 0; n < count; n++, number++) await answer(survey, number, textOf(number))
    await setBack(survey.id, hours)
  }
}

/** Returns a text for every seventh reader of the demo. */
const inventedText = (number: number) =>
  number % 7 ? undefined : inventComment(number + 1, createHash('sha256').update(String(number)).digest())

/** Answers the demo's consultation. */
export const answeredDemo = async (slug: string) => answered(await recordOf(slug), inventedText)

/** Answers the consultation of `language` for days; of the readers' texts, the first and the last two wait. */
export async function answeredSurvey(language: Language, moderator: Moderator) {
  await createSurvey(surveyOf(language))
  const survey = await recordOf(CONTENT[language].slug)
  await answered(survey, () => undefined)
  const { texts } = CONTENT[language]
  // Sequential: the queue is by age.
  for (const [index, text] of texts.entries()) {
    await answer(survey, index, text)
    await screenAll()
  }
  const comments = await db().comment.findMany({
    where: { surveyId: survey.id },
    orderBy: { changedAt: 'asc' },
    select: { id: true },
  })
  for (const { id } of comments.slice(1, 4)) await settle(moderator, id, { act: 'publish' })
}

/** Rejects the reader's own text, the newest, with a note to its author. */
export async function rejectNewest(moderator: Moderator, language: Language) {
  await screenAll()
  const { slug, note } = CONTENT[language]
  const { id } = await newestComment(slug)
  await settle(moderator, id, { act: 'reject', reason: 'privacy', note })
}

async function settle(moderator: Moderator, id: string, verdict: Verdict) {
  const decided = await decide(moderator, await targetOf(id), verdict, () => false)
  if (!decided.ok) throw new Error(`a text was not decided: ${decided.problem.code}`)
}

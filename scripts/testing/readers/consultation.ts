import { screenAll } from '../../../lib/comments/commands/screen'
import { db } from '../../../lib/platform/db/client'
import { citeResults } from '../../../lib/results/commands'
import { correctWording } from '../../../lib/surveys/commands/correct'
import { findSurvey, forgetSurvey, type SurveyRecord } from '../../../lib/surveys/queries/public'
import { path as at } from '../answers'
import { Client } from '../client'
import { storedSurvey } from '../surveys'
import { FIRST, type Questions, STORED } from './words'

const rowsOf = (questions: Questions, version: number) =>
  questions.map(({ options = [], ...question }, position) => ({
    ...{ ...question, version, position },
    options: { create: options.map((option, place) => ({ ...option, position: place })) },
  }))

/** Words that the first readers saw, and that an editor corrected later: a question, and one of its options. */
export const MISSPELT = { prompt: 'Êtes-vous pout ou contre ?', option: 'Celà dépend' }

async function reloaded(slug: string): Promise<SurveyRecord> {
  forgetSurvey(slug)
  const survey = await findSurvey(slug)
  if (!survey) throw new Error('this consultation cannot be found')
  return survey
}

/** Corrects the misspelt words of the first version, as the desk does; resolves to the survey. */
async function correct({ id, view }: SurveyRecord): Promise<SurveyRecord> {
  await db().$transaction(async (tx) => {
    const corrections = await correctWording(tx, { surveyId: id, version: 1 }, FIRST)
    const details = { fields: ['questions'], corrections }
    const at = new Date('2026-10-31T23:30:00Z')
    await tx.surveyChange.create({ data: { surveyId: id, revision: 2, action: 'corrected', details, at } })
  })
  return reloaded(view.slug)
}

/** Stands for the second of two options of the same words: they are refused today, and older databases hold such. */
const APART = 'Oui (le même mot)'

/** Returns `questions` with no two options of one question in the same words. */
const wordedApart = (questions: Questions): Questions =>
  questions.map((question) => ({
    ...question,
    options: question.options?.map((option, place, all) =>
      all.slice(0, place).some(({ label, aspect }) => label === option.label && aspect === option.aspect)
        ? { ...option, label: APART }
        : option,
    ),
  }))

/** Gives options the words that another has already, as an older edition let editors do. */
async function wordAlike({ id, view }: SurveyRecord): Promise<SurveyRecord> {
  await db().option.updateMany({
    where: { label: APART, question: { surveyId: id } },
    data: { label: 'Oui' },
  })
  return reloaded(view.slug)
}

const misspelt = (questions: Questions): Questions =>
  questions.map((question) =>
    question.randomised
      ? {
          ...question,
          prompt: MISSPELT.prompt,
          options: question.options?.map((option, place) =>
            place === 2 ? { ...option, label: MISSPELT.option } : option,
          ),
        }
      : question,
  )

/** Creates a second version with all but the last question, in the same words. */
async function askAgain({ id, view }: SurveyRecord): Promise<SurveyRecord> {
  for (const question of rowsOf(FIRST.slice(0, -1), 2))
    await db().question.create({ data: { ...question, surveyId: id } })
  await db().survey.update({ where: { id }, data: { version: 2 } })
  const survey = await reloaded(view.slug)
  if (survey.view.version !== 2) throw new Error('the second version of this consultation cannot be found')
  return survey
}

type Answer = { questionId: number; text?: string; optionIds?: number[] }

/** Returns answers to all or some questions: reader number `n` leaves out those that `n` determines. */
function answersTo({ view }: SurveyRecord, n: number) {
  return view.questions.flatMap(({ id, kind, options }, place): Answer[] => {
    if (n % 7 === place + 1) return []
    const pick = (at: number) => options[at % options.length]?.id ?? 0
    if (kind === 'open') return [{ questionId: id, text: `Texte ${n} à la question ${place}` }]
    // «No opinion» excludes the other boxes.
    const boxes = n % 4 === 3 ? [3] : [...new Set([n % 4, n % 2 ? 2 : n % 4])]
    if (kind === 'multiple') return [{ questionId: id, optionIds: boxes.map(pick) }]
    if (kind === 'aspects') return [{ questionId: id, optionIds: [pick(n % 3), pick(3 + ((n + 1) % 3))] }]
    return [{ questionId: id, optionIds: [pick(n)] }]
  })
}

async function cast(survey: SurveyRecord, n: number): Promise<Client> {
  const reader = new Client()
  const headers = { 'x-forwarded-for': `10.1.${n}.7` }
  const { status, body } = await reader.json(at(survey, '/ballot'), {
    json: { answers: answersTo(survey, n) },
    headers,
  })
  if (status !== 201) throw new Error(`ballot ${n} was refused: ${JSON.stringify(body)}`)
  return reader
}

/** Moves ballots to every month of a year, and to the last half second of a minute; half of them have a known order. */
async function scatter({ id }: SurveyRecord) {
  await db().$executeRaw`
    WITH numbered AS (SELECT reader, (row_number() OVER (ORDER BY reader))::int AS n FROM ballot WHERE survey_id = ${id})
    UPDATE ballot b SET cast_at = '2026-01-31T23:59:59.6Z'::timestamptz + n * interval '1 month',
      changed_at = '2026-02-01T00:00:00.5Z'::timestamptz + n * interval '1 month' + interval '3 hours',
      shown = CASE WHEN n % 2 = 0 THEN (
        SELECT array_agg(o.id ORDER BY (o.position + n) % 3) FROM option o JOIN question q ON q.id = o.question_id
        WHERE q.survey_id = ${id} AND q.randomised AND 'v' || q.version = ANY (b.cells)) ELSE '{}' END
    FROM numbered WHERE b.survey_id = ${id} AND b.reader = numbered.reader`
}

/** Stores a text of STORED in each comment, bypassing the input rules. */
async function write({ id }: SurveyRecord) {
  const comments = await db().comment.findMany({
    where: { surveyId: id, withdrawnAt: null },
    orderBy: { id: 'asc' },
    select: { id: true },
  })
  for (const [n, comment] of comments.entries())
    await db().comment.update({ where: { id: comment.id }, data: { text: STORED[n % STORED.length] ?? '' } })
}

async function setAside({ id }: SurveyRecord) {
  const now = new Date()
  const { id: quarantine } = await db().quarantine.create({
    data: {
      surveyId: id,
      rule: 'token',
      facts: {},
      cells: {},
      size: 2,
      fromAt: now,
      toAt: now,
      proposedAt: now,
      setAsideAt: now,
    },
  })
  await db().$executeRaw`
    UPDATE ballot SET quarantine_id = ${quarantine} WHERE survey_id = ${id} AND reader IN (
      SELECT reader FROM ballot WHERE survey_id = ${id} AND cells <> '{}' ORDER BY reader LIMIT 2)`
  await db().$executeRaw`
    UPDATE tally t SET count = (
      SELECT count(*) FROM ballot b WHERE b.survey_id = t.survey_id AND b.quarantine_id IS NULL AND t.cell = ANY (b.cells)
    ) WHERE t.survey_id = ${id}`
  // Forces a recomputation of what was computed from the former figures.
  await db().$executeRaw`UPDATE tally_head SET seq = seq + 1 WHERE survey_id = ${id}`
}

/**
 * Stores a consultation with everything that a file could lose. It has every kind of question, two versions with equal
 * wording, and a question dropped. Words were corrected. Ballots were withdrawn, changed and set aside; orders were shown, and there are
 * texts of every sort.
 */
export async function richConsultation(): Promise<SurveyRecord> {
  const stored = await storedSurvey({ moderationMode: 'after', questions: wordedApart(misspelt(FIRST)) })
  const first = await wordAlike(stored)
  for (let n = 0; n < 18; n++) await cast(first, n)
  const withdrawn = await cast(first, 18)
  await withdrawn.json(at(first, '/ballot'), { method: 'DELETE' })
  const changed = await cast(first, 19)
  await changed.json(at(first, '/ballot'), { json: { answers: answersTo(first, 2), revision: 1 } })
  await citeResults(first, {})
  const survey = await askAgain(await correct(first))
  for (let n = 20; n < 30; n++) await cast(survey, n)
  await screenAll()
  await scatter(survey)
  await write(survey)
  await setAside(survey)
  return survey
}

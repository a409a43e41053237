import { randomBytes } from 'node:crypto'
import { expect, it } from 'vitest'
import { choose, path, question } from '@/scripts/testing/answers'
import { Client } from '@/scripts/testing/client'
import { courseAndRecount, tallyAndRecount } from '@/scripts/testing/recount'
import { storedSurvey } from '@/scripts/testing/surveys'
import { readErasures } from '../ballots/commands/erasure-log'
import { db } from '../platform/db/client'
import { forgetSurvey, type SurveyRecord } from '../surveys/queries/public'
import { screenAll } from './commands/screen'

/** Returns texts with a word that stands nowhere else, and links, which the checks have findings about. */
const wordsOf = (word: string) => [`Un premier jet, voir ${word}-a.fr.`, `Je regrette ${word}-b.fr.`]
const newWord = () => `mot${randomBytes(6).toString('hex')}`

/** Creates a reader who answered, wrote, wrote again, and sends their cookie. */
async function answered(survey: SurveyRecord, word = newWord()) {
  const reader = new Client()
  for (const text of wordsOf(word)) {
    const answers = [{ questionId: question(survey, 'open').id, text }, choose(survey, 'single', 0)]
    const { body } = await reader.json(path(survey, '/ballot'), { json: { answers } })
    expect(body.results).not.toBeNull()
    await screenAll()
  }
  return reader
}
const erase = (who: Client, survey: SurveyRecord, ballot: string) =>
  who.send(path(survey, '/mine/erasure'), { form: `ballot=${ballot}`, headers: { accept: 'text/html' } })
const counted = async (survey: SurveyRecord) => {
  const { tally, recount, ballots } = await tallyAndRecount(survey.id)
  expect(tally).toEqual(recount)
  const { course, recount: hours } = await courseAndRecount(survey.id)
  expect(course).toEqual(hours)
  return ballots
}
/** Returns whether a word of the reader's is left anywhere in the database. */
async function isLeft(word: string): Promise<boolean> {
  const tables = await db().$queryRaw<{ name: string }[]>`
    SELECT table_name AS name FROM information_schema.tables
    WHERE table_schema = current_schema() AND table_type = 'BASE TABLE'`
  for (const { name } of tables) {
    const [row] = await db().$queryRawUnsafe<{ found: boolean }[]>(
      `SELECT EXISTS (SELECT FROM "${name}" AS t WHERE t::text LIKE $1) AS found`,
      `%${word}%`,
    )
    if (row?.found) return true
  }
  return false
}

it('a reader takes along all that is kept of them, and nothing of anybody else', async () => {
  const survey = await storedSurvey()
  const word = newWord()
  const [reader, other] = [await answered(survey, word), await answered(survey)]
  const sent = await reader.send(path(survey, '/mine'))
  expect(sent.headers.get('content-disposition')).toContain(`avis-${survey.view.slug}-mes-donnees.json`)
  const data = await sent.json()
  expect(data.revisions.map(({ text }: { text: string }) => text)).toEqual(wordsOf(word))
  expect(data.history).toHaveLength(1)
  expect(data.ballot.answers).toHaveLength(2)
  const theirs = await (await other.send(path(survey, '/mine'))).json()
  expect(theirs.reader).not.toBe(data.reader)
  const ids = [theirs.reader, theirs.receiptHash, theirs.comments[0].id]
  for (const id of ids) expect(JSON.stringify(data)).not.toContain(id)
  expect((await new Client().send(path(survey, '/mine'))).status).toBe(404)
})

it('words are gone from every table, and the answers stay counted', async () => {
  const survey = await storedSurvey()
  const word = newWord()
  const reader = await answered(survey, word)
  expect(await isLeft(word)).toBe(true)
  const sent = await erase(reader, survey, 'keep')
  expect([sent.status, sent.headers.get('location')]).toEqual([
    303,
    `/recu?trouve=${survey.view.slug}&fait=mots#textes`,
  ])
  expect([await isLeft(word), await counted(survey)]).toEqual([false, 1])
})

it('or leave the count with them, and are on the list for a restored backup', async () => {
  const survey = await storedSurvey()
  const reader = await answered(survey)
  await answered(survey)
  const { receiptHash } = await (await reader.send(path(survey, '/mine'))).json()
  expect((await erase(reader, survey, 'withdraw')).status).toBe(303)
  expect(await counted(survey)).toBe(1)
  const { outcomes } = await readErasures()
  expect(outcomes).toContainEqual({ ballot: receiptHash, at: expect.any(String) })
  const { body } = await reader.json(path(survey, '/comments/mine'))
  expect(body.comments).toMatchObject([{ state: 'erased', text: '' }])
})

it('after closing words can go, and the count stays what it was', async () => {
  const survey = await storedSurvey()
  const word = newWord()
  const reader = await answered(survey, word)
  await db().survey.update({ where: { id: survey.id }, data: { closesAt: new Date(Date.now() - 1000) } })
  forgetSurvey(survey.view.slug)
  const late = await erase(reader, survey, 'withdraw')
  expect([late.status, await isLeft(word)]).toEqual([409, true])
  expect((await erase(reader, survey, 'keep')).status).toBe(303)
  expect([await isLeft(word), await counted(survey)]).toEqual([false, 1])
})

it('nobody erases what is not theirs, nor by a word that says nothing', async () => {
  const survey = await storedSurvey()
  const reader = await answered(survey)
  expect((await erase(new Client(), survey, 'withdraw')).status).toBe(404)
  expect((await erase(reader, survey, 'all')).status).toBe(422)
  expect(await counted(survey)).toBe(1)
})

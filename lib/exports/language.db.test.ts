import { readFileSync, rmSync } from 'node:fs'
import path from 'node:path'
import { strFromU8, unzipSync } from 'fflate'
import { afterAll, expect, it } from 'vitest'
import { temporaryFolder } from '@/scripts/testing/folder'
import { signedIn } from '@/scripts/testing/signed-in'
import { inAction } from '@/scripts/testing/stall-budget/action-context'
import { questionsOfEveryKind, storedSurvey } from '@/scripts/testing/surveys'
import { db } from '../platform/db/client'
import { LANGUAGE_COOKIE, type Locale } from '../platform/i18n/locale'
import type { SurveyRecord } from '../surveys/queries/public'
import { startExportAction } from './actions'
import { exportSurvey } from './commands/export-survey'
import { exportInput } from './schema'

const folder = temporaryFolder()
afterAll(() => rmSync(folder, { recursive: true, force: true }))

it('a table is in the language of the desk, and an archive in that of the consultation', async () => {
  const survey = await storedSurvey()
  const { client } = await signedIn('editor')
  client.cookies.set(LANGUAGE_COOKIE, 'en')
  const languageOf = async (format: string) => {
    const form = new FormData()
    form.set('format', format)
    await inAction(client, () => startExportAction(survey.view.slug, { errors: [], typed: {} }, form))
    const job = await db().exportJob.findFirstOrThrow({
      where: { surveyId: survey.id, input: { path: ['format'], equals: format } },
    })
    await db().exportJob.update({ where: { id: job.id }, data: { cancelledAt: new Date() } })
    return (job.input as { language?: string }).language
  }
  expect(await languageOf('xlsx')).toBe('en')
  expect(await languageOf('bundle')).toBeUndefined()
  expect(await languageOf('polis')).toBeUndefined()
})

/** Exports `survey` as Polis's files; returns how to read one of them. */
async function polisOf(survey: SurveyRecord, language?: Locale) {
  const file = path.join(folder, 'polis.zip')
  await exportSurvey(survey, exportInput.parse({ format: 'polis', language }), file)
  const files = unzipSync(readFileSync(file))
  return (name: string) => strFromU8(files[name] ?? new Uint8Array())
}

it('the note of polis is in the language that is asked for, and says what the address lacks', async () => {
  const survey = await storedSurvey()
  const english = await polisOf(survey, 'en')
  expect(english('note.md')).toContain('become statements')
  expect((await polisOf(survey))('note.md')).toContain('sont des énoncés')
  const isWhole = /\nurl,https?:/.test(english('summary.csv'))
  expect(english('note.md').includes('AVIS_ORIGIN')).toBe(!isWhole)
})

it('the note of polis says that few statements are too few to look for groups', async () => {
  const FEW = 'some tools need at least 7'
  const isTold = async (survey: SurveyRecord) => (await polisOf(survey, 'en'))('note.md').includes(FEW)
  const [, , single] = questionsOfEveryKind
  expect(await isTold(await storedSurvey({ questions: single ? [single] : [] }))).toBe(true)
  expect(await isTold(await storedSurvey())).toBe(false)
})

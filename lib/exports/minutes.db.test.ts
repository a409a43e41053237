import { readFileSync, rmSync } from 'node:fs'
import path from 'node:path'
import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { asyncBufferFromFile, parquetReadObjects } from 'hyparquet'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { path as at, choose } from '@/scripts/testing/answers'
import { Client } from '@/scripts/testing/client'
import { tell } from '@/scripts/testing/comments'
import { temporaryFolder } from '@/scripts/testing/folder'
import { readSav } from '@/scripts/testing/sav'
import { storedSurvey } from '@/scripts/testing/surveys'
import { extent } from '@/scripts/testing/test-size'
import { readXlsx } from '@/scripts/testing/xlsx'
import { db } from '../platform/db/client'
import { readElapsed, readTimeline } from '../results/queries/timeline'
import type { SurveyRecord } from '../surveys/queries/public'
import { exportSurvey } from './commands/export-survey'
import { serialOf } from './rules/sheet'
import { type ExportInput, exportInput } from './schema'

const MINUTE = 60_000
const HOUR = 3600_000
/** Seconds from 14 October 1582, from which SPSS counts, to 1970. */
const SPSS_EPOCH = 12_219_379_200
const folder = temporaryFolder()
afterAll(() => rmSync(folder, { recursive: true, force: true }))

let survey: SurveyRecord
beforeAll(async () => {
  survey = await storedSurvey({ moderationMode: 'after', opensAt: new Date('2026-11-01T08:45:30Z') })
  await tell(survey, 'Un texte.')
  await new Client().json(at(survey, '/ballot'), { json: { answers: [choose(survey, 'single', 0)] } })
})

/** Has everything of the survey happen at one instant. */
async function moveTo(instant: Date) {
  const where = { surveyId: survey.id }
  await db().ballot.updateMany({ where, data: { castAt: instant, changedAt: instant } })
  await db().ballotEvent.updateMany({ where, data: { at: instant } })
  await db().comment.updateMany({ where, data: { changedAt: instant } })
  await db().decision.updateMany({ where, data: { at: instant } })
}

const write = async (input: Partial<ExportInput>, name: string) => {
  const file = path.join(folder, name)
  await exportSurvey(survey, exportInput.parse(input), file)
  return file
}
const rowsOf = async (table: ExportInput['table']): Promise<Record<string, string>[]> =>
  parse(readFileSync(await write({ format: 'csv', table }, table)), { columns: true, bom: true })

const cut = (instant: Date, to: number) => new Date(Math.floor(instant.getTime() / to) * to)
const minute = (instant: Date) => `${cut(instant, MINUTE).toISOString().slice(0, 19)}Z`

/** The last half second of a minute, of an hour, of a year, and any other instant. */
const instants = fc
  .tuple(
    fc.constantFrom('2026-12-31T23:59Z', '2027-01-01T00:00Z', '2026-11-30T11:59Z', '2026-11-30T11:07Z'),
    fc.constantFrom(0, 1, 499, 500, 29_500, 30_000, 59_499, 59_500, 59_600, 59_999),
  )
  .map(([start, ms]) => new Date(Date.parse(start) + ms))

it('every table of a file says the minute that had begun', async () => {
  await fc.assert(
    fc.asyncProperty(instants, async (instant) => {
      await moveTo(instant)
      for (const { cast_at, changed_at } of await rowsOf('ballots'))
        expect([cast_at, changed_at]).toEqual([minute(instant), minute(instant)])
      const [text] = await rowsOf('comments')
      expect([text?.sent_at, text?.decided_at]).toEqual([minute(instant), minute(instant)])
      for (const { at } of await rowsOf('decisions')) expect(at).toBe(minute(instant))
    }),
    { numRuns: extent(10, 30), examples: [[new Date('2026-12-31T23:59:59.600Z')]] },
  )
})

it('so do the formats that hold numbers for times', async () => {
  await moveTo(new Date('2026-12-31T23:59:59.600Z'))
  const [sheet = []] = readXlsx(await write({ format: 'xlsx', table: 'ballots' }, 'xlsx'))
  const last = serialOf('2026-12-31T23:59Z')
  const times = sheet.slice(1).flatMap((row) => Object.values(row).map(({ value }) => Number(value)))
  expect(times.filter((value) => Math.abs(value - last) < 1e-6)).toHaveLength(4)
  const { rows } = await readSav(await write({ format: 'sav', table: 'ballots' }, 'sav'))
  const minute = Date.parse('2026-12-31T23:59Z') / 1000 + SPSS_EPOCH
  expect(rows.map(({ cast_at, changed_at }) => [cast_at, changed_at])).toEqual(
    rows.map(() => [minute, minute]),
  )
  const parquet = await asyncBufferFromFile(await write({ format: 'parquet', table: 'ballots' }, 'parquet'))
  const ballots = await parquetReadObjects({ file: parquet })
  const instant = new Date('2026-12-31T23:59:00Z')
  expect(ballots.map(({ cast_at, changed_at }) => [cast_at, changed_at])).toEqual(
    ballots.map(() => [instant, instant]),
  )
  await db().$executeRaw`UPDATE tally_head SET at = '2026-12-31T23:59:59.600Z' WHERE survey_id = ${survey.id}`
  for (const { at } of await rowsOf('results')) expect(at).toBe('2026-12-31T23:59:00Z')
})

it('hours and the time since the opening are cut too', async () => {
  await fc.assert(
    fc.asyncProperty(instants, async (instant) => {
      await moveTo(instant)
      await db().visit.deleteMany({ where: { surveyId: survey.id } })
      await db().$executeRaw`
        INSERT INTO visit (survey_id, hour, source, ballots)
        SELECT survey_id, date_trunc('hour', cast_at), 'unknown', count(*) FROM ballot
        WHERE survey_id = ${survey.id} GROUP BY 1, 2`
      const hours = await readTimeline(db(), survey.id)
      expect(hours.map(({ hour }) => hour)).toEqual([cut(instant, HOUR)])
      const opened = cut(new Date('2026-11-01T08:45:30Z'), HOUR)
      expect((await readElapsed(db(), survey.id)).map(({ elapsed }) => elapsed)).toEqual([
        (cut(instant, HOUR).getTime() - opened.getTime()) / HOUR,
      ])
    }),
    { numRuns: extent(10, 30) },
  )
})

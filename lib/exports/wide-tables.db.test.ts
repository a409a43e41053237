import { readdirSync, rmSync } from 'node:fs'
import path from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { path as at, choose } from '@/scripts/testing/answers'
import { Client } from '@/scripts/testing/client'
import { temporaryFolder } from '@/scripts/testing/folder'
import { storedSurvey } from '@/scripts/testing/surveys'
import { readXlsx } from '@/scripts/testing/xlsx'
import { db } from '../platform/db/client'
import { findSurvey, forgetSurvey } from '../surveys/queries/public'
import { exportSurvey } from './commands/export-survey'
import { exportInput } from './schema'

const folder = temporaryFolder()
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** Columns of a worksheet: the last one is XFD. */
const MOST = 16_384
/** Of row id, version and both times. */
const FIXED = 4
const BOXES = 30

it('a workbook has as many columns as Excel knows, and one more is refused before anything is written', async () => {
  const survey = await storedSurvey({
    questions: [
      { kind: 'single', prompt: 'Pour ou contre ?', options: [{ label: 'Pour' }, { label: 'Contre' }] },
    ],
  })
  const { id } = survey
  await new Client().json(at(survey, '/ballot'), { json: { answers: [choose(survey, 'single', 0)] } })
  // The question that was answered has one column, and each of these has one for each box.
  const questions = Math.floor((MOST - FIXED - 1) / BOXES)
  const rest = MOST - FIXED - 1 - questions * BOXES
  await db().$executeRaw`
    WITH asked AS (
      INSERT INTO question (survey_id, version, position, kind, prompt)
      SELECT ${id}::int, 1, n, 'multiple', 'Question ' || n FROM generate_series(1, ${questions + 1}::int) AS n RETURNING id, position
    ) INSERT INTO option (question_id, position, label)
      SELECT id, place, 'Case ' || place FROM asked,
        generate_series(1, CASE WHEN position > ${questions}::int THEN ${rest}::int ELSE ${BOXES}::int END) AS place`
  const write = async (name: string) => {
    forgetSurvey(survey.view.slug)
    const found = await findSurvey(survey.view.slug)
    if (!found) throw new Error('the survey of this test is gone')
    return exportSurvey(found, exportInput.parse({ format: 'xlsx' }), path.join(folder, name))
  }
  expect(await write('wide.xlsx')).toMatchObject({ rows: 1 })
  const [[header = {}, row = {}] = []] = readXlsx(path.join(folder, 'wide.xlsx'))
  expect([Object.keys(header).length, Object.keys(header).at(-1)]).toEqual([MOST, 'XFD'])
  expect(row.E?.value).toBe('Pour')

  const { id: last } = await db().question.findFirstOrThrow({
    where: { surveyId: id },
    orderBy: { position: 'desc' },
  })
  await db().option.create({ data: { questionId: last, position: BOXES, label: 'De trop' } })
  await expect(write('wider.xlsx')).rejects.toThrow('too_many_columns')
  expect(readdirSync(folder)).toEqual(['wide.xlsx'])
})

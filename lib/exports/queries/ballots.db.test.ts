import { Client } from 'pg'
import { expect, it, vi } from 'vitest'
import { storedSurvey } from '@/scripts/testing/surveys'
import { db } from '../../platform/db/client'
import { atOneMoment } from '../commands/export-survey'
import { ballotBatches } from './ballots'
import { askedQuestions } from './questions'

const CHOSEN = { allTexts: false, setAside: false, language: 'fr' } as const

it('the database works on the next batch while a writer works on this one', async () => {
  const { id } = await storedSurvey()
  await db().$executeRaw`
    INSERT INTO ballot (survey_id, reader, cells, receipt_hash)
    SELECT ${id}, sha256(convert_to('reader ' || n, 'UTF8')), ARRAY['b', 'v1'], sha256('')
    FROM generate_series(1, 200) AS n`
  const sent = vi.spyOn(Client.prototype, 'query')
  const asked = () =>
    sent.mock.calls.filter(([query]) => JSON.stringify(query).includes('array_to_string(lines')).length
  const seen = await atOneMoment(async (tx) => {
    const seen: [rows: number, asked: number][] = []
    for await (const batch of ballotBatches(tx, id, await askedQuestions(tx, id), CHOSEN))
      seen.push([batch.length, asked()])
    return seen
  })
  sent.mockRestore()
  // The last batch is not full: there is none to ask for after it.
  expect(seen).toEqual([
    [50, 2],
    [100, 3],
    [50, 3],
  ])
})

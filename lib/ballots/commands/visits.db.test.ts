import { expect, it } from 'vitest'
import { storedSurvey } from '@/scripts/testing/surveys'
import { db } from '../../platform/db/client'
import { oncePerProcess } from '../../platform/runtime/per-process'
import { flushVisits, noteVisit } from './visits'

const HOUR = new Date('2026-03-14T09:00:00Z')
const at = (minutes: number) => new Date(HOUR.getTime() + minutes * 60_000)
const visits = (surveyId: number) =>
  db().visit.findMany({
    where: { surveyId },
    select: { hour: true, source: true, seen: true, started: true },
    orderBy: [{ hour: 'asc' }, { source: 'asc' }],
  })

it('openings and beginnings are counted by hour and source, and written together', async () => {
  const { id } = await storedSurvey()
  for (const minute of [0, 1, 59]) noteVisit(id, 'article', 'seen', at(minute))
  noteVisit(id, 'article', 'started', at(59))
  noteVisit(id, 'social', 'seen', at(5))
  noteVisit(id, 'article', 'seen', at(60))
  expect(await visits(id)).toEqual([])
  await flushVisits()
  const first = [
    { hour: HOUR, source: 'article', seen: 3, started: 1 },
    { hour: HOUR, source: 'social', seen: 1, started: 0 },
  ]
  expect(await visits(id)).toEqual([...first, { hour: at(60), source: 'article', seen: 1, started: 0 }])
  noteVisit(id, 'article', 'seen', at(61))
  await Promise.all([flushVisits(), flushVisits()])
  expect(await visits(id)).toEqual([...first, { hour: at(60), source: 'article', seen: 2, started: 0 }])
})

it('are written by themselves after a while', async () => {
  const { id } = await storedSurvey()
  noteVisit(id, 'none', 'seen', at(0))
  await expect.poll(() => visits(id), { timeout: 8_000 }).toHaveLength(1)
}, 10_000)

it('what the database did not take is counted by the next writing', async () => {
  const { id } = await storedSurvey()
  const beyond = 2 ** 31
  noteVisit(beyond, 'none', 'seen', at(0))
  noteVisit(id, 'none', 'seen', at(0))
  await flushVisits()
  expect(await visits(id)).toEqual([])
  // Each flush begins another list.
  const counts = () => oncePerProcess('visits', () => ({ waiting: new Map<string, unknown>() }))
  noteVisit(id, 'none', 'seen', at(1))
  // A flush by timer may hold the impossible count, fail, and bring it back: it is taken out until it is gone.
  await expect
    .poll(async () => {
      counts().waiting.delete(`${beyond} ${HOUR.getTime()} none`)
      await flushVisits()
      return visits(id)
    })
    .toEqual([{ hour: HOUR, source: 'none', seen: 2, started: 0 }])
})

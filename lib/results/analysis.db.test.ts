import { beforeAll, expect, it } from 'vitest'
import { choose, path, question } from '@/scripts/testing/answers'
import { Client } from '@/scripts/testing/client'
import { member } from '@/scripts/testing/comments'
import { courseAndRecount } from '@/scripts/testing/recount'
import { storedSurvey } from '@/scripts/testing/surveys'
import { optionKey } from '../ballots/rules/tally-keys'
import { db } from '../platform/db/client'
import { TITLE } from '../platform/db/title'
import type { Editor } from '../staff/rules/roles'
import type { SurveyRecord } from '../surveys/queries/public'
import { type Analysis, analyse } from './queries/analysis'
import { findResults } from './queries/results'
import { type Variable, variablesOf } from './rules/variables'

const HOUR = 3600_000
/** A full hour some days ago. */
const NOON = new Date(Math.floor(Date.now() / HOUR) * HOUR - 240 * HOUR)

let survey: SurveyRecord
let editor: Editor
const variables = () => variablesOf(survey.view.questions)
const named = (prompt: RegExp, aspect?: string): Variable => {
  const found = variables().find((one) => prompt.test(one.prompt) && one.aspect === aspect)
  if (!found) throw new Error('no such question')
  return found
}
const analysed = async (...chosen: Variable[]): Promise<Analysis> => {
  const made = await analyse(editor, survey, chosen)
  if (!made.ok) throw new Error(made.problem.code)
  return made.value
}

type Answer = ReturnType<typeof choose>
const vote = async (answers: Answer[], reader = new Client()) => {
  const sent = await reader.json(path(survey, '/ballot'), { json: { answers } })
  expect(sent.status).toBeLessThan(202)
  return reader
}
const of = (single: number, ...several: number[]) => [
  choose(survey, 'single', single),
  ...(several.length ? [choose(survey, 'multiple', ...several)] : []),
]
/** Moves a reader's last ballot to another hour, and sets where they came from. */
async function lastOf(hours: number, source: string | null) {
  const { reader } = await db().ballot.findFirstOrThrow({
    where: { surveyId: survey.id },
    orderBy: { castAt: 'desc' },
  })
  const at = new Date(NOON.getTime() + hours * HOUR)
  const where = { titleId_surveyId_reader: { titleId: TITLE, surveyId: survey.id, reader } }
  await db().ballot.update({ where, data: { castAt: at, source } })
  await db().ballotEvent.updateMany({ where: { surveyId: survey.id, reader }, data: { at } })
}

/**
 * Counted by hand. Counted ballots: Pour + emplois (noon, search), Pour + emplois and économies (noon, search), Pour
 * alone (one hour later, social), Contre + rien (then too, unknown), Contre + économies after an earlier Pour + emplois
 * (noon, none). Not counted: one cast in the second hour and withdrawn, one set aside of the fourth.
 */
beforeAll(async () => {
  editor = (await member('editor')) as Editor
  survey = await storedSurvey({ opensAt: new Date(NOON.getTime() - 1.5 * HOUR) })
  await vote(of(0, 0))
  await lastOf(0, 'search')
  await vote(of(0, 0, 1))
  await lastOf(0, 'search')
  await vote(of(0))
  await lastOf(1, 'social')
  await vote(of(1, 2))
  await lastOf(1, null)
  const changing = await vote(of(0, 0))
  await lastOf(0, 'none')
  await vote(of(1, 1), changing)
  const last = { surveyId: survey.id, at: { gt: new Date(NOON.getTime() + 100 * HOUR) } }
  await db().ballotEvent.updateMany({ where: last, data: { at: new Date(NOON.getTime() + 2 * HOUR) } })
  const leaving = await vote(of(0, 2))
  await lastOf(1, 'search')
  await leaving.json(path(survey, '/ballot'), { method: 'DELETE' })
  await db().ballotEvent.updateMany({ where: last, data: { at: new Date(NOON.getTime() + 3 * HOUR) } })
  await vote(of(0, 2))
  await lastOf(3, 'search')
  await setAside()
  // The hours that these ballots were moved to, as the voting statement stores them.
  const { recount } = await courseAndRecount(survey.id)
  await db().visit.deleteMany({ where: { surveyId: survey.id } })
  for (const { hour, source, ballots } of recount)
    await db().visit.create({ data: { surveyId: survey.id, hour, source, ballots } })
  await visits([
    { hour: NOON, source: 'search', seen: 7, started: 4 },
    { hour: new Date(NOON.getTime() + HOUR), source: 'search', seen: 3, started: 1 },
    { hour: NOON, source: 'article', seen: 2, started: 0 },
  ])
})

/** Stores counts of openings and begun forms, beside the ballots of their hour. */
async function visits(counts: { hour: Date; source: string; seen: number; started: number }[]) {
  for (const { hour, source, ...counted } of counts) {
    const where = { titleId_surveyId_hour_source: { titleId: TITLE, surveyId: survey.id, hour, source } }
    await db().visit.upsert({
      where,
      create: { surveyId: survey.id, hour, source, ...counted },
      update: counted,
    })
  }
}

/** Sets aside the ballot of the fourth hour: marks its row, and subtracts it from the tally in one more step. */
async function setAside() {
  const where = { surveyId: survey.id, castAt: new Date(NOON.getTime() + 3 * HOUR) }
  const { cells, reader } = await db().ballot.findFirstOrThrow({ where })
  await db().ballot.update({
    where: { titleId_surveyId_reader: { titleId: TITLE, surveyId: survey.id, reader } },
    data: { quarantineId: 1 },
  })
  await db().tally.updateMany({
    where: { surveyId: survey.id, cell: { in: cells } },
    data: { count: { decrement: 1 } },
  })
  await db().tallyHead.update({
    where: { titleId_surveyId: { titleId: TITLE, surveyId: survey.id } },
    data: { seq: { increment: 1 } },
  })
}

it('counts two questions together, one line each, several choices each by itself', async () => {
  const { answers } = await analysed(named(/pour ou contre/), named(/attendez/))
  expect(answers?.columns.map(({ label }) => label)).toEqual(['Des emplois', 'Des économies', 'Rien'])
  expect(answers?.rows.map(({ counts, total }) => [...counts, total])).toEqual([
    [2, 1, 0, 2],
    [0, 1, 1, 2],
    [0, 0, 0, 0],
  ])
  expect([...(answers?.all.counts ?? []), answers?.all.total]).toEqual([2, 2, 1, 4])
  const turned = (await analysed(named(/attendez/), named(/pour ou contre/))).answers
  expect(turned?.rows.map(({ counts, total }) => [...counts, total])).toEqual([
    [2, 0, 0, 2],
    [1, 1, 0, 2],
    [0, 1, 0, 1],
  ])
  expect([...(turned?.all.counts ?? []), turned?.all.total]).toEqual([2, 2, 0, 4])
  expect(answers?.rows.flatMap(({ shares }) => shares).every((share) => share === undefined)).toBe(true)
})

it('counts answers by where readers came from, those it does not know too', async () => {
  const { sources, reach } = await analysed(named(/pour ou contre/))
  const shown = sources?.rows.map(({ key, counts, total }) => [key, ...counts, total])
  expect(shown).toEqual([
    ['article', 0, 0, 0, 0],
    ['search', 2, 0, 0, 2],
    ['social', 1, 0, 0, 1],
    ['none', 0, 1, 0, 1],
    ['unknown', 0, 1, 0, 1],
  ])
  expect([...(sources?.all.counts ?? []), sources?.all.total]).toEqual([3, 2, 0, 5])
  expect(reach).toEqual([
    { source: 'article', seen: 2, started: 0, answered: 0 },
    { source: 'search', seen: 10, started: 5, answered: 2 },
    { source: 'social', seen: 0, started: 0, answered: 1 },
    { source: 'none', seen: 0, started: 0, answered: 1 },
    { source: 'unknown', seen: 0, started: 0, answered: 1 },
  ])
})

it('follows the hours: answers that count, and what was changed and withdrawn', async () => {
  const { course } = await analysed()
  expect(course.step).toBe('hour')
  expect(
    course.steps.map(({ from, ballots, changes, withdrawals }) => [
      (from.getTime() - NOON.getTime()) / HOUR,
      ballots,
      changes,
      withdrawals,
    ]),
  ).toEqual([
    [0, 3, 0, 0],
    [1, 2, 0, 0],
    [2, 0, 1, 0],
    [3, 0, 0, 1],
  ])
})

it('says of the same answers the same as the public results', async () => {
  const { results, course, sources, reach } = await analysed(named(/pour ou contre/), named(/attendez/))
  const shown = await findResults(survey)
  expect(results).toEqual(shown)
  expect(course.steps.reduce((sum, { ballots }) => sum + ballots, 0)).toBe(shown.ballots)
  expect(reach.reduce((sum, { answered }) => sum + answered, 0)).toBe(shown.ballots)
  const { id } = question(survey, 'single')
  const single = shown.questions.find((one) => one.id === id)
  expect(sources?.all.total).toBe(single?.answered)
  expect(sources?.all.counts).toEqual(single?.options.map(({ count }) => count))
  expect(sources?.columns.map((option) => optionKey(option.id))).toEqual(
    single?.options.map((option) => optionKey(option.id)),
  )
})

it('keeps a page and its pictures on one count, and counts again soon', async () => {
  const before = (await analysed(named(/confiance/))).results
  await vote([choose(survey, 'scale', 0)])
  expect((await analysed(named(/confiance/))).results).toEqual(before)
  expect((await analysed(named(/confiance/), named(/attendez/))).results.ballots).toBe(before.ballots + 1)
})

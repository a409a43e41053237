import { expect, it } from 'vitest'
import { Client } from '@/scripts/testing/client'
import { member, told } from '@/scripts/testing/comments'
import { targetOf } from '@/scripts/testing/decisions'
import { db } from '../platform/db/client'
import { localDay } from '../platform/i18n/newsroom-clock'
import type { Moderator } from '../staff/rules/roles'
import { decide, type Verdict } from './commands/decide'
import { appeal } from './commands/own'
import { undo } from './commands/undo'
import { ownComments } from './queries/own'
import { publishedComments } from './queries/public'
import { countQueues } from './queries/queue'
import { statementsOf } from './queries/statements'

const settle = async (moderator: Moderator, id: string, verdict: Verdict) => {
  const decided = await decide(moderator, await targetOf(id), verdict, () => false)
  if (!decided.ok) throw new Error(decided.problem.code)
  return decided.value.decision
}
const mistaken = async (moderator: Moderator, id: string, verdict: Verdict) => {
  const undone = await undo(moderator, await settle(moderator, id, verdict))
  expect(undone.ok).toBe(true)
}
const REJECT: Verdict = { act: 'reject', reason: 'insult' }
const LAST_WEEK = new Date(Date.now() - 7 * 86_400_000)

it('a mistake that was taken back leaves a rejection its number, its date and its one appeal', async () => {
  const [moderator, other] = [await member(), await member()]
  const { id, survey } = await told('Un texte refusé à bon droit')
  const { reader } = await db().comment.findUniqueOrThrow({ where: { id } })
  await settle(moderator, id, REJECT)
  expect((await appeal({ comment: id, reader }, 'Relisez.')).ok).toBe(true)
  const confirmed = await settle(other, id, REJECT)
  await db().decision.update({ where: { id: BigInt(confirmed) }, data: { at: LAST_WEEK } })
  await mistaken(moderator, id, { act: 'publish' })
  await mistaken(other, id, { act: 'publish' })
  const [own] = await ownComments(survey, reader)
  expect(own).toMatchObject({ state: 'rejected', canAppeal: false })
  expect(own?.statement).toMatchObject({ decision: confirmed, at: LAST_WEEK.toISOString() })
  expect(await appeal({ comment: id, reader }, 'Encore.')).toMatchObject({
    problem: { code: 'not_appealable' },
  })
  const months = [LAST_WEEK, new Date()].map((at) => localDay(at).slice(0, 7))
  const pages = await Promise.all([...new Set(months)].map((month) => statementsOf(month)))
  const numbers = pages.flatMap(({ statements }) => statements.map(({ puid }) => puid))
  expect(numbers.filter((puid) => puid === `avis-${confirmed}`)).toHaveLength(1)
})

it('a published text keeps its date, and the queues their counts', async () => {
  const moderator = await member()
  const { id, survey } = await told('Un texte publié depuis longtemps')
  const published = await settle(moderator, id, { act: 'publish' })
  await db().decision.update({ where: { id: BigInt(published) }, data: { at: LAST_WEEK } })
  await new Client().json(`/api/v1/comments/${id}/reports`, { json: { reason: 'insult' } })
  const before = await countQueues(moderator)
  expect(before).toMatchObject({ reported: 1 })
  await mistaken(moderator, id, REJECT)
  await mistaken(moderator, id, { act: 'publish' })
  expect(await countQueues(moderator)).toEqual(before)
  const { comments } = await publishedComments(survey)
  expect(comments).toMatchObject([{ id, at: LAST_WEEK.toISOString() }])
})

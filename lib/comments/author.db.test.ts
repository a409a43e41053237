import { expect, it } from 'vitest'
import { Client } from '@/scripts/testing/client'
import { member, told } from '@/scripts/testing/comments'
import { targetOf } from '@/scripts/testing/decisions'
import { storedSurvey } from '@/scripts/testing/surveys'
import { db } from '../platform/db/client'
import type { Moderator } from '../staff/rules/roles'
import { muteAuthor, noteReveal } from './commands/claims'
import { decide } from './commands/decide'
import { undo } from './commands/undo'
import { findDetail } from './queries/detail'

const never = () => false

/** Returns a time at which the decision just stored can no longer be undone. */
const later = () => new Date(Date.now() + 60_000)

it('the author stays hidden until this moderator has decided for good, or asks and is noted', async () => {
  const [moderator, other] = [await member(), await member()]
  const { id } = await told('Un texte dont l’auteur est caché')
  const seen = async (who = moderator, now = new Date()) => {
    const detail = await findDetail(who, id, now)
    return detail.ok ? detail.value.author : undefined
  }
  expect(await seen()).toBeUndefined()
  await noteReveal(moderator, id)
  expect(await seen()).toMatchObject({ answers: [{ labels: ['Pour'] }] })
  expect(await seen(other)).toBeUndefined()
  expect(await db().reveal.count({ where: { commentId: id, staffId: moderator.id } })).toBe(1)
  await decide(other, await targetOf(id), { act: 'publish' }, never)
  // While it can be undone, a moderator could reveal first and then decide differently.
  expect(await seen(other)).toBeUndefined()
  expect(await seen(other, later())).toBeDefined()
})

it('a decision that was taken back shows its author to no moderator', async () => {
  const [moderator, other] = [await member(), await member()]
  const { id } = await told('Un texte sur lequel on hésite')
  const known = async (who: Moderator) => {
    const detail = await findDetail(who, id, later())
    return detail.ok && detail.value.author !== undefined
  }
  const takenBack = async (act: 'publish' | 'escalate') => {
    const decided = await decide(moderator, await targetOf(id), { act }, never)
    if (!decided.ok) throw new Error(decided.problem.code)
    expect((await undo(moderator, decided.value.decision)).ok).toBe(true)
  }
  await takenBack('publish')
  await takenBack('escalate')
  expect(await known(moderator)).toBe(false)
  await decide(other, await targetOf(id), { act: 'reject', reason: 'insult' }, never)
  await takenBack('publish')
  // The other moderator's decision is in force again, and only they may know.
  expect([await known(moderator), await known(other)]).toEqual([false, true])
  expect(await db().reveal.count({ where: { commentId: id } })).toBe(0)
})

it('an author’s other texts are those of this survey, and a mute is theirs', async () => {
  const moderator = await member()
  const open = { kind: 'open' as const, prompt: 'Et quoi d’autre ?' }
  const survey = await storedSurvey({ questions: [{ kind: 'open', prompt: 'Votre avis ?' }, open] })
  const reader = new Client()
  const answers = survey.view.questions.map(({ id }, index) => ({
    questionId: id,
    text: `Texte numéro ${index}`,
  }))
  await reader.json(`/api/v1/surveys/${survey.view.slug}/ballot`, { json: { answers } })
  const [first] = await db().comment.findMany({
    where: { surveyId: survey.id },
    orderBy: { questionId: 'asc' },
  })
  const id = first?.id ?? ''
  await muteAuthor(moderator, id, true)
  await muteAuthor(moderator, id, true)
  expect(await db().mute.count({ where: { surveyId: survey.id } })).toBe(1)
  const detail = await findDetail(moderator, id)
  expect(detail.ok && detail.value).toMatchObject({ muted: true, others: [{ text: 'Texte numéro 1' }] })
  await muteAuthor(moderator, id, false)
  expect(await db().mute.findFirst({ where: { surveyId: survey.id } })).toMatchObject({
    liftedBy: moderator.id,
  })
})

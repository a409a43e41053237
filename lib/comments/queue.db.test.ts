import { expect, it } from 'vitest'
import { Client } from '@/scripts/testing/client'
import { member, tell, told } from '@/scripts/testing/comments'
import { targetOf } from '@/scripts/testing/decisions'
import { storedSurvey } from '@/scripts/testing/surveys'
import { inZone } from '@/scripts/testing/zone'
import { db } from '../platform/db/client'
import { claimComment } from './commands/claims'
import { decide } from './commands/decide'
import { findLive } from './queries/live'
import { countQueues, findQueue } from './queries/queue'
import { queues } from './rules/queues'
import { QUEUE_PAGE, type Queue } from './schema'

const never = () => false

it('each comment waits in the one queue it belongs to', async () => {
  const moderator = await member()
  const survey = await storedSurvey()
  const slug = survey.view.slug
  const say = async (text: string) => (await tell(survey, text)).id
  const [held, escalated, published, rejected, reported, appealed, muted] = [
    await say('Un texte qui attend'),
    await say('Un texte transmis'),
    await say('Un texte publié'),
    await say('Un texte rejeté'),
    await say('Un texte signalé'),
    await say('Un texte contesté'),
    await say('Un texte mis à l’écart'),
  ] as const
  const act = async (id: string, verdict: Parameters<typeof decide>[2]) =>
    decide(moderator, await targetOf(id), verdict, never)
  await act(escalated, { act: 'escalate' })
  for (const id of [published, reported]) await act(id, { act: 'publish' })
  for (const id of [rejected, appealed]) await act(id, { act: 'reject', reason: 'off_topic' })
  await new Client().send(`/api/v1/comments/${reported}/reports`, { json: { reason: 'insult' } })
  const { surveyId, reader, decisionId } = await db().comment.findUniqueOrThrow({ where: { id: appealed } })
  await db().appeal.create({
    data: {
      surveyId,
      commentId: appealed,
      decisionId: decisionId ?? 0n,
      text: 'Relisez.',
      dueAt: new Date(),
    },
  })
  expect(reader).toBeDefined()
  const ownText = await db().comment.findUniqueOrThrow({ where: { id: muted } })
  await db().decision.update({ where: { id: ownText.decisionId ?? 0n }, data: { rule: 'muted' } })

  const shown = async (queue: Queue) =>
    (await findQueue(moderator, { queue, survey: slug })).items.map(({ comment }) => comment)
  expect(await shown('to_see')).toEqual([held])
  expect(await shown('escalated')).toEqual([escalated])
  expect(await shown('quarantine')).toEqual([muted])
  expect(await shown('reported')).toEqual([reported])
  expect(await shown('appeals')).toEqual([appealed])
  expect((await shown('published')).sort()).toEqual([published, reported].sort())
  expect((await shown('rejected')).sort()).toEqual([rejected, appealed].sort())
  const [item] = (await findQueue(moderator, { queue: 'reported', survey: slug })).items
  expect(item?.reports).toEqual({ count: 1, weight: 0.5, reasons: ['insult'] })
  const [contested] = (await findQueue(moderator, { queue: 'appeals', survey: slug })).items
  expect(contested).toMatchObject({ reason: 'off_topic', appeal: { text: 'Relisez.' } })
  expect(Object.keys(await countQueues(moderator)).sort()).toEqual([...queues].sort())
})

it('a page follows the other without a gap, oldest first, and the counts agree', async () => {
  const moderator = await member()
  const survey = await storedSurvey()
  await Promise.all(
    Array.from({ length: QUEUE_PAGE + 7 }, (_, index) => tell(survey, `Avis numéro ${index}, sans plus`)),
  )
  const query = { queue: 'to_see' as const, survey: survey.view.slug }
  const first = await findQueue(moderator, query)
  const second = await findQueue(moderator, { ...query, after: first.next })
  expect([first.items.length, second.items.length, second.next]).toEqual([QUEUE_PAGE, 7, undefined])
  const all = [...first.items, ...second.items]
  expect(new Set(all.map(({ comment }) => comment)).size).toBe(QUEUE_PAGE + 7)
  const times = all.map(({ sentAt }) => sentAt)
  expect(times).toEqual([...times].sort())
  const decided = await findQueue(moderator, { ...query, queue: 'published' })
  expect(decided.items).toEqual([])
})

it('the published and the reported are paged too', async () => {
  const moderator = await member()
  const survey = await storedSurvey({ moderationMode: 'after' })
  await Promise.all(
    Array.from({ length: QUEUE_PAGE + 3 }, (_, index) =>
      tell(survey, `Texte calme numéro ${index}, sans plus`),
    ),
  )
  for (const queue of ['published', 'reported'] as const) {
    if (queue === 'reported') {
      const comments = await db().comment.findMany({ where: { surveyId: survey.id } })
      await db().report.createMany({
        data: comments.map(({ id, surveyId, revision }, index) => ({
          surveyId,
          revision,
          commentId: id,
          reason: 'insult',
          reporter: new Uint8Array([index]),
          weight: (index % 4) / 4,
          receiptHash: new TextEncoder().encode(id),
        })),
      })
    }
    const query = { queue, survey: survey.view.slug }
    const first = await findQueue(moderator, query)
    const second = await findQueue(moderator, { ...query, after: first.next })
    const all = [...first.items, ...second.items]
    expect(new Set(all.map(({ comment }) => comment)).size).toBe(QUEUE_PAGE + 3)
    const weights = all.map(({ reports }) => reports.weight)
    if (queue === 'reported') expect(weights).toEqual([...weights].sort((a, b) => b - a))
  }
})

it('filters narrow by rule, day and text, whatever signs the text has', async () => {
  const moderator = await member()
  const survey = await storedSurvey()
  const link = await tell(survey, 'Voir exemple.fr/a pour 100% des détails_ici')
  const calm = await tell(survey, 'Rien à signaler dans ce texte')
  const base = { queue: 'to_see' as const, survey: survey.view.slug }
  const found = async (more: object) =>
    (await findQueue(moderator, { ...base, ...more })).items.map(({ comment }) => comment)
  expect(await found({ rule: 'links' })).toEqual([link.id])
  expect(await found({ q: 'SIGNALER' })).toEqual([calm.id])
  expect(await found({ q: '100%' })).toEqual([link.id])
  expect(await found({ q: 'détails_ici' })).toEqual([link.id])
  expect(await found({ q: 'a_b' })).toEqual([])
  await db().comment.updateMany({
    where: { surveyId: survey.id },
    data: { changedAt: new Date('2026-11-30T01:00:00Z') },
  })
  for (const [zone, day, before] of [
    ['Europe/Paris', '2026-11-30', '2026-11-29'],
    ['America/Montreal', '2026-11-29', '2026-11-28'],
  ] as const)
    await inZone(zone, async () => {
      expect(await found({ from: day, to: day })).toHaveLength(2)
      expect(await found({ to: before })).toEqual([])
    })
  expect(await found({ from: '0000-01-01', to: '9999-12-31' })).toHaveLength(2)
  expect(await found({ to: '2020-01-01' })).toEqual([])
  expect(await found({ survey: 'nulle-part' })).toEqual([])
  expect(await found({ after: `9999999999999999:${calm.id}` })).toEqual([])
})

it('a withdrawn text waits nowhere, also when only its ballot says so', async () => {
  const moderator = await member()
  const { survey, id } = await told('Un texte bientôt retiré')
  const query = { queue: 'to_see' as const, survey: survey.view.slug }
  expect((await findQueue(moderator, query)).items).toHaveLength(1)
  await db().ballot.updateMany({ where: { surveyId: survey.id }, data: { cells: [] } })
  expect((await findQueue(moderator, query)).items).toEqual([])
  await db().ballot.updateMany({
    where: { surveyId: survey.id },
    data: { cells: ['b', 'v1', `q${survey.view.questions[0]?.id}`] },
  })
  await db().comment.update({ where: { id }, data: { withdrawnAt: new Date() } })
  expect((await findQueue(moderator, query)).items).toEqual([])
})

it('who reads what is seen by the others, and passes with time', async () => {
  const [moderator, other] = [await member(), await member()]
  const { survey, id } = await told('Un texte que deux personnes ouvrent')
  expect(await claimComment(moderator, id)).toMatchObject({ ok: true, value: { staffId: moderator.id } })
  expect(await claimComment(other, id)).toMatchObject({ ok: true, value: { staffId: moderator.id } })
  const query = { queue: 'to_see' as const, survey: survey.view.slug }
  expect((await findQueue(other, query)).items[0]?.claimedBy).toBe(moderator.name)
  expect((await findQueue(moderator, query)).items[0]).not.toHaveProperty('claimedBy')
  expect((await findLive(other, [id])).comments[0]?.claimedBy).toBe(moderator.name)
  await db().claim.update({ where: { commentId: id }, data: { at: new Date(Date.now() - 121_000) } })
  expect((await findQueue(other, query)).items[0]).not.toHaveProperty('claimedBy')
  expect(await claimComment(other, id)).toMatchObject({ ok: true, value: { staffId: other.id } })
  expect(await claimComment(other, crypto.randomUUID())).toMatchObject({
    problem: { code: 'comment_not_found' },
  })
})

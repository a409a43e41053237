import { expect, it } from 'vitest'
import { member, tell, told } from '@/scripts/testing/comments'
import { outcomeOf, targetOf } from '@/scripts/testing/decisions'
import { storedMember } from '@/scripts/testing/staff'
import { db } from '../platform/db/client'
import type { Moderator } from '../staff/rules/roles'
import { decide, type Verdict } from './commands/decide'
import { appeal } from './commands/own'
import { undo } from './commands/undo'
import { findDetail } from './queries/detail'
import { ownComments } from './queries/own'
import { findQueue } from './queries/queue'

const PUBLISH: Verdict = { act: 'publish' }
const REJECT: Verdict = { act: 'reject', reason: 'insult', note: 'Restez courtois.' }
const ESCALATE: Verdict = { act: 'escalate' }
const never = () => false
const always = () => true

const settle = async (moderator: Moderator, id: string, verdict: Verdict, drawn = never) =>
  decide(moderator, await targetOf(id), verdict, drawn)
const refusedWith = (code: string) => ({ ok: false, problem: { code } })
const reader = async (id: string) => ({
  comment: id,
  reader: (await db().comment.findUniqueOrThrow({ where: { id } })).reader,
})
const report = async (id: string) => {
  const { surveyId, revision } = await db().comment.findUniqueOrThrow({ where: { id } })
  const reporter = new Uint8Array([1, 2, 3])
  return db().report.create({
    data: {
      surveyId,
      commentId: id,
      revision,
      reason: 'insult',
      reporter,
      weight: 0.5,
      receiptHash: new TextEncoder().encode(id),
    },
  })
}

it('every arrow is one decision, and the state is that decision', async () => {
  const moderator = await member()
  const { id } = await told('Un avis parmi d’autres')
  expect(await outcomeOf(id)).toBe('held')
  for (const [verdict, outcome] of [
    [ESCALATE, 'held'],
    [PUBLISH, 'published'],
    [REJECT, 'rejected'],
    [PUBLISH, 'published'],
  ] as const) {
    expect(await settle(moderator, id, verdict)).toMatchObject({ ok: true, value: { outcome } })
    expect(await outcomeOf(id)).toBe(outcome)
  }
  const decisions = await db().decision.findMany({ where: { commentId: id }, orderBy: { id: 'asc' } })
  expect(decisions.map(({ outcome, staffId, reason }) => [outcome, staffId, reason])).toEqual([
    ['held', null, null],
    ['held', moderator.id, 'escalated'],
    ['published', moderator.id, null],
    ['rejected', moderator.id, 'insult'],
    ['published', moderator.id, null],
  ])
  expect(decisions.map(({ charterVersion }) => charterVersion)).toEqual([1, 1, 1, 1, 1])
  expect(decisions.map(({ rule }) => rule)).toEqual(['mode', 'mode', 'mode', 'mode', 'mode'])
})

it('what changes nothing is refused, unless it answers somebody', async () => {
  const moderator = await member()
  const { id } = await told('Encore un avis')
  await settle(moderator, id, ESCALATE)
  expect(await settle(moderator, id, ESCALATE)).toEqual(refusedWith('not_possible_now'))
  await settle(moderator, id, PUBLISH)
  expect(await settle(moderator, id, PUBLISH)).toEqual(refusedWith('not_possible_now'))
  expect(await settle(moderator, id, ESCALATE)).toEqual(refusedWith('not_possible_now'))
  const { id: reported } = await report(id)
  const kept = await settle(moderator, id, PUBLISH)
  expect(kept.ok).toBe(true)
  const answered = await db().report.findUniqueOrThrow({ where: { id: reported } })
  expect(String(answered.answerId)).toBe(kept.ok && kept.value.decision)
  await settle(moderator, id, REJECT)
  expect(await settle(moderator, id, REJECT)).toEqual(refusedWith('not_possible_now'))
  expect(await settle(moderator, id, ESCALATE)).toEqual(refusedWith('not_possible_now'))
})

it('a rejection without a reason cannot even be stored', async () => {
  const { id } = await told('Un texte')
  const { surveyId } = await db().comment.findUniqueOrThrow({ where: { id } })
  const data = { surveyId, commentId: id, revision: 1, outcome: 'rejected' as const }
  await expect(db().decision.create({ data })).rejects.toThrow()
})

it('of fifty decisions at once one is taken, and the others are told which', async () => {
  const moderators = await Promise.all(Array.from({ length: 5 }, () => member()))
  const { id } = await told('Cinquante personnes lisent ce texte')
  const target = await targetOf(id)
  const decided = await Promise.all(
    Array.from({ length: 50 }, (_, index) =>
      decide(moderators[index % 5] as Moderator, target, index % 2 ? PUBLISH : REJECT, never),
    ),
  )
  const taken = decided.filter(({ ok }) => ok)
  expect(taken).toHaveLength(1)
  const refused = decided.filter((result) => !result.ok)
  expect(refused).toHaveLength(49)
  const outcome = await outcomeOf(id)
  for (const result of refused)
    expect(result).toMatchObject({
      problem: { code: 'decided_meanwhile' },
      meanwhile: { outcome, by: 'Maude Modératrice' },
    })
  expect(await db().decision.count({ where: { commentId: id } })).toBe(2)
})

it('a text its author changed or withdrew meanwhile is not decided', async () => {
  const moderator = await member()
  const { id, survey, reader: author } = await told('Première version')
  const seen = await targetOf(id)
  await tell(survey, 'Seconde version', author)
  expect(await decide(moderator, seen, PUBLISH, never)).toEqual(refusedWith('comment_changed'))
  expect(await outcomeOf(id)).toBe('held')
  const now = await targetOf(id)
  await author.send(`/api/v1/comments/${id}/withdrawal`, { json: {} })
  expect(await decide(moderator, now, PUBLISH, never)).toEqual(refusedWith('comment_withdrawn'))
  const nobody = { ...now, comment: crypto.randomUUID() }
  expect(await decide(moderator, nobody, PUBLISH, never)).toEqual(refusedWith('comment_not_found'))
})

it('one’s own decision can be taken back for a few seconds, with all that it answered', async () => {
  const [moderator, other] = [await member(), await member()]
  const { id } = await told('Un texte signalé')
  await settle(moderator, id, PUBLISH)
  const { id: reported } = await report(id)
  const rejected = await settle(moderator, id, REJECT)
  const decision = rejected.ok ? rejected.value.decision : ''
  expect(await undo(other, decision)).toEqual(refusedWith('comment_not_found'))
  expect(await undo(moderator, decision, new Date(Date.now() + 16_000))).toEqual(refusedWith('undo_too_late'))
  expect(await undo(moderator, decision)).toMatchObject({ ok: true, value: { outcome: 'published' } })
  expect(await outcomeOf(id)).toBe('published')
  expect(await db().report.findUniqueOrThrow({ where: { id: reported } })).toMatchObject({ answerId: null })
  expect(await undo(moderator, decision)).toEqual(refusedWith('undo_too_late'))
  const detail = await findDetail(moderator, id)
  expect(detail.ok && detail.value.decisions.map(({ undone, undoes }) => [undone, undoes])).toEqual([
    [false, true],
    [true, false],
    [false, false],
    [false, false],
  ])
})

it('nobody takes back what somebody decided on since', async () => {
  const [moderator, other] = [await member(), await member()]
  const { id } = await told('Un texte disputé')
  const first = await settle(moderator, id, PUBLISH)
  await settle(other, id, REJECT)
  expect(await undo(moderator, first.ok ? first.value.decision : '')).toEqual(refusedWith('undo_too_late'))
  expect(await outcomeOf(id)).toBe('rejected')
})

it('an appeal is decided by another person than the first, while there is another', async () => {
  await db().staffAccount.updateMany({ data: { disabledAt: new Date() } })
  const moderator = await member()
  const { id } = await told('Un texte contesté')
  await settle(moderator, id, REJECT)
  expect((await appeal(await reader(id), 'Je ne visais personne.')).ok).toBe(true)
  const other = await member()
  expect(await settle(moderator, id, PUBLISH)).toEqual(refusedWith('appeal_needs_another'))
  const upheld = await settle(other, id, REJECT)
  expect(upheld.ok).toBe(true)
  const answered = await db().appeal.findFirstOrThrow({ where: { commentId: id } })
  expect(String(answered.answerId)).toBe(upheld.ok && upheld.value.decision)
  // A decision that answers an appeal cannot be appealed.
  expect(await appeal(await reader(id), 'Encore.')).toEqual(refusedWith('not_appealable'))

  const alone = await told('Un autre texte contesté')
  await settle(moderator, alone.id, REJECT)
  // Its author is told of another person only while there is one.
  const secondPerson = async () => {
    const { reader } = await db().comment.findUniqueOrThrow({ where: { id: alone.id } })
    const own = await ownComments(alone.survey, reader)
    return own.map(({ statement }) => statement?.secondPerson)
  }
  expect(await secondPerson()).toEqual([true])
  await appeal(await reader(alone.id), 'Relisez, s’il vous plaît.')
  await db().staffAccount.update({ where: { id: other.id }, data: { disabledAt: new Date() } })
  // One who was invited and never came decides nothing.
  await storedMember('moderator', { passwordHash: null })
  expect(await secondPerson()).toEqual([false])
  expect((await settle(moderator, alone.id, PUBLISH)).ok).toBe(true)
})

it('a second reading looks undecided to another moderator, and changes nothing', async () => {
  const [moderator, other] = [await member(), await member()]
  const { id, survey } = await told('Un texte tiré au sort')
  const wrong = await settle(moderator, id, REJECT)
  expect(wrong.ok && (await undo(moderator, wrong.value.decision)).ok).toBe(true)
  const first = await settle(moderator, id, PUBLISH, always)
  const query = { queue: 'to_see', survey: survey.view.slug } as const
  expect((await findQueue(moderator, query)).items).toEqual([])
  const [item] = (await findQueue(other, query)).items
  expect(item).toMatchObject({ comment: id, outcome: 'held' })
  expect(item).not.toHaveProperty('reason')
  const detail = await findDetail(other, id)
  expect(detail.ok && detail.value.decisions.map(({ outcome }) => outcome)).toEqual(['held'])
  const again = await settle(other, id, REJECT)
  expect(again.ok).toBe(true)
  expect(await outcomeOf(id)).toBe('published')
  const reading = await db().secondReading.findFirstOrThrow({ where: { commentId: id } })
  expect(reading).toMatchObject({ staffId: other.id, outcome: 'rejected', reason: 'insult' })
  expect(String(reading.decisionId)).toBe(first.ok && first.value.decision)
  expect((await findQueue(other, query)).items).toEqual([])
  // It can be undone like any other.
  expect((await undo(other, String(reading.decisionId))).ok).toBe(true)
  expect((await findQueue(other, query)).items).toHaveLength(1)
})

it('about one decision in fifty is drawn', async () => {
  const { drawn } = await import('./commands/decide')
  const share = Array.from({ length: 20_000 }, drawn).filter(Boolean).length / 20_000
  // Six standard deviations around 2 %.
  expect(Math.abs(share - 0.02)).toBeLessThan(0.006)
})

import { expect, it } from 'vitest'
import { Client } from '@/scripts/testing/client'
import { member, tell, told } from '@/scripts/testing/comments'
import { targetOf } from '@/scripts/testing/decisions'
import { storedSurvey } from '@/scripts/testing/surveys'
import { inZone } from '@/scripts/testing/zone'
import { db } from '../platform/db/client'
import { localDay } from '../platform/i18n/newsroom-clock'
import { forgetOnce } from '../platform/runtime/per-process'
import { decide, type Verdict } from './commands/decide'
import { undo } from './commands/undo'

const never = () => false
const client = new Client()

/** Returns the summary as of now: the process keeps it for a minute. */
async function summary() {
  forgetOnce('transparency')
  return (await client.json('/api/v1/transparency')).body
}

it('counts what stands, by month, reason, and who decided; the same in every form', async () => {
  expect((await summary()).months).toEqual([])
  const [moderator, other] = [await member(), await member()]
  const survey = await storedSurvey()
  const say = async (text: string) => (await tell(survey, text)).id
  const settle = async (id: string, verdict: Verdict, who = moderator) => {
    const decided = await decide(who, await targetOf(id), verdict, never)
    if (!decided.ok) throw new Error(decided.problem.code)
    return decided.value.decision
  }
  const ids = [
    await say('Premier texte calme'),
    await say('Deuxième texte calme'),
    await say('Troisième texte calme'),
  ]
  const [first = '', second = '', third = ''] = ids
  // A person's decision an hour after the text was sent; the median is computed from these.
  await db().commentRevision.updateMany({
    where: { commentId: { in: ids } },
    data: { createdAt: new Date(Date.now() - 3600_000) },
  })
  await settle(first, { act: 'publish' })
  await settle(second, { act: 'reject', reason: 'off_topic' })
  const mistake = await settle(third, { act: 'reject', reason: 'hate' })
  await undo(moderator, mistake)
  await say('Espèce de fils de pute')
  const { surveyId, decisionId } = await db().comment.findUniqueOrThrow({ where: { id: second } })
  await db().appeal.create({
    data: { surveyId, commentId: second, decisionId: decisionId ?? 0n, text: 'Relisez.', dueAt: new Date() },
  })
  await settle(second, { act: 'publish' }, other)
  await client.json(`/api/v1/comments/${first}/reports`, { json: { reason: 'insult' } })
  await settle(first, { act: 'reject', reason: 'insult' })

  const { months } = await summary()
  const month = localDay(new Date()).slice(0, 7)
  expect(months).toHaveLength(1)
  expect(months[0]).toMatchObject({
    month,
    published: 2,
    rejected: 3,
    automated: 1,
    human: 4,
    reasons: { off_topic: 1, insult: 2, hate: 0 },
    appeals: { received: 1, upheld: 1, dismissed: 0 },
    reports: { received: 1, upheld: 1, dismissed: 0 },
  })
  expect(Math.abs(months[0].medianSecondsToDecide - 3600)).toBeLessThan(120)

  const csv = await (await client.send('/api/v1/transparency.csv')).text()
  const [header = '', row = ''] = csv.trim().split('\r\n')
  const cells = Object.fromEntries(header.split(',').map((name, index) => [name, row.split(',')[index]]))
  expect(cells).toMatchObject({
    month,
    published: '2',
    rejected: '3',
    automated: '1',
    human: '4',
    rejected_off_topic: '1',
    rejected_insult: '2',
    appeals_upheld: '1',
    reports_upheld: '1',
  })

  const { statements } = (await client.json(`/api/v1/transparency/statements?month=${month}`)).body
  expect(
    statements.map((statement: Record<string, string>) => [
      statement.automated_decision,
      statement.source_type,
    ]),
  ).toEqual([
    ['AUTOMATED_DECISION_NOT_AUTOMATED', 'SOURCE_VOLUNTARY'],
    ['AUTOMATED_DECISION_FULLY', 'SOURCE_VOLUNTARY'],
    ['AUTOMATED_DECISION_NOT_AUTOMATED', 'SOURCE_TYPE_OTHER_NOTIFICATION'],
  ])
  const text = JSON.stringify(statements)
  for (const private_ of ['calme', 'fils', 'Maude', moderator.email]) expect(text).not.toContain(private_)
  expect((await client.json('/api/v1/transparency/statements?month=2026-13')).status).toBe(422)
  expect((await client.json('/api/v1/transparency/statements?month=2020-01')).body).toEqual({
    statements: [],
    leftOut: [],
  })
})

it('what the European database would refuse is left out of the statements, and said with its reason', async () => {
  const moderator = await member()
  const survey = await storedSurvey()
  const reject = async (text: string, verdict: Verdict) => {
    const { id } = await tell(survey, text)
    const decided = await decide(moderator, await targetOf(id), verdict, never)
    if (!decided.ok) throw new Error(decided.problem.code)
    return { id, puid: `avis-${decided.value.decision}` }
  }
  const foreign = await reject('Un texte dans une langue lointaine', { act: 'reject', reason: 'unreadable' })
  await db().comment.update({ where: { id: foreign.id }, data: { language: 'ceb' } })
  const illegal = await reject('Un texte que la loi défend', {
    act: 'reject',
    reason: 'illegal',
    law: 'Loi de 1881',
  })
  const old = await reject('Un texte refusé avant que la loi soit demandée', {
    act: 'reject',
    reason: 'illegal',
    law: 'x',
  })
  await db().decision.updateMany({ where: { commentId: old.id }, data: { law: null } })
  const gone = await reject('Un texte dont la raison a disparu', { act: 'reject', reason: 'insult' })
  await db().decision.updateMany({
    where: { commentId: gone.id, outcome: 'rejected' },
    data: { reason: 'autre' },
  })

  const month = localDay(new Date()).slice(0, 7)
  const page = await client.json(`/api/v1/transparency/statements?month=${month}`, {
    headers: { 'accept-language': 'fr' },
  })
  const ours = new Set([foreign, illegal, old, gone].map(({ puid }) => puid))
  const of = (list: { puid: string }[]) => list.filter(({ puid }) => ours.has(puid))
  const [first, second, ...rest] = of(page.body.statements)
  expect(rest).toEqual([])
  expect(first).toMatchObject({ puid: foreign.puid })
  expect(first).not.toHaveProperty('content_language')
  expect(second).toMatchObject({ puid: illegal.puid, illegal_content_legal_ground: 'Loi de 1881' })
  expect(of(page.body.leftOut)).toMatchObject([
    { puid: foreign.puid, attribute: 'content_language', why: 'not_listed', whole: false },
    {
      puid: old.puid,
      attribute: 'illegal_content_legal_ground',
      why: 'missing',
      whole: true,
      message: expect.stringContaining('est omis'),
    },
    { puid: gone.puid, attribute: 'decision_ground', why: 'missing', whole: true },
    { puid: gone.puid, attribute: 'category', why: 'missing', whole: true },
  ])
})

it('rates by answer are given from five decisions on, and agreement of second readings', async () => {
  const [moderator, other] = [await member(), await member()]
  const survey = await storedSurvey()
  for (let index = 0; index < 5; index++) {
    const { id } = await tell(survey, `Un texte pour, le numéro ${index}`)
    const verdict: Verdict = index < 2 ? { act: 'reject', reason: 'insult' } : { act: 'publish' }
    await decide(moderator, await targetOf(id), verdict, () => index < 2)
    if (index < 2) await decide(other, await targetOf(id), index ? { act: 'publish' } : verdict, never)
  }
  const { answers, secondReadings } = await summary()
  const rates = answers.filter(({ slug }: { slug: string }) => slug === survey.view.slug)
  expect(rates).toMatchObject([{ label: 'Pour', decided: 5, rejected: 2 }])
  expect(secondReadings).toEqual({ read: 2, agreed: 1 })
  const few = await told('Un texte seul dans sa consultation')
  await decide(moderator, await targetOf(few.id), { act: 'publish' }, never)
  const hidden = (await summary()).answers.filter(
    ({ slug }: { slug: string }) => slug === few.survey.view.slug,
  )
  expect(hidden).toHaveLength(1)
  expect(hidden[0]).not.toHaveProperty('decided')
})

it('a month is one of the newsroom, in the summary and in the statements', async () => {
  const at = new Date('2026-11-01T02:30:00Z')
  await db().decision.updateMany({ data: { at } })
  await db().appeal.updateMany({ data: { at } })
  await db().report.updateMany({ data: { at } })
  for (const [zone, month, other] of [
    ['Europe/Paris', '2026-11', '2026-10'],
    ['America/Montreal', '2026-10', '2026-11'],
  ] as const)
    await inZone(zone, async () => {
      const { months } = await summary()
      expect(months.map((one: { month: string }) => one.month)).toEqual([month])
      expect(months[0].appeals.received + months[0].reports.received).toBeGreaterThan(1)
      const statements = async (of: string) =>
        (await client.json(`/api/v1/transparency/statements?month=${of}`)).body.statements
      const dates = (await statements(month)).map((one: Record<string, string>) => one.application_date)
      expect(new Set(dates)).toEqual(new Set([zone === 'Europe/Paris' ? '2026-11-01' : '2026-10-31']))
      expect(await statements(other)).toEqual([])
    })
  expect((await client.json('/api/v1/transparency/statements?month=0000-01')).body.statements).toEqual([])
})

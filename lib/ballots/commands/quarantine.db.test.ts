import { describe, expect, it } from 'vitest'
import { tallyAndRecount } from '@/scripts/testing/recount'
import {
  cast,
  expectSound,
  HONEST,
  moderatorOf,
  only,
  reader,
  STUFFED,
  stuffedSurvey,
} from '@/scripts/testing/stuffed-survey'
import { storedSurvey } from '@/scripts/testing/surveys'
import { publishedComments } from '../../comments/queries/public'
import { db } from '../../platform/db/client'
import { findSurvey, type SurveyRecord } from '../../surveys/queries/public'
import { countProposed, listQuarantines } from '../queries/quarantines'
import { withdrawBallot } from './cast'
import { forgetNetworks } from './forget-networks'
import { inspectSurvey } from './inspect'
import { decideQuarantine } from './quarantine'

describe('ballots without a form from one network', () => {
  it('are proposed, set aside, and counted again as they are by then', async () => {
    const [survey, twin] = [await stuffedSurvey(), await storedSurvey()]
    const moderator = await moderatorOf()
    expect(await inspectSurvey(survey.id)).toHaveLength(1)
    const id = await only(survey)
    const { tally: before } = await tallyAndRecount(survey.id)
    const seq = async () => (await db().tallyHead.findFirst({ where: { surveyId: survey.id } }))?.seq ?? 0n
    const first = await seq()
    await decideQuarantine(moderator, id, 'set_aside', 'Un script.')
    expect(await seq()).toBe(first + 1n)
    const aside = await expectSound(survey)
    expect([before.b, aside.b]).toEqual([HONEST + STUFFED, HONEST])

    // The sender of the stuffed ballots changes one and withdraws one, and a new reader votes.
    await cast(survey, 1000, 0, true)
    await withdrawBallot(survey, reader(1001))
    await cast(survey, 5000, 0)
    await expectSound(survey)
    await decideQuarantine(moderator, id, 'lifted')
    const after = await expectSound(survey)

    // A survey that was never inspected, with the same ballots.
    await stuffedSurvey(twin)
    await cast(twin, 1000, 0, true)
    await withdrawBallot(twin, reader(1001))
    await cast(twin, 5000, 0)
    const { tally } = await tallyAndRecount(twin.id)
    const places = (given: Record<string, number>, { view }: SurveyRecord) =>
      view.questions[2]?.options.map((option) => given[`o${option.id}`] ?? 0)
    expect([after.b, places(after, survey)]).toEqual([tally.b, places(tally, twin)])
    const acts = await db().quarantineAct.findMany({ where: { quarantineId: id }, orderBy: { id: 'asc' } })
    expect(acts.map(({ act, staffId, note, size }) => [act, staffId, note, size])).toEqual([
      ['proposed', null, null, STUFFED],
      ['set_aside', moderator.id, 'Un script.', STUFFED],
      ['lifted', moderator.id, null, STUFFED - 1],
    ])
  })

  it('stay right while readers vote, change and withdraw as they are moved', async () => {
    const survey = await stuffedSurvey()
    const moderator = await moderatorOf()
    await inspectSurvey(survey.id)
    const id = await only(survey)
    const vote = async (round: number) => {
      for (let n = 0; n < STUFFED; n++) {
        if (n % 5 === round % 5) await withdrawBallot(survey, reader(1000 + n))
        else await cast(survey, 1000 + n, (n + round) % 3, true)
        await cast(survey, 2000 + n + round * STUFFED, n % 3)
      }
    }
    const move = async () => {
      for (const act of ['set_aside', 'lifted', 'set_aside', 'lifted', 'set_aside'] as const)
        expect(await decideQuarantine(moderator, id, act)).toEqual({ ok: true, value: null })
    }
    await Promise.all([vote(0), vote(1), vote(2), move()])
    await expectSound(survey)
    await decideQuarantine(moderator, id, 'lifted')
    const { ballots } = await tallyAndRecount(survey.id)
    const [all] = await db().$queryRaw<{ n: number }[]>`
      SELECT count(*)::int AS n FROM ballot WHERE survey_id = ${survey.id} AND cells <> '{}'`
    expect(ballots).toBe(all?.n)
    await expectSound(survey)
  })

  it('that two quarantines are about count again only when both are lifted', async () => {
    const survey = await stuffedSurvey()
    const moderator = await moderatorOf()
    await inspectSurvey(survey.id)
    const one = await only(survey)
    const { id: other, ...copy } = await db().quarantine.findUniqueOrThrow({ where: { id: one } })
    const second = await db().quarantine.create({
      data: { ...copy, rule: 'burst', facts: {}, cells: {} },
    })
    await db().$executeRaw`
      INSERT INTO quarantine_member SELECT ${second.id}, reader FROM quarantine_member WHERE quarantine_id = ${other}`
    await decideQuarantine(moderator, one, 'set_aside')
    await decideQuarantine(moderator, second.id, 'set_aside')
    await decideQuarantine(moderator, one, 'lifted')
    expect((await expectSound(survey)).b).toBe(HONEST)
    await decideQuarantine(moderator, second.id, 'lifted')
    expect((await expectSound(survey)).b).toBe(HONEST + STUFFED)
  })

  it('are decided about once: who comes second is told', async () => {
    const survey = await stuffedSurvey()
    const moderator = await moderatorOf()
    await inspectSurvey(survey.id)
    const id = await only(survey)
    const both = await Promise.all([
      decideQuarantine(moderator, id, 'set_aside'),
      decideQuarantine(moderator, id, 'dismissed'),
    ])
    expect(both.map(({ ok }) => ok).sort()).toEqual([false, true])
    expect(both.find(({ ok }) => !ok)).toMatchObject({ problem: { code: 'decided_meanwhile' } })
    expect(await decideQuarantine(moderator, 999_999, 'lifted')).toMatchObject({
      problem: { code: 'not_found' },
    })
  })

  it('that a person left in the count are not proposed again, what comes after is, and is added to', async () => {
    const survey = await stuffedSurvey()
    const moderator = await moderatorOf()
    await inspectSurvey(survey.id)
    const id = await only(survey)
    await decideQuarantine(moderator, id, 'dismissed', 'C’est une école.')
    expect(await inspectSurvey(survey.id)).toEqual([])
    await Promise.all(Array.from({ length: 40 }, (_, n) => cast(survey, 3000 + n, 1, true)))
    expect(await inspectSurvey(survey.id)).toEqual([])
    await Promise.all(Array.from({ length: 40 }, (_, n) => cast(survey, 4000 + n, 1, true)))
    const [again] = await inspectSurvey(survey.id)
    expect(again).not.toBe(id)
    await Promise.all(Array.from({ length: 100 }, (_, n) => cast(survey, 6000 + n, 1, true)))
    expect(await inspectSurvey(survey.id)).toEqual([])
    const extended = await db().quarantine.findUniqueOrThrow({ where: { id: again ?? 0 } })
    expect(extended.size).toBe(180)
  })
})

it('staff see what was found, how it looks and what it would change', async () => {
  const survey = await stuffedSurvey()
  const moderator = await moderatorOf()
  const waiting = await countProposed(moderator)
  await inspectSurvey(survey.id)
  expect(await countProposed(moderator)).toBe(waiting + 1)
  const [shown] = await listQuarantines(moderator, survey.view.slug)
  expect(shown).toMatchObject({
    rule: 'token',
    state: 'proposed',
    size: STUFFED,
    facts: { share: 1, networks: 1 },
  })
  const sum = (counts: number[] = []) => counts.reduce((all, count) => all + count, 0)
  expect([sum(shown?.picture.all), sum(shown?.picture.found)]).toEqual([HONEST + STUFFED, STUFFED])
  const against = shown?.effect.find(({ option }) => option === 'Contre')
  expect(against).toMatchObject({ before: (70 * 100) / 110, after: (20 * 100) / 60, points: -30.3 })
})

it('a text whose ballot is set aside is not shown meanwhile', async () => {
  const survey = await storedSurvey()
  for (let n = 0; n < 45; n++)
    await cast(survey, 1000 + n, 1, true, n ? undefined : 'Un texte de passage, publié.')
  for (let n = 0; n < HONEST; n++) await cast(survey, n, 0)
  const comment = await db().comment.findFirstOrThrow({ where: { surveyId: survey.id } })
  const decision = await db().decision.create({
    data: { surveyId: survey.id, commentId: comment.id, revision: 1, outcome: 'published', rule: 'shell' },
  })
  await db().comment.update({
    where: { id: comment.id },
    data: { decisionId: decision.id, outcome: 'published' },
  })
  const shown = async () => {
    const found = await findSurvey(survey.view.slug)
    return found && (await publishedComments(found)).comments.length
  }
  expect(await shown()).toBe(1)
  await inspectSurvey(survey.id)
  const moderator = await moderatorOf()
  await decideQuarantine(moderator, await only(survey), 'set_aside')
  expect(await shown()).toBe(0)
  await decideQuarantine(moderator, await only(survey), 'lifted')
  expect(await shown()).toBe(1)
})

it('networks are forgotten after two days, and what was proposed of them can still be decided', async () => {
  const survey = await stuffedSurvey()
  await inspectSurvey(survey.id)
  const known = () => db().ballot.count({ where: { surveyId: survey.id, network: { not: null } } })
  expect(await known()).toBe(HONEST + STUFFED)
  await forgetNetworks(new Date(Date.now() + 46 * 3600_000))
  expect(await known()).toBe(HONEST + STUFFED)
  await forgetNetworks(new Date(Date.now() + 48 * 3600_000))
  expect(await known()).toBe(0)
  const id = await only(survey)
  expect(await db().quarantine.findUnique({ where: { id } })).toMatchObject({ network: null })
  await decideQuarantine(await moderatorOf(), id, 'set_aside')
  expect((await expectSound(survey)).b).toBe(HONEST)
})

import { describe, expect, it } from 'vitest'
import { courseAndRecount, tallyAndRecount } from '@/scripts/testing/recount'
import { storedSurvey } from '@/scripts/testing/surveys'
import { db } from '../../platform/db/client'
import type { SurveyRecord } from '../../surveys/queries/public'
import { findBallot } from '../queries/ballot'
import { checkBallot } from '../rules/check'
import { castBallot, withdrawBallot } from './cast'
import type { Evidence } from './orders'
import { writeBallots } from './write-ballots'

const reader = (n: number) => new Uint8Array(16).fill(n)

function answers(survey: SurveyRecord, choices: Record<number, number[]>, text?: string) {
  const given = Object.entries(choices).map(([index, places]) => {
    const question = survey.view.questions[Number(index)]
    return {
      questionId: question?.id ?? 0,
      optionIds: places.map((place) => question?.options[place]?.id ?? 0),
    }
  })
  const open = survey.view.questions.find((question) => question.kind === 'open')
  const checked = checkBallot(survey.view.questions, {
    answers: text ? [{ questionId: open?.id ?? 0, text }, ...given] : given,
  })
  if (!checked.ok) throw new Error(JSON.stringify(checked.problem))
  return checked.value
}

const comments = (survey: SurveyRecord) =>
  db().comment.findMany({
    where: { surveyId: survey.id },
    select: {
      text: true,
      revision: true,
      withdrawnAt: true,
      revisions: { select: { number: true, text: true } },
    },
  })

describe('a ballot', () => {
  it('is cast, changed, withdrawn and cast again, and the tally follows', async () => {
    const survey = await storedSurvey()
    const cast = await castBallot(survey, reader(1), answers(survey, { 1: [0, 4], 2: [0] }))
    expect(cast).toMatchObject({
      ok: true,
      value: { first: true, receipt: expect.stringMatching(/^\w{5}(-\w{5}){3}$/) },
    })
    expect(await castBallot(survey, reader(1), answers(survey, { 2: [1] }))).toMatchObject({
      ok: true,
      value: { first: false },
    })
    expect(await withdrawBallot(survey, reader(1))).toEqual({ ok: true, value: null })
    const { tally: empty } = await tallyAndRecount(survey.id)
    expect(empty).toEqual({})
    expect(await castBallot(survey, reader(1), answers(survey, { 2: [1] }))).toMatchObject({
      ok: true,
      value: { first: true },
    })
    const { tally, recount } = await tallyAndRecount(survey.id)
    const single = survey.view.questions[2]
    expect(tally).toEqual({ b: 1, v1: 1, [`q${single?.id}`]: 1, [`o${single?.options[1]?.id}`]: 1 })
    expect(tally).toEqual(recount)
  })

  it('keeps every state it had in its history', async () => {
    const survey = await storedSurvey()
    await castBallot(survey, reader(1), answers(survey, { 2: [0] }))
    await castBallot(survey, reader(1), answers(survey, { 2: [1] }))
    await castBallot(survey, reader(1), answers(survey, { 2: [1] }))
    await withdrawBallot(survey, reader(1))
    const events = await db().ballotEvent.findMany({ where: { surveyId: survey.id }, orderBy: { id: 'asc' } })
    expect(events.map((event) => event.cells.length)).toEqual([4, 4, 0])
    const head = await db().tallyHead.findFirst({ where: { surveyId: survey.id } })
    expect(head?.seq).toBe(3n)
  })

  it('stays in the hour and with the source of its first cast, and leaves them when withdrawn', async () => {
    const survey = await storedSurvey()
    const cast = (n: number, evidence?: Evidence) =>
      castBallot(survey, reader(n), answers(survey, { 2: [n % 2] }), undefined, evidence)
    const sources = async () => {
      const { course, recount } = await courseAndRecount(survey.id)
      expect(course).toEqual(recount)
      return Object.fromEntries(course.map(({ source, ballots }) => [source, ballots]))
    }
    await Promise.all([cast(1, { source: 'article' }), cast(2, { source: 'article' }), cast(3)])
    expect(await sources()).toEqual({ article: 2, unknown: 1 })
    await db().$executeRaw`
      UPDATE ballot SET cast_at = cast_at - interval '3 hours' WHERE survey_id = ${survey.id} AND source IS NULL`
    await db().$executeRaw`
      UPDATE visit SET hour = hour - interval '3 hours' WHERE survey_id = ${survey.id} AND source = 'unknown'`
    await castBallot(survey, reader(3), answers(survey, { 1: [0, 3] }))
    expect(await sources()).toEqual({ article: 2, unknown: 1 })
    await withdrawBallot(survey, reader(3))
    await withdrawBallot(survey, reader(1))
    expect(await sources()).toEqual({ article: 1 })
    await cast(3, { source: 'social' })
    expect(await sources()).toEqual({ article: 1, unknown: 1 })
  })

  it('keeps how it first came, whatever is said of a change', async () => {
    const survey = await storedSurvey()
    const cast = (evidence: Evidence) =>
      castBallot(survey, reader(1), answers(survey, { 2: [0] }), undefined, evidence)
    await cast({ source: 'search', seconds: 40, network: '09'.repeat(8) })
    await cast({ source: 'social', seconds: 1, network: '08'.repeat(8) })
    expect(
      await db().ballot.findFirst({
        where: { surveyId: survey.id },
        select: { source: true, seconds: true, network: true },
      }),
    ).toEqual({ source: 'search', seconds: 40, network: new Uint8Array(Buffer.from('09'.repeat(8), 'hex')) })
  })

  it('that is set aside can be changed and withdrawn, and moves no count', async () => {
    const survey = await storedSurvey()
    await castBallot(survey, reader(1), answers(survey, { 2: [0] }))
    const { tally: counted } = await tallyAndRecount(survey.id)
    await db().ballot.create({
      data: {
        surveyId: survey.id,
        reader: reader(2),
        cells: ['b'],
        previous: [],
        receiptHash: reader(2),
        quarantineId: 1,
      },
    })
    await castBallot(survey, reader(2), answers(survey, { 2: [1] }))
    await withdrawBallot(survey, reader(2))
    expect((await tallyAndRecount(survey.id)).tally).toEqual(counted)
  })

  it('is refused by the database when the survey is not open, whatever the caller believes', async () => {
    const survey = await storedSurvey()
    await db().survey.update({ where: { id: survey.id }, data: { closesAt: new Date(Date.now() - 1000) } })
    expect(await castBallot(survey, reader(1), answers(survey, { 2: [0] }))).toEqual({
      ok: false,
      problem: { code: 'survey_closed' },
    })
    expect(await db().ballot.count({ where: { surveyId: survey.id } })).toBe(0)
  })

  it('of one reader cannot be stored twice, even past our code', async () => {
    const survey = await storedSurvey()
    await castBallot(survey, reader(1), answers(survey, { 2: [0] }))
    const again = db().$executeRaw`
      INSERT INTO ballot (survey_id, reader, cells, receipt_hash) VALUES (${survey.id}, ${reader(1)}, '{b}', '\\x00')`
    await expect(again).rejects.toMatchObject({ code: 'P2010' })
  })

  it('of many readers arrives together, and each is counted once', async () => {
    const survey = await storedSurvey()
    const other = await storedSurvey()
    const all = await Promise.all(
      Array.from({ length: 300 }, (_, n) => {
        const target = n % 3 ? survey : other
        return castBallot(target, reader(n % 100), answers(target, { 1: [n % 3, 3 + (n % 2)], 3: [0, 2] }))
      }),
    )
    expect(all.every((outcome) => outcome.ok)).toBe(true)
    for (const { id } of [survey, other]) {
      const { tally, recount, ballots, readers } = await tallyAndRecount(id)
      expect(ballots).toBe(readers)
      expect(tally).toEqual(recount)
    }
  })

  it('keeps the tally right when two processes change it at once', async () => {
    const survey = await storedSurvey()
    const order = (n: number, place: number) => ({
      surveyId: survey.id,
      version: 1,
      reader: n.toString(16).padStart(32, '0'),
      cells: `b o${place}`,
      texts: [],
      receiptHash: n.toString(16).padStart(64, '0'),
    })
    // Calls the statement directly, as two processes do: one queue never writes two batches at a time.
    await Promise.all(
      Array.from({ length: 40 }, (_, round) =>
        writeBallots(Array.from({ length: 10 }, (__, n) => order(round % 2 ? n : 9 - n, (round + n) % 5))),
      ),
    )
    const { tally, recount, ballots } = await tallyAndRecount(survey.id)
    expect(ballots).toBe(10)
    expect(tally).toEqual(recount)
  })

  it('that cannot be stored does not fail the ballots beside it', async () => {
    const survey = await storedSurvey()
    const bad = answers(survey, { 2: [0] }).map((answer) => ({ ...answer, text: 'a\u0000b' }))
    const outcomes = await Promise.allSettled([
      castBallot(survey, reader(1), answers(survey, { 2: [0] })),
      castBallot(survey, reader(2), bad),
      castBallot(survey, reader(3), answers(survey, { 2: [1] })),
    ])
    expect(outcomes.map((outcome) => outcome.status)).toEqual(['fulfilled', 'rejected', 'fulfilled'])
    const { tally, recount } = await tallyAndRecount(survey.id)
    expect(tally.b).toBe(2)
    expect(tally).toEqual(recount)
  })
})

describe('the text of a ballot', () => {
  it('becomes a comment, and its changes revisions', async () => {
    const survey = await storedSurvey()
    await castBallot(survey, reader(1), answers(survey, {}, 'Premier'))
    await castBallot(survey, reader(1), answers(survey, { 2: [0] }, 'Premier'))
    await castBallot(survey, reader(1), answers(survey, {}, 'Second'))
    expect(await comments(survey)).toEqual([
      {
        text: 'Second',
        revision: 2,
        withdrawnAt: null,
        revisions: [
          { number: 1, text: 'Premier' },
          { number: 2, text: 'Second' },
        ],
      },
    ])
  })

  it('is withdrawn when it is emptied, and comes back as a new revision', async () => {
    const survey = await storedSurvey()
    await castBallot(survey, reader(1), answers(survey, { 2: [0] }, 'Mon avis'))
    await castBallot(survey, reader(1), answers(survey, { 2: [0] }))
    expect((await comments(survey))[0]?.withdrawnAt).toBeInstanceOf(Date)
    await castBallot(survey, reader(1), answers(survey, { 2: [0] }, 'Mon avis'))
    expect(await comments(survey)).toMatchObject([{ text: 'Mon avis', revision: 2, withdrawnAt: null }])
  })

  it('goes with a withdrawn ballot, and is offered to its author again', async () => {
    const survey = await storedSurvey()
    await castBallot(survey, reader(1), answers(survey, { 2: [2] }, 'Mon avis'))
    await withdrawBallot(survey, reader(1))
    expect((await comments(survey))[0]?.withdrawnAt).toBeInstanceOf(Date)
    const ballot = await findBallot(survey, reader(1))
    const [open, , single] = survey.view.questions
    expect(ballot).toMatchObject({
      withdrawn: true,
      answers: [
        { questionId: open?.id, text: 'Mon avis' },
        { questionId: single?.id, optionIds: [single?.options[2]?.id] },
      ],
    })
  })
})

import { describe, expect, it } from 'vitest'
import { path, question } from '@/scripts/testing/answers'
import { Client } from '@/scripts/testing/client'
import { HONEST, moderatorOf, only, STUFFED, stuffedSurvey } from '@/scripts/testing/stuffed-survey'
import { storedSurvey } from '@/scripts/testing/surveys'
import { findLedger } from '../queries/ledger'
import { inspectSurvey } from './inspect'
import { decideQuarantine } from './quarantine'

describe('the public ledger', () => {
  it('says what was received, counted and set aside by which rule, with its effect in points', async () => {
    const survey = await stuffedSurvey()
    expect(await findLedger(survey)).toEqual({
      received: HONEST + STUFFED,
      counted: HONEST + STUFFED,
      setAside: [],
    })
    await inspectSurvey(survey.id)
    await decideQuarantine(await moderatorOf(), await only(survey), 'set_aside')
    const { body } = await new Client().json(path(survey, '/ledger'))
    const [pour, contre] = question(survey, 'single').options
    expect(body).toMatchObject({ received: HONEST + STUFFED, counted: HONEST })
    expect(body.setAside).toMatchObject([{ rule: 'token', ballots: STUFFED }])
    // 40 of 110, then of 60.
    const moved = body.setAside[0].effect.filter(({ points }: { points: number }) => points !== 0)
    expect(moved).toEqual([
      {
        questionId: question(survey, 'single').id,
        optionId: pour?.id,
        before: (40 * 100) / 110,
        after: (40 * 100) / 60,
        points: 30.3,
      },
      {
        questionId: question(survey, 'single').id,
        optionId: contre?.id,
        before: (70 * 100) / 110,
        after: (20 * 100) / 60,
        points: -30.3,
      },
    ])
    expect(JSON.stringify(body)).not.toMatch(/07070707|network/)
  })

  it('leaves cited results as they were, and their chain whole', async () => {
    const survey = await stuffedSurvey()
    const cited = (await new Client().json(path(survey, '/snapshots'), { method: 'POST' })).body
    await inspectSurvey(survey.id)
    await decideQuarantine(await moderatorOf(), await only(survey), 'set_aside')
    const kept = (await new Client().json(path(survey, `/results/${cited.results.seq}`))).body
    expect(kept).toEqual(cited.results)
    expect((await new Client().json(path(survey, '/results'))).body.ballots).toBe(HONEST)
    const { links } = (await new Client().json(path(survey, '/chain'))).body
    expect(JSON.parse(links.at(-1).facts)).toMatchObject({
      act: 'set_aside',
      rule: 'token',
      ballots: STUFFED,
    })
  })

  it('is hidden as long as the results are', async () => {
    const survey = await storedSurvey({ resultsVisibility: 'after_closing' })
    expect((await new Client().json(path(survey, '/ledger'))).status).toBe(403)
  })
})

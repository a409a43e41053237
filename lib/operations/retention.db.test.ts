import { readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { ballots, choose, path as pathOf } from '@/scripts/testing/answers'
import { Client } from '@/scripts/testing/client'
import { storedMember } from '@/scripts/testing/staff'
import { storedSurvey } from '@/scripts/testing/surveys'
import { db } from '../platform/db/client'
import { keepDraft } from '../platform/http/form-drafts'
import type { Editor } from '../staff/rules/roles'
import { SIGN_INS_DAYS } from '../staff/rules/sign-ins'
import { reopenSurvey } from '../surveys/commands/lifecycle'
import { findForDesk } from '../surveys/queries/desk'
import { forgetSurvey } from '../surveys/queries/public'
import { READER_KEY_DAYS } from '../surveys/rules/lifecycle'
import { KEPT, sweepAll } from './retention'

const DAY_MS = 86_400_000
const daysAgo = (days: number) => new Date(Date.now() - days * DAY_MS)

it('the list of what is kept names every table, each once', () => {
  const schema = readFileSync(path.join(import.meta.dirname, '..', '..', 'prisma', 'schema.prisma'), 'utf8')
  const models = [...schema.matchAll(/^model (\w+)/gm)].map(([, name]) => name)
  const named = KEPT.flatMap((kept) => kept.models as readonly string[])
  expect([...named].sort()).toEqual(models.sort())
})

describe('what is past its time', () => {
  it('goes, and nothing else does', async () => {
    const { id: accountId } = await storedMember('editor')
    const fresh = daysAgo(SIGN_INS_DAYS - 1)
    const old = daysAgo(SIGN_INS_DAYS + 1)
    await db().signIn.createMany({
      data: [fresh, old].map((at) => ({ accountId, outcome: 'in', at })),
    })
    await db().staffSession.createMany({
      data: [daysAgo(6), daysAgo(8)].map((createdAt) => ({ accountId, userAgent: 'test', createdAt })),
    })
    const draft = await keepDraft(
      { fields: [['t1', 'mot']], code: 'invalid_ballot', problems: [] },
      undefined,
    )
    await sweepAll()
    expect(await db().signIn.findMany({ where: { accountId }, select: { at: true } })).toEqual([
      { at: fresh },
    ])
    expect(await db().staffSession.count({ where: { accountId } })).toBe(1)
    expect(await db().formDraft.count({ where: { id: draft } })).toBe(1)
    await sweepAll(new Date(Date.now() + 31 * 60_000))
    expect(await db().formDraft.count({ where: { id: draft } })).toBe(0)
  })

  it('of a closed consultation is its key: no cookie leads to a ballot then, a receipt does', async () => {
    const survey = await storedSurvey()
    const reader = new Client()
    const cast = await reader.json(pathOf(survey, '/ballot'), {
      json: { answers: [choose(survey, 'single', 0)] },
    })
    const close = async (days: number) => {
      await db().survey.update({
        where: { id: survey.id },
        data: { opensAt: daysAgo(90), closesAt: daysAgo(days) },
      })
      forgetSurvey(survey.view.slug)
      await sweepAll()
    }
    await close(READER_KEY_DAYS - 1)
    expect((await reader.json(pathOf(survey, '/ballot'))).status).toBe(200)
    await close(READER_KEY_DAYS + 1)
    expect((await reader.json(pathOf(survey, '/ballot'))).status).toBe(404)
    expect(await ballots(survey)).toBe(1)

    const editor = (await storedMember('editor')) as Editor
    const desk = await findForDesk(editor, survey.view.slug)
    expect(await reopenSurvey(editor, survey.view.slug, desk?.revision ?? 0)).toEqual({
      ok: false,
      problem: { code: 'reader_key_gone' },
    })
    const elsewhere = new Client()
    await elsewhere.json('/api/v1/receipts', { json: { code: cast.body.receipt } })
    expect((await elsewhere.json(pathOf(survey, '/ballot'))).status).toBe(200)
  })
})

import { beforeEach, expect, it } from 'vitest'
import { path } from '@/scripts/testing/answers'
import { Client } from '@/scripts/testing/client'
import { storedSurvey } from '@/scripts/testing/surveys'
import { db } from '../db/client'
import { IPV6_PREFIXES, networkOf } from './client-address'
import { DRAFT_CEILINGS, keepDraft } from './form-drafts'

const form = (bytes: number) => ({
  fields: [['t1', 'é'.repeat(bytes / 2)]] as [string, string][],
  code: 'invalid_ballot' as const,
  problems: [],
})
const kept = () => db().formDraft.count()

beforeEach(async () => {
  await db().throttle.deleteMany()
  await db().formDraft.deleteMany()
})

it('keeps so many refused forms of a network, and no more of a /48, however many links send them', async () => {
  for (let n = 0; n < DRAFT_CEILINGS.forms.points; n++)
    expect(await keepDraft(form(20), '192.0.2')).toBeDefined()
  expect(await keepDraft(form(20), '192.0.2')).toBeUndefined()
  expect(await keepDraft(form(20), '192.0.3')).toBeDefined()
  const before = await kept()
  const most = DRAFT_CEILINGS.forms.points * IPV6_PREFIXES[2].share
  for (let n = 0; n < most + 20; n++)
    await keepDraft(form(20), networkOf(`2001:db8:1:${((n * 257) & 0xffff).toString(16)}::1`))
  expect((await kept()) - before).toBe(most)
})

it('counts bytes as well, of a network and of all together, and one network cannot spend what is for all', async () => {
  const large = 100_000
  const most = Math.floor(DRAFT_CEILINGS.bytes.points / large)
  for (let n = 0; n < 2 * most; n++) await keepDraft(form(large), '192.0.2')
  expect(await kept()).toBeLessThanOrEqual(most)
  expect(await kept()).toBeGreaterThanOrEqual(most - 1)
  expect(await keepDraft(form(large), '192.0.3')).toBeDefined()
  await db().throttle.updateMany({
    where: { key: { startsWith: 'draft.all' } },
    data: { points: DRAFT_CEILINGS.all.points },
  })
  expect(await keepDraft(form(20), '192.0.4')).toBeUndefined()
})

it('gives the page with the refusal where no form is kept any more', async () => {
  const survey = await storedSurvey()
  const send = () =>
    new Client().send(path(survey, '/ballot'), {
      form: 'inconnu=1',
      headers: { accept: 'text/html', 'x-forwarded-for': '198.51.100.7' },
    })
  for (let n = 0; n < DRAFT_CEILINGS.forms.points; n++) expect((await send()).status).toBe(303)
  const refused = await send()
  expect(refused.status).toBe(422)
  expect(await refused.text()).toContain('Ce que vous avez écrit est toujours dans le formulaire')
})

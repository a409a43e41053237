import { describe, expect, it } from 'vitest'
import { tallyAndRecount } from '@/scripts/testing/recount'
import { storedMember } from '@/scripts/testing/staff'
import { expectSound, HONEST, only, STUFFED, stuffedSurvey } from '@/scripts/testing/stuffed-survey'
import { db } from '../../platform/db/client'
import type { Admin } from '../../staff/rules/roles'
import { setAutomatic } from './automatic'
import { inspectSurvey } from './inspect'

describe('a rule that an admin set to act by itself', () => {
  it('sets aside what it finds, in that survey alone, and says that no person did', async () => {
    const [survey, other] = [await stuffedSurvey(), await stuffedSurvey()]
    const admin = (await storedMember('admin')) as Admin
    await setAutomatic(admin, 'token', survey.id, true)
    for (const { id } of [survey, other]) await inspectSurvey(id)
    expect((await expectSound(survey)).b).toBe(HONEST)
    expect((await expectSound(other)).b).toBe(HONEST + STUFFED)
    const act = await db().quarantineAct.findFirst({
      where: { quarantineId: await only(survey), act: 'set_aside' },
    })
    expect(act).toMatchObject({ staffId: null, size: STUFFED })
  })

  it('does so everywhere, but where a survey says otherwise', async () => {
    const [survey, other] = [await stuffedSurvey(), await stuffedSurvey()]
    const admin = (await storedMember('admin')) as Admin
    await setAutomatic(admin, 'token', null, true)
    await setAutomatic(admin, 'token', other.id, false)
    for (const { id } of [survey, other]) await inspectSurvey(id)
    await setAutomatic(admin, 'token', null, false)
    expect((await tallyAndRecount(survey.id)).ballots).toBe(HONEST)
    expect((await tallyAndRecount(other.id)).ballots).toBe(HONEST + STUFFED)
  })
})

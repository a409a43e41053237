import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { expect, it } from 'vitest'
import { isOfBallot } from '../../lib/ballots/commands/erasure-log'
import { db } from '../../lib/platform/db/client'
import { env } from '../../lib/platform/runtime/env'
import { path as addressOf, choose } from '../testing/answers'
import { Client } from '../testing/client'
import { storedSurvey } from '../testing/surveys'
import { gatherErasures } from './gather-erasures'
import { reapplyErasures } from './reapply-erasures'

const HOUR = 3600_000
const ago = (hours: number) => new Date(Date.now() - hours * HOUR).toISOString()

/**
 * Stores a ballot, cast long ago, in a consultation that is open, or was until `closesAt`. Resolves to its receipt as
 * stored.
 */
async function counted(closesAt?: Date): Promise<string> {
  const survey = await storedSurvey({ opensAt: new Date(ago(48)) })
  await new Client().json(addressOf(survey, '/ballot'), { json: { answers: [choose(survey, 'single', 0)] } })
  await db().ballot.updateMany({ where: { surveyId: survey.id }, data: { changedAt: ago(40) } })
  if (closesAt) await db().survey.update({ where: { id: survey.id }, data: { closesAt } })
  const { receiptHash } = await db().ballot.findFirstOrThrow({ where: { surveyId: survey.id } })
  return Buffer.from(receiptHash).toString('hex')
}

it('without a database from before, an intent counts only after the backup and while its consultation was open', async () => {
  const [early, late, closed] = [await counted(), await counted(), await counted(new Date(ago(6)))]
  mkdirSync(env().AVIS_DATA, { recursive: true })
  const lines = [
    { ballot: early, at: ago(20) },
    { ballot: late, at: ago(3) },
    { ballot: closed, at: ago(3) },
  ]
  const list = lines.map((line) => JSON.stringify(line)).join('\n')
  writeFileSync(path.join(env().AVIS_DATA, 'erasures.jsonl'), list)
  const sources = { aside: undefined, at: ago(10) }
  const { outcomes, undecided } = await gatherErasures(sources)
  expect([outcomes.filter(isOfBallot).map(({ ballot }) => ballot), undecided]).toEqual([[late], 1])
  expect(await reapplyErasures(sources)).toEqual({ texts: 0, ballots: 1, undecided: 1 })
  const left = await db().ballot.findMany({ where: { NOT: { cells: { isEmpty: true } } } })
  expect(left.map(({ receiptHash }) => Buffer.from(receiptHash).toString('hex')).sort()).toEqual(
    [early, closed].sort(),
  )
})

it('asks a newer database at its address, and reads a list from another place', async () => {
  const ballot = 'ab'.repeat(32)
  const address = env().DATABASE_URL
  await db().erasure.create({ data: { receiptHash: Buffer.from(ballot, 'hex') } })
  const sources = { aside: undefined, at: ago(1) }
  const there = (await gatherErasures({ ...sources, given: address })).outcomes
  await db().erasure.deleteMany()
  expect(there.filter(isOfBallot).filter((one) => one.ballot === ballot)).toHaveLength(2)
  const file = path.join(env().AVIS_DATA, 'elsewhere.jsonl')
  writeFileSync(file, `${JSON.stringify({ ballot, at: ago(2), done: true })}\n`)
  const { outcomes } = await gatherErasures({ ...sources, given: file })
  expect(outcomes.filter(isOfBallot).map((one) => one.ballot)).toContain(ballot)
  await expect(gatherErasures({ ...sources, given: `${file}.not` })).rejects.toMatchObject({ code: 'ENOENT' })
})

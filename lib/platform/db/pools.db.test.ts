import { expect, it } from 'vitest'
import { openPools } from './adapter'
import { db, longDb, onVotePool, voteDb } from './client'

type Shown = { limit: string; pid: number }
const ofQuery = (client: { $queryRaw: ReturnType<typeof db>['$queryRaw'] }) =>
  client.$queryRaw<Shown[]>`SELECT current_setting('statement_timeout') AS limit, pg_backend_pid() AS pid`

it('each kind of work has connections of its own, also within another', async () => {
  const [usual] = await ofQuery(db())
  const [vote] = await ofQuery(voteDb())
  const seen = await longDb().$transaction(async (tx) => ({
    long: (await ofQuery(tx))[0],
    within: (await ofQuery(db()))[0],
    votes: (await ofQuery(voteDb()))[0],
  }))
  expect([usual?.limit, vote?.limit, seen.long?.limit, seen.within?.limit]).toEqual([
    '10s',
    '10s',
    '2min',
    '10s',
  ])
  expect([seen.within?.pid, seen.votes?.pid]).toEqual([usual?.pid, vote?.pid])
  expect(new Set([usual?.pid, vote?.pid, seen.long?.pid]).size).toBe(3)
  expect([...openPools()].map(({ totalCount }) => totalCount)).toEqual([1, 1, 1])
})

it('queries begun together stay apart', async () => {
  const slug = 'nobody'
  const find = () => db().survey.findFirst({ where: { slug }, select: { id: true } })
  expect(await Promise.all([find(), onVotePool(find), find(), onVotePool(find)])).toEqual([
    null,
    null,
    null,
    null,
  ])
  expect([...openPools()].map(({ totalCount }) => totalCount)).toEqual([2, 2, 1])
})

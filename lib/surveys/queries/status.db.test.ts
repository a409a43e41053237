import { expect, it } from 'vitest'
import { db, Prisma } from '../../platform/db/client'
import { OVER_SQL, statusOf } from '../rules/lifecycle'

const HOURS = [null, -2, -1, 1, 2]
const every = HOURS.flatMap((opens) =>
  HOURS.flatMap((closes) => HOURS.map((archived) => ({ opens, closes, archived }))),
)

it('SQL and TypeScript read the same state from a survey’s times', async () => {
  const rows = await db().$queryRaw<
    {
      now: Date
      opens: Date | null
      closes: Date | null
      archived: Date | null
      open: boolean
      over: boolean
    }[]
  >`
    SELECT now() AS now, opens_at AS opens, closes_at AS closes, archived_at AS archived,
      coalesce(accepts_ballots(opens_at, closes_at, archived_at), false) AS open, coalesce(${Prisma.raw(OVER_SQL)}, false) AS over
    FROM (
      SELECT now() + opens * interval '1 hour' AS opens_at, now() + closes * interval '1 hour' AS closes_at,
        now() + archived * interval '1 hour' AS archived_at
      FROM json_to_recordset(${JSON.stringify(every)}::json) AS t (opens int, closes int, archived int)
    ) AS s`
  expect(rows.length).toBe(every.length)
  const seen = new Set<string>()
  for (const { now, opens, closes, archived, open, over } of rows) {
    const status = statusOf({ opensAt: opens, closesAt: closes, archivedAt: archived }, now)
    seen.add(status)
    expect({ status, open }).toEqual({ status, open: status === 'open' })
    // SQL never receives a survey that readers have never seen.
    if (status !== 'draft' && status !== 'scheduled')
      expect({ status, over }).toEqual({ status, over: status !== 'open' })
  }
  expect([...seen].sort()).toEqual(['archived', 'closed', 'draft', 'open', 'scheduled'])
})

import { type Fault, type Invariant, MAX_FAULTS } from '../../platform/db/invariant'
import { TITLE } from '../../platform/db/title'
import { isIntact } from '../rules/snapshot'
import type { FrozenContext, Results } from '../schema'

type Row = { seq: bigint; version: number; body: string; context: string | null }

/** Snapshots read at a time. */
const BATCH = 500

function faultOfBody({ seq, version, body, context }: Row): string | undefined {
  try {
    const results = JSON.parse(body) as Results
    if (!isIntact(results)) return 'its hash is not of its figures'
    const beside = context === null ? undefined : (JSON.parse(context) as FrozenContext)
    if (beside && !(isIntact(beside) && beside.results === results.hash))
      return 'its context is not what its hash is of'
    return results.seq === Number(seq) && results.version === version ? undefined : 'is of another moment'
  } catch {
    return 'cannot be read'
  }
}

/** Checks that cited results are unchanged since they were cited. */
const snapshots: Invariant = {
  name: 'cited results are intact',
  find: async (tx, surveyId) => {
    const faults: Fault[] = []
    let after = { seq: 0n, version: 0 }
    for (;;) {
      const rows = await tx.$queryRaw<Row[]>`
        SELECT seq, version, body, context FROM snapshot
        WHERE title_id = ${TITLE} AND survey_id = ${surveyId} AND (seq, version) > (${after.seq}::bigint, ${after.version}::int)
        ORDER BY seq, version LIMIT ${BATCH}`
      for (const row of rows) {
        const wrong = faultOfBody(row)
        if (wrong)
          faults.push({ row: `snapshot (survey ${surveyId}, ${row.seq}, version ${row.version})`, wrong })
      }
      const last = rows.at(-1)
      if (!last || rows.length < BATCH || faults.length >= MAX_FAULTS) return faults
      after = last
    }
  },
}

export const resultInvariants: Invariant[] = [snapshots]

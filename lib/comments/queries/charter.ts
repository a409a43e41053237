import { db } from '../../platform/db/client'

export type CharterView = { version: number; text: string; at: string }

const selected = { version: true, text: true, at: true } as const
const viewOf = ({ version, text, at }: { version: number; text: string; at: Date }): CharterView => ({
  version,
  text: text.trim(),
  at: at.toISOString(),
})

/** Returns the charter in force, or the given version; undefined when there was none. */
export async function findCharter(version?: number): Promise<CharterView | undefined> {
  const row = await db().charter.findFirst({
    where: version === undefined ? {} : { version },
    orderBy: { version: 'desc' },
    select: selected,
  })
  return row ? viewOf(row) : undefined
}

/** Returns every version with its date, newest first. */
export async function charterVersions(): Promise<{ version: number; at: string }[]> {
  const rows = await db().charter.findMany({
    orderBy: { version: 'desc' },
    select: { version: true, at: true },
  })
  return rows.map(({ version, at }) => ({ version, at: at.toISOString() }))
}

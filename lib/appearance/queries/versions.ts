import { db } from '../../platform/db/client'
import type { Admin } from '../../staff/rules/roles'

/** Limits the versions shown: recent changes are seen at a glance; older ones are history. */
const SHOWN = 10

/** A version of the appearance as admins see it. */
export type AppearanceVersion = {
  version: number
  name: string | null
  accent: string | null
  accentDark: string | null
  hasLogo: boolean
  /** The name of its author; null where it was the shell. */
  by: string | null
  at: Date
}

/** Resolves to the newest versions of the appearance with their authors and times, newest first. */
export async function appearanceVersions(_by: Admin): Promise<AppearanceVersion[]> {
  const rows = await db().appearance.findMany({
    orderBy: { version: 'desc' },
    take: SHOWN,
    select: {
      version: true,
      name: true,
      accent: true,
      accentDark: true,
      logoId: true,
      at: true,
      staff: { select: { name: true } },
    },
  })
  return rows.map(({ staff, logoId, ...row }) => ({
    ...row,
    hasLogo: logoId !== null,
    by: staff?.name ?? null,
  }))
}

import { db } from '../../platform/db/client'
import type { Admin } from '../../staff/rules/roles'

/** What was changed lately is seen at a glance; what is older is history. */
const SHOWN = 10

export type AppearanceVersion = {
  version: number
  name: string | null
  accent: string | null
  accentDark: string | null
  hasLogo: boolean
  /** Who made it; null where the shell did. */
  by: string | null
  at: Date
}

/** The newest versions of the appearance with who made them and when, the newest first. */
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

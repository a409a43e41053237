/** How this site calls itself and looks, as of at most a moment ago: kept in the process, for whatever shows it. */

import { db } from '../../platform/db/client'
import { setTheme } from '../../platform/http/theme'
import { oncePerProcess } from '../../platform/runtime/per-process'
import { log } from '../../platform/telemetry/log'
import { tokenStyle } from '../css/style-sheet'
import type { Hex } from '../rules/colour'
import type { Size } from '../rules/logo'
import { type Accents, accentsOf } from '../rules/palette'

/** Until a newsroom gives it another. */
export const OWN_NAME = 'Avis'
/** A change made in another process is seen here after this long. */
export const FRESH_MS = 2_000

/** Of a logo: the name of its file is its content's hash. */
type SiteLogo = Size & { id: string }
export type Site = {
  /** Grows with each change; 0 before the first. */
  version: number
  name: string
  /** Whether a newsroom gave it that name. */
  named: boolean
  /** Undefined for the colours of the house. */
  accents: Accents | undefined
  logo: SiteLogo | undefined
}

const OWN: Site = { version: 0, name: OWN_NAME, named: false, accents: undefined, logo: undefined }

type Kept = { site: Site; until: number; reading: Promise<Site> | undefined }
const kept = () =>
  oncePerProcess<Kept>('site', () => {
    applyTheme(OWN)
    return { site: OWN, until: 0, reading: undefined }
  })

/** Gives the pages of a few words this site's name and colours. */
function applyTheme({ name, accents }: Site) {
  setTheme({ siteName: name, style: tokenStyle(['paper', 'ink', 'muted', 'rule', 'accent'], accents) })
}

async function read(): Promise<Site> {
  const row = await db().appearance.findFirst({
    orderBy: { version: 'desc' },
    select: {
      version: true,
      name: true,
      accent: true,
      accentDark: true,
      logo: { select: { id: true, width: true, height: true } },
    },
  })
  if (!row) return OWN
  return {
    version: row.version,
    name: row.name ?? OWN_NAME,
    named: row.name !== null,
    accents: accentsOf(row.accent as Hex | null, row.accentDark as Hex | null),
    logo: row.logo ?? undefined,
  }
}

/**
 * The site as this process knows it, without a look into the database: for what is on the way of a vote, of results and of
 * copied pages. The same object until something changes.
 */
export const site = (): Site => kept().site

/** The site as of at most FRESH_MS ago; as it was, while the database is away. */
export async function freshSite(): Promise<Site> {
  const now = kept()
  if (Date.now() < now.until) return now.site
  now.reading ??= read()
    .then((found) => {
      if (found.version !== now.site.version) {
        now.site = found
        applyTheme(found)
      }
      return now.site
    })
    .catch((error) => {
      log().warn({ err: error }, 'the appearance could not be read')
      return now.site
    })
    .finally(() => {
      // Also after a reading that failed: a database that is away is not asked for each page.
      now.until = Date.now() + FRESH_MS
      now.reading = undefined
    })
  return now.reading
}

/** Reads it anew at once: for who has just changed it. */
export async function changedSite(): Promise<Site> {
  const now = kept()
  await now.reading
  now.until = 0
  return freshSite()
}

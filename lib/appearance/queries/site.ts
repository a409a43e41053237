/**
 * How this site names itself and looks, at most two seconds old. It is cached in the process, for everything that shows
 * it.
 */

import { db } from '../../platform/db/client'
import { setTheme } from '../../platform/http/theme'
import { oncePerProcess } from '../../platform/runtime/per-process'
import { log } from '../../platform/telemetry/log'
import { tokenStyle } from '../css/style-sheet'
import type { Hex } from '../rules/colour'
import type { Size } from '../rules/logo'
import { type Accents, accentsOf } from '../rules/palette'

/** The site's name until a newsroom sets another. */
export const OWN_NAME = 'Avis'
/** Milliseconds after which a change made in another process is seen here. */
export const FRESH_MS = 2_000

/** A logo; the name of its file is its content's hash. */
type SiteLogo = Size & { id: string }
/** The name and look of this site. */
export type Site = {
  /** Grows with each change; 0 before the first. */
  version: number
  name: string
  /** Whether a newsroom set that name. */
  named: boolean
  /** Undefined for Avis's own colours. */
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

/** Passes this site's name and colours to the pages of a few words. */
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
 * Returns the site as this process knows it, without a query: for votes, results and copied pages. It is the same
 * object until something changes.
 */
export const site = (): Site => kept().site

/** Resolves to the site as of at most FRESH_MS ago; to the last known one while the database is unreachable. */
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
      // Also after a read that failed: an unreachable database is not queried for each page.
      now.until = Date.now() + FRESH_MS
      now.reading = undefined
    })
  return now.reading
}

/** Rereads the site at once: for the process that has just changed it. */
export async function changedSite(): Promise<Site> {
  const now = kept()
  await now.reading
  now.until = 0
  return freshSite()
}

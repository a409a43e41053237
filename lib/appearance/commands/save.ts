import { db } from '../../platform/db/client'
import { isUniqueViolation } from '../../platform/db/errors'
import { type FieldProblem, type Outcome, refusal, success } from '../../platform/http/problem-codes'
import type { Admin } from '../../staff/rules/roles'
import { changedSite } from '../queries/site'
import { passes } from '../rules/contrast'
import { accentsOf } from '../rules/palette'
import type { AppearanceInput } from '../schema'

const UNTOUCHED = { version: 0, name: null, accent: null, accentDark: null, logoId: null }
type Fields = Record<Exclude<keyof typeof UNTOUCHED, 'version'>, string | null>
type NewLogo = { id: string; png: Uint8Array<ArrayBuffer>; width: number; height: number }

/**
 * Creates the version after `basedOn` with these changes, and stores `logo` with it. Fields not named stay. Unchanged
 * fields create no new version. Refuses with `edited_meanwhile` when another admin's version came in between.
 */
export async function change(
  admin: Admin,
  basedOn: number,
  changes: Partial<Fields>,
  logo?: NewLogo,
): Promise<Outcome<{ version: number }>> {
  const newest = await db().appearance.findFirst({ orderBy: { version: 'desc' } })
  const { version, name, accent, accentDark, logoId } = newest ?? UNTOUCHED
  if (version !== basedOn) return refusal('edited_meanwhile')
  const before: Fields = { name, accent, accentDark, logoId }
  const after = { ...before, ...changes }
  if ((Object.keys(before) as (keyof Fields)[]).every((field) => before[field] === after[field]))
    return success({ version })
  try {
    await db().$transaction([
      db().logo.createMany({ data: logo ? [logo] : [], skipDuplicates: true }),
      db().appearance.create({ data: { ...after, version: version + 1, staffId: admin.id } }),
    ])
  } catch (error) {
    if (isUniqueViolation(error)) return refusal('edited_meanwhile')
    throw error
  }
  await changedSite()
  return success({ version: version + 1 })
}

function faultsOf({ accent, accentDark }: AppearanceInput): FieldProblem[] {
  const accents = accentsOf(accent, accentDark)
  if (!accents) return []
  const low = (field: 'accent' | 'accentDark', code: FieldProblem['code']) => ({ code, path: [field], field })
  return [
    ...(passes(accents.light, 'light') ? [] : [low('accent', 'contrast_low')]),
    // A derived colour passes by its construction.
    ...(!accentDark || passes(accentDark, 'dark') ? [] : [low('accentDark', 'contrast_low_dark')]),
  ]
}

/**
 * Sets the site's name and accents; an empty one means Avis's own. `basedOn` is the version that the admin saw. Refuses
 * an accent whose contrast is too low somewhere (rules/contrast.ts).
 */
export async function saveAppearance(
  admin: Admin,
  input: AppearanceInput,
  basedOn: number,
): Promise<Outcome<{ version: number }>> {
  const faults = faultsOf(input)
  if (faults.length) return refusal('invalid_request', faults)
  return change(admin, basedOn, { ...input, name: input.name || null })
}

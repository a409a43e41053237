import { createHash } from 'node:crypto'
import { type FieldCode, type Outcome, refusal, success } from '../../platform/http/problem-codes'
import { redrawn } from '../../platform/images/png'
import type { Admin } from '../../staff/rules/roles'
import { fitted, kindOf, LOGO_BYTES, LOGO_SIDE, type Size, sizeOf } from '../rules/logo'
import { change } from './save'

const refused = (code: FieldCode, values?: Record<string, number>) =>
  refusal('invalid_request', [{ code, path: ['logo'], field: 'logo', ...(values && { values }) }])

type Drawn = Size & { png: Uint8Array<ArrayBuffer> }

/**
 * Redraws the logo in `file` as it is stored. Refuses a file that is no PNG by its content, too large, or cannot be
 * drawn.
 */
async function drawn(file: Uint8Array): Promise<Outcome<Drawn>> {
  if (!file.length) return refused('logo_missing')
  if (file.length > LOGO_BYTES) return refused('logo_large', { max: LOGO_BYTES / 1024 })
  if (kindOf(file) !== 'png') return refused('logo_kind')
  const size = sizeOf(file)
  if (!size) return refused('logo_unreadable')
  if (Math.max(size.width, size.height) > LOGO_SIDE) return refused('logo_sides', { max: LOGO_SIDE })
  const kept = fitted(size)
  const png = await redrawn(file, kept)
  return png ? success({ ...kept, png }) : refused('logo_unreadable')
}

/** Sets the site's logo from `file`, redrawn: bytes that were sent are never served. */
export async function saveLogo(
  admin: Admin,
  file: Uint8Array,
  basedOn: number,
): Promise<Outcome<{ version: number }>> {
  const made = await drawn(file)
  if (!made.ok) return made
  const id = createHash('sha256').update(made.value.png).digest('hex')
  return change(admin, basedOn, { logoId: id }, { id, ...made.value })
}

/** Removes the logo: the site's name replaces it. */
export const removeLogo = (admin: Admin, basedOn: number) => change(admin, basedOn, { logoId: null })

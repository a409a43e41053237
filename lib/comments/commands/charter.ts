import { db } from '../../platform/db/client'
import { isUniqueViolation } from '../../platform/db/errors'
import { type Outcome, refusal, success } from '../../platform/http/problem-codes'
import type { Admin } from '../../staff/rules/roles'
import { CHARTER_LENGTH } from '../schema'

/**
 * Stores `text` as the charter's next version after `basedOn`; earlier ones stay, for the decisions that name them. An
 * unchanged text creates no new version. Refusals: `invalid_request` for one that is empty or too long, and
 * `edited_meanwhile` when another admin saved a version in between.
 */
export async function saveCharter(
  admin: Admin,
  text: string,
  basedOn: number,
): Promise<Outcome<{ version: number }>> {
  const given = text.trim()
  const long = given.length > CHARTER_LENGTH
  if (long || !given) {
    const values = { max: CHARTER_LENGTH, length: given.length }
    return refusal('invalid_request', [
      { code: long ? 'text_too_long' : 'empty', path: ['text'], field: 'text', values },
    ])
  }
  const newest = await db().charter.findFirst({ orderBy: { version: 'desc' } })
  if (newest && newest.version !== basedOn) return refusal('edited_meanwhile')
  if (newest?.text.trim() === given) return success({ version: newest.version })
  const version = basedOn + 1
  try {
    await db().charter.create({ data: { version, text: given, staffId: admin.id } })
  } catch (error) {
    if (isUniqueViolation(error)) return refusal('edited_meanwhile')
    throw error
  }
  return success({ version })
}

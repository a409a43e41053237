import { db } from '../../platform/db/client'
import type { Admin } from '../../staff/rules/roles'
import type { IntegrityRule } from '../rules/integrity/finding'

/**
 * Says whether a rule sets aside by itself what it finds from now on: in one survey, or in all that say nothing of
 * their own. Null takes a survey's own word back.
 */
export async function setAutomatic(
  admin: Admin,
  rule: IntegrityRule,
  surveyId: number | null,
  automatic: boolean | null,
): Promise<void> {
  await db().automaticRule.create({ data: { rule, surveyId, automatic, staffId: admin.id } })
}

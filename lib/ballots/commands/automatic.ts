import { db } from '../../platform/db/client'
import type { Admin } from '../../staff/rules/roles'
import type { IntegrityRule } from '../rules/integrity/finding'

/**
 * Sets whether a rule sets aside automatically what it finds from now on. Applies to one survey, or to all surveys
 * without a setting of their own. Null removes a survey's own setting.
 */
export async function setAutomatic(
  admin: Admin,
  rule: IntegrityRule,
  surveyId: number | null,
  automatic: boolean | null,
): Promise<void> {
  await db().automaticRule.create({ data: { rule, surveyId, automatic, staffId: admin.id } })
}

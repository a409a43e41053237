import { db } from '../../platform/db/client'
import { INTEGRITY_RULES, type IntegrityRule } from '../rules/integrity/finding'

/** The setting of each rule: of the survey itself, and of all surveys without their own. */
export type AutomaticRules = Record<IntegrityRule, { everywhere: boolean; here?: boolean }>

/** Returns which rules act automatically; none does unless an admin enabled it. */
export async function findAutomatic(surveyId: number | null): Promise<AutomaticRules> {
  const rows = await db().$queryRaw<{ rule: string; here: boolean; automatic: boolean | null }[]>`
    SELECT DISTINCT ON (rule, survey_id) rule, survey_id IS NOT NULL AS here, automatic
    FROM automatic_rule WHERE survey_id IS NULL OR survey_id = ${surveyId}
    ORDER BY rule, survey_id, id DESC`
  const said = (rule: IntegrityRule, here: boolean) =>
    rows.find((row) => row.rule === rule && row.here === here)?.automatic
  return Object.fromEntries(
    INTEGRITY_RULES.map((rule) => {
      const own = said(rule, true)
      return [rule, { everywhere: said(rule, false) ?? false, ...(own != null && { here: own }) }]
    }),
  ) as AutomaticRules
}

/** Returns whether a rule acts automatically here: by the survey's own setting, else by the general one. */
export const isAutomatic = (rules: AutomaticRules, rule: IntegrityRule) =>
  rules[rule].here ?? rules[rule].everywhere

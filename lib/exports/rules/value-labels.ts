import { INTEGRITY_RULES } from '../../ballots/rules/integrity/finding'
import { CHECK_FAILED, RULES } from '../../comments/rules/finding'
import { ESCALATED, REASON_CODES } from '../../comments/rules/reasons'
import type { Locale } from '../../platform/i18n/locale'
import { translator } from '../../platform/i18n/messages'

export type Meaning = { value: string; label: string }

const OUTCOMES = ['published', 'held', 'rejected'] as const

/**
 * Returns what the words in a column stand for, in `language`: outcomes, reasons and rules, as the desk names them. None
 * for a column whose words are those of the consultation or of its readers.
 */
export function valueLabelsOf(column: string, language: Locale): Meaning[] {
  const t = (...said: Parameters<ReturnType<typeof translator<'moderation'>>>) =>
    translator(language, 'moderation')(...said)
  const named = <V extends string>(values: readonly V[], label: (value: V) => string): Meaning[] =>
    values.map((value) => ({ value, label: label(value) }))
  switch (column) {
    case 'outcome':
      return [
        { value: 'received', label: translator(language, 'codebook')('received') },
        ...named(OUTCOMES, (value) => t(`outcome.${value}`)),
      ]
    case 'reason':
      return named([...REASON_CODES, ESCALATED] as const, (value) => t(`reason.${value}`))
    case 'rule':
      return named([...RULES, CHECK_FAILED, 'shell'] as const, (value) => t(`rule.${value}`))
    case 'set_aside':
      return named(INTEGRITY_RULES, (value) => translator(language, 'integrity')(`rules.${value}.name`))
    default:
      return []
  }
}

import type { Locale } from '../../platform/i18n/locale'
import { translator } from '../../platform/i18n/messages'
import { localDay } from '../../platform/i18n/newsroom-clock'
import { DSA_TERRITORIES, ILLEGAL, INCOMPATIBLE } from './dsa-rules'
import { RULES } from './finding'
import { REASONS, type Reason } from './reasons'

/** What is known of a rejection beyond its text. */
export type StatementSource = {
  decisionId: string
  /** Undefined where it was not recorded, or is not on the charter's list. */
  reason: Reason | undefined
  /** The law that an illegal text breaks. */
  law: string | null
  /** The check that found the comment, or held it as any other. */
  rule: string | null
  automated: boolean
  /** The language of its survey, in which its reason is stated. */
  language: Locale
  /** The language of the text, if different. */
  written?: string | undefined
  sentAt: Date
  decidedAt: Date
  charterVersion: number | null
  /** The reports on it that this decision answers. */
  reported: 'illegal' | 'flag' | undefined
}

/** Checks that hold a comment without having found anything in it. */
const FOUND_NOTHING = ['mode', 'newcomer', 'shell', 'closed', 'muted']

const isFound = (rule: string | null): rule is (typeof RULES)[number] =>
  rule !== null && RULES.some((known) => known === rule) && !FOUND_NOTHING.includes(rule)

/** Describes in plain sentences what brought the comment up, and who decided. Quotes nothing from it. */
export function factsOf(
  { rule, automated }: Pick<StatementSource, 'rule' | 'automated'>,
  locale: Locale,
): string {
  const own = translator(locale, 'comments')
  const names = translator(locale, 'moderation')
  const decided = own(automated ? 'own.decidedByRule' : 'own.decidedByPerson')
  if (isFound(rule)) return `${own('own.factsRule', { rule: names(`rule.${rule}`) })} ${decided}`
  return automated ? decided : `${own('own.factsRead')} ${decided}`
}

const SOURCES = {
  illegal: 'SOURCE_ARTICLE_16',
  flag: 'SOURCE_TYPE_OTHER_NOTIFICATION',
  none: 'SOURCE_VOLUNTARY',
} as const

/**
 * Builds the statement of reasons of article 17 of the Digital Services Act (EU 2022/2065). Uses the fields of the
 * Commission's Transparency Database. Contains neither the comment's text, nor its author, nor who decided. Nor
 * anything that was not stated: no default replaces a missing reason, law or charter (`checkStatement` then leaves it
 * out).
 */
export function dsaStatement(source: StatementSource) {
  const { reason, law, language, written, automated, rule, reported, charterVersion } = source
  const { category, ground } = reason ? REASONS[reason] : {}
  const name = reason && translator(language, 'moderation')(`reason.${reason}`)
  const own = translator(language, 'comments')
  const explanation = ground && own(`own.grounds.${ground}`)
  const charter = charterVersion ? own('own.charter', { version: charterVersion }) : own('own.charterAlone')
  return {
    decision_visibility: ['DECISION_VISIBILITY_CONTENT_DISABLED'],
    ...(ground === 'law' && {
      decision_ground: ILLEGAL,
      illegal_content_legal_ground: law ?? undefined,
      illegal_content_explanation: explanation,
    }),
    ...(ground === 'charter' && {
      decision_ground: INCOMPATIBLE,
      incompatible_content_ground: `${name} (${charter})`,
      incompatible_content_explanation: explanation,
    }),
    decision_facts: factsOf(source, language),
    content_type: ['CONTENT_TYPE_TEXT'],
    category: category && `STATEMENT_CATEGORY_${category}`,
    // A comment that is not shown is not shown anywhere.
    territorial_scope: DSA_TERRITORIES,
    content_language: (written ?? language).toUpperCase(),
    content_date: localDay(source.sentAt),
    application_date: localDay(source.decidedAt),
    source_type: SOURCES[reported ?? 'none'],
    automated_detection: isFound(rule) ? 'Yes' : 'No',
    automated_decision: automated ? 'AUTOMATED_DECISION_FULLY' : 'AUTOMATED_DECISION_NOT_AUTOMATED',
    puid: `avis-${source.decisionId}`,
  }
}

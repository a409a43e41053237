import type { Locale } from '../../language'
import { translator } from '../../messages'
import { RULES } from './finding'
import { REASONS, type Reason } from './reasons'

/** What is known of a rejection beyond its text. */
export type StatementSource = {
  decisionId: string
  reason: Reason
  /** The check that found the comment, or held it as any other. */
  rule: string | null
  automated: boolean
  /** Of its survey, in which its reason is given. */
  language: Locale
  /** Of the text, where it is another. */
  written?: string | undefined
  sentAt: Date
  decidedAt: Date
  charterVersion: number | null
  /** What readers had said of it that this decision answers. */
  reported: 'illegal' | 'flag' | undefined
}

/** The European Economic Area: a comment that is not shown is not shown anywhere. */
const TERRITORIES =
  'AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IS IT LI LT LU LV MT NL NO PL PT RO SE SI SK'.split(' ')
/** Checks that hold a comment without having found anything in it. */
const FOUND_NOTHING = ['mode', 'newcomer', 'shell', 'closed', 'muted']

const isFound = (rule: string | null): rule is (typeof RULES)[number] =>
  rule !== null && RULES.some((known) => known === rule) && !FOUND_NOTHING.includes(rule)

/** In plain sentences: what brought the comment up, and who decided. Nothing of what it said. */
export function factsOf(
  { rule, automated }: Pick<StatementSource, 'rule' | 'automated'>,
  locale: Locale,
): string {
  const own = translator(locale, 'comments')
  const names = translator(locale, 'moderation')
  const found = isFound(rule) ? own('own.factsRule', { rule: names(`rule.${rule}`) }) : own('own.factsRead')
  return `${found} ${own(automated ? 'own.decidedByRule' : 'own.decidedByPerson')}`
}

const SOURCES = {
  illegal: 'SOURCE_ARTICLE_16',
  flag: 'SOURCE_TYPE_OTHER_NOTIFICATION',
  none: 'SOURCE_VOLUNTARY',
} as const

const day = (at: Date) => at.toISOString().slice(0, 10)

/**
 * The statement of reasons of article 17 of the Digital Services Act (EU 2022/2065), in the fields of the Commission's
 * Transparency Database (API schema of July 2025): without the comment's text, its author or who decided.
 */
export function dsaStatement(source: StatementSource) {
  const { reason, language, written, automated, rule, reported } = source
  const { category, ground } = REASONS[reason]
  const name = translator(language, 'moderation')(`reason.${reason}`)
  const own = translator(language, 'comments')
  const explanation = own(`own.grounds.${ground}`)
  const legal = ground === 'law'
  return {
    decision_visibility: ['DECISION_VISIBILITY_CONTENT_DISABLED'],
    decision_ground: legal ? 'DECISION_GROUND_ILLEGAL_CONTENT' : 'DECISION_GROUND_INCOMPATIBLE_CONTENT',
    ...(legal
      ? { illegal_content_legal_ground: name, illegal_content_explanation: explanation }
      : {
          incompatible_content_ground: `${name} (${own('own.charter', { version: source.charterVersion ?? 1 })})`,
          incompatible_content_explanation: explanation,
          incompatible_content_illegal: 'No',
        }),
    decision_facts: factsOf(source, language),
    content_type: ['CONTENT_TYPE_TEXT'],
    category: `STATEMENT_CATEGORY_${category}`,
    territorial_scope: TERRITORIES,
    content_language: (written ?? language).toUpperCase(),
    content_date: day(source.sentAt),
    application_date: day(source.decidedAt),
    source_type: SOURCES[reported ?? 'none'],
    automated_detection: isFound(rule) ? 'Yes' : 'No',
    automated_decision: automated ? 'AUTOMATED_DECISION_FULLY' : 'AUTOMATED_DECISION_NOT_AUTOMATED',
    puid: `avis-${source.decisionId}`,
  }
}

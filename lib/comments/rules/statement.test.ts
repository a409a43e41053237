import { expect, it } from 'vitest'
import { REASON_CODES } from './reasons'
import { dsaStatement, type StatementSource } from './statement'

const source = (changes: Partial<StatementSource> = {}): StatementSource => ({
  decisionId: '42',
  reason: 'insult',
  rule: 'mode',
  automated: false,
  language: 'fr',
  sentAt: new Date('2026-03-01T23:30:00Z'),
  decidedAt: new Date('2026-03-02T08:00:00Z'),
  charterVersion: 3,
  reported: undefined,
  ...changes,
})

it('a person’s decision on the charter, read as any other text', () => {
  expect(dsaStatement(source())).toMatchObject({
    decision_visibility: ['DECISION_VISIBILITY_CONTENT_DISABLED'],
    decision_ground: 'DECISION_GROUND_INCOMPATIBLE_CONTENT',
    incompatible_content_ground: 'Insulte (charte, version 3)',
    incompatible_content_illegal: 'No',
    decision_facts: 'Une personne de la rédaction a lu ce texte. La décision a été prise par une personne.',
    content_type: ['CONTENT_TYPE_TEXT'],
    category: 'STATEMENT_CATEGORY_ILLEGAL_OR_HARMFUL_SPEECH',
    content_language: 'FR',
    content_date: '2026-03-01',
    application_date: '2026-03-02',
    source_type: 'SOURCE_VOLUNTARY',
    automated_detection: 'No',
    automated_decision: 'AUTOMATED_DECISION_NOT_AUTOMATED',
    puid: 'avis-42',
  })
})

it('a check that found something, alone or before a person, and what readers had said', () => {
  expect(dsaStatement(source({ rule: 'banned_words', automated: true, language: 'en' }))).toMatchObject({
    decision_facts: 'An automatic check flagged this text: Banned words. The decision was automatic.',
    automated_detection: 'Yes',
    automated_decision: 'AUTOMATED_DECISION_FULLY',
    content_language: 'EN',
  })
  expect(dsaStatement(source({ written: 'de' })).content_language).toBe('DE')
  expect(dsaStatement(source({ rule: 'links' }))).toMatchObject({
    automated_detection: 'Yes',
    automated_decision: 'AUTOMATED_DECISION_NOT_AUTOMATED',
  })
  expect(dsaStatement(source({ reported: 'illegal' })).source_type).toBe('SOURCE_ARTICLE_16')
  expect(dsaStatement(source({ reported: 'flag' })).source_type).toBe('SOURCE_TYPE_OTHER_NOTIFICATION')
})

it('what the law forbids has a legal ground and none of the charter', () => {
  const statement = dsaStatement(source({ reason: 'illegal' }))
  expect(statement).toMatchObject({
    decision_ground: 'DECISION_GROUND_ILLEGAL_CONTENT',
    illegal_content_legal_ground: 'Illicite',
  })
  expect(statement).not.toHaveProperty('incompatible_content_ground')
})

it('every reason makes a whole statement that names the whole area', () => {
  for (const reason of REASON_CODES) {
    const statement = dsaStatement(source({ reason }))
    expect(statement.category).toMatch(/^STATEMENT_CATEGORY_[A-Z_]+$/)
    expect(statement.territorial_scope).toHaveLength(30)
    expect(statement.puid).toMatch(/^[\w-]+$/)
    for (const value of Object.values(statement)) expect(value).toBeTruthy()
  }
})

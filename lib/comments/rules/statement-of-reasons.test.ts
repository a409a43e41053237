import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { translator } from '../../platform/i18n/messages'
import { checkStatement } from './dsa-check'
import { DSA_RULES } from './dsa-rules'
import { RULES } from './finding'
import { REASON_CODES } from './reasons'
import { dsaStatement, factsOf, type StatementSource } from './statement-of-reasons'

const source = (changes: Partial<StatementSource> = {}): StatementSource => ({
  decisionId: '42',
  reason: 'insult',
  law: null,
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
    decision_facts: 'Une personne de la rédaction a lu ce texte. La décision a été prise par une personne.',
    content_type: ['CONTENT_TYPE_TEXT'],
    category: 'STATEMENT_CATEGORY_ILLEGAL_OR_HARMFUL_SPEECH',
    content_language: 'FR',
    content_date: '2026-03-02',
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

it('what the law forbids has the law that was named as its ground, and none of the charter', () => {
  const statement = dsaStatement(source({ reason: 'illegal', law: 'Loi de 1881, art. 29' }))
  expect(statement).toMatchObject({
    decision_ground: 'DECISION_GROUND_ILLEGAL_CONTENT',
    illegal_content_legal_ground: 'Loi de 1881, art. 29',
  })
  expect(statement).not.toHaveProperty('incompatible_content_ground')
})

it('every reason makes a whole statement that the database takes', () => {
  for (const reason of REASON_CODES) {
    const statement = dsaStatement(source({ reason, law: reason === 'illegal' ? 'Loi de 1881' : null }))
    expect(checkStatement(statement)).toEqual({ statement, leftOut: [] })
    expect(statement.territorial_scope).toHaveLength(30)
    for (const value of Object.values(statement)) expect(value).toBeTruthy()
  }
})

it('nothing fills in what nobody said: not a ground, not a law, not a charter, not whether it is legal', () => {
  for (const [changes, attribute] of [
    [{ reason: undefined }, 'decision_ground'],
    [{ reason: undefined }, 'category'],
    [{ reason: 'illegal', law: null }, 'illegal_content_legal_ground'],
  ] as const) {
    const { statement, leftOut } = checkStatement(dsaStatement(source(changes)))
    expect(statement).toBeUndefined()
    expect(leftOut).toContainEqual({ attribute, why: 'missing', whole: true })
  }
  const bare = dsaStatement(source({ charterVersion: null }))
  expect(bare.incompatible_content_ground).toBe('Insulte (charte)')
  expect(bare).not.toHaveProperty('incompatible_content_illegal')
})

it('a language that the database does not know is left out of its statement, and said', () => {
  for (const written of ['fil', 'ceb', 'de-1996']) {
    const { statement, leftOut } = checkStatement(dsaStatement(source({ written })))
    expect(statement).not.toHaveProperty('content_language')
    expect(leftOut).toEqual([{ attribute: 'content_language', why: 'not_listed', whole: false }])
  }
  expect(checkStatement(dsaStatement(source({ written: 'br' }))).leftOut).toEqual([])
})

it('whatever is wrong with a statement, what is kept is right and what is not is named', () => {
  const good = dsaStatement(source())
  const value = fc.oneof(
    fc.string({ maxLength: 20 }),
    fc.array(fc.string(), { maxLength: 3 }),
    fc.constantFrom('x'.repeat(5_001), 'FIL', '1999-12-31', '2038-01-02', '2026-3-1', 'avis 42', undefined),
  )
  fc.assert(
    fc.property(fc.constantFrom(...Object.keys(DSA_RULES)), value, (attribute, wrong) => {
      const { statement, leftOut } = checkStatement({ ...good, [attribute]: wrong })
      if (statement) expect(checkStatement(statement)).toEqual({ statement, leftOut: [] })
      else expect(leftOut.some(({ whole }) => whole)).toBe(true)
      for (const one of leftOut) expect(statement ?? {}).not.toHaveProperty(one.attribute)
    }),
  )
  for (const [attribute, wrong, why] of [
    ['puid', 'avis 42', 'malformed'],
    ['puid', 'a'.repeat(501), 'too_long'],
    ['decision_facts', 'é'.repeat(5_001), 'too_long'],
    ['content_date', '1999-12-31', 'out_of_range'],
    ['application_date', '2019-12-31', 'out_of_range'],
    ['application_date', '02/03/2026', 'malformed'],
    ['territorial_scope', ['FR', 'CH'], 'not_listed'],
    ['territorial_scope', [], 'missing'],
    ['category', 'STATEMENT_CATEGORY_PORNOGRAPHY_OR_SEXUALIZED_CONTENT', 'not_listed'],
  ] as const)
    expect(checkStatement({ ...good, [attribute]: wrong as string }), attribute).toEqual({
      leftOut: [{ attribute, why, whole: true }],
    })
  // 😀 is one character to the database.
  expect(checkStatement({ ...good, decision_facts: '😀'.repeat(5_000) }).leftOut).toEqual([])
})

describe('what an author is told is true in every state', () => {
  const FOUND = RULES.filter((rule) => !['mode', 'newcomer', 'closed', 'muted'].includes(rule))
  const decisions = [...RULES, 'shell', 'check_failed', null].flatMap((rule) =>
    [true, false].map((automated) => ({ rule, automated })),
  )
  it.each(decisions)('$rule, automated: $automated', ({ rule, automated }) => {
    const [french, english] = [factsOf({ rule, automated }, 'fr'), factsOf({ rule, automated }, 'en')]
    const found = FOUND.some((one) => one === rule)
    expect(french.includes('vérification automatique')).toBe(found)
    expect(english.includes('automatic check')).toBe(found)
    // Nobody is said to have read what no person decided on.
    expect(french.includes('une personne')).toBe(!automated)
    expect(english.includes('by a person')).toBe(!automated)
    if (automated) expect(`${french} ${english}`).not.toMatch(/a lu|read this/)
  })

  it.each(['fr', 'en'] as const)(
    'only what was visible is no longer, and only another person is another: %s',
    (locale) => {
      const own = translator(locale, 'comments')
      const gone = /n’est plus visible|no longer visible/
      const effect = (wasPublished: string) => own('own.effectText', { wasPublished, date: '1' })
      expect(effect('true')).toMatch(gone)
      expect(effect('false')).not.toMatch(gone)
      const another = /autre personne|someone else/i
      const hint = (another: string) => own('own.appealHint', { max: 500, days: 7, another })
      expect(hint('true')).toMatch(another)
      expect(hint('false')).not.toMatch(another)
      // The state beside it tells whether the text is published now.
      expect(own('own.appealWon', { date: '1' })).not.toMatch(/publi/)
    },
  )
})

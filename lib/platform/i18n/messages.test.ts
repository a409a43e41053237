import { createTranslator } from 'use-intl/core'
import { describe, expect, it } from 'vitest'
import en from '../../../messages/en.json'
import fr from '../../../messages/fr.json'
import { FIELD_CODES, PROBLEM_STATUS } from '../http/problem-codes'
import { catalogueOf } from './messages'

function keysOf(messages: object, prefix = ''): string[] {
  return Object.entries(messages).flatMap(([key, value]) =>
    typeof value === 'string' ? [prefix + key] : keysOf(value, `${prefix}${key}.`),
  )
}
const argumentsOf = (message: string) =>
  [...message.matchAll(/\{(\w+)(?=[,}])/g)].map((match) => match[1]).sort()
const at = (messages: object, key: string) =>
  key.split('.').reduce<unknown>((part, name) => (part as Record<string, unknown>)[name], messages) as string

describe('the catalogues', () => {
  it('say the same things in both languages', () => {
    expect(keysOf(en)).toEqual(keysOf(fr))
  })

  it('take the same arguments in both languages', () => {
    for (const key of keysOf(fr)) {
      expect([key, new Set(argumentsOf(at(en, key)))]).toEqual([key, new Set(argumentsOf(at(fr, key)))])
    }
  })

  it('have a sentence for every problem', () => {
    const { fields, ...problems } = fr.problems
    expect(Object.keys(problems).sort()).toEqual(Object.keys(PROBLEM_STATUS).sort())
    expect(Object.keys(fields).sort()).toEqual([...FIELD_CODES].sort())
  })

  it('never say «sondage» or speak of a margin of error', () => {
    expect(JSON.stringify(fr)).not.toMatch(/sondage|marge d.erreur/i)
    expect(JSON.stringify(en)).not.toMatch(/\bpoll\b|margin of error/i)
  })

  it('word a share of answers in one place', () => {
    const worded = keysOf(fr).filter((key) => /\{\w+(?:, number)?\}\s?%/.test(at(fr, key)))
    // The share of criteria met is rounded down, as the law's method asks.
    expect(worded.filter((key) => !key.startsWith('accessibility.'))).toEqual(['results.shareValue'])
  })

  it('call what is refused «refusé», everywhere', () => {
    expect(keysOf(fr).filter((key) => /rejet/i.test(at(fr, key)))).toEqual([])
  })

  it('are each in the typography of their language', () => {
    const bad = (messages: object, pattern: RegExp) =>
      keysOf(messages).filter((key) => pattern.test(at(messages, key)))
    expect(bad(en, /[«»"']|\s[;:!?%]|\.\.\./)).toEqual([])
    // The exception is what a moderator types: «expression: hate».
    expect(
      bad(catalogueOf('fr'), /[“”"]|\p{L}'\p{L}|[^\u202f][;!?»](?!\w)|[^\u202f]:(?=\s)|\.\.\./u),
    ).toEqual(['words.syntax'])
  })

  it('keep in the file the apostrophes that are shown, and leave narrow spaces and clock times to code', () => {
    const bad = keysOf(fr).filter((key) => /\p{L}'|'\p{L}|\u202f|\d:\d\d/u.test(at(fr, key)))
    expect(bad).toEqual([])
  })

  it('are set in French typography by code', () => {
    expect(catalogueOf('fr').results.selfChosen).toContain('\u202f:')
    const t = createTranslator({ locale: 'fr', messages: catalogueOf('fr'), namespace: 'results' })
    expect(t('shareValue', { side: 'whole', share: 12 })).toBe('12\u202f%')
    expect(t('ballots', { count: 1234 })).toBe('1\u202f234 réponses')
  })
})

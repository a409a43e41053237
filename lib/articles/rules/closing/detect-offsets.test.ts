import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { extent } from '@/scripts/testing/test-size'
import { draftSummary } from '../survey/summary'
import { detectClosing, explainClosing } from './detect'

const words = (text: string) => text.replace(/[^\p{L}\p{N}]+/gu, '')

/** Characters of the shorter of two pages whose costs are compared. */
const SHORT = 8_000
/** Processor milliseconds that a collection of garbage may take between two measurements. */
const NOISE_MS = 500

describe('offsets', () => {
  it.each([
    'Le pont rouvre.Qu’en pensez-vous ?Irez-vous ?',
    '<p>Le pont.</p><p>👉 <b>Irez</b>-vous&nbsp;?</p>',
    'Le pont.\n\n**Et vous ?**\n\n1) Irez-vous\u00a0?\n2) À pied ou à vélo\u202f?',
  ])('point at the question as it was pasted: %j', (text) => {
    const { questions } = detectClosing(text)
    expect(questions.length).toBeGreaterThan(0)
    for (const { text: question, start, end } of questions) {
      const pasted = text.slice(start, end).replace(/<[^>]*>|&nbsp;/g, '')
      expect(words(pasted)).toBe(words(question))
    }
  })

  const piece = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 8 }),
    fc.constantFrom(
      ...[
        'Et vous ?',
        ' Pensez-vous que ',
        ' ou ',
        'oui',
        ' ? ',
        '?',
        '\n',
        '\n\n',
        '- ',
        '« ',
        ' »',
        '"',
        '(',
        ')',
      ],
      ...[
        '<li>',
        '&#39;',
        'Ã©',
        'Voir aussi',
        '# ',
        '> ',
        'Would you ',
        ' or ',
        ', ',
        'sur une échelle de 1 à 5',
        '.',
      ],
    ),
  )

  it('stay inside any text, in order, and nothing throws', () => {
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
        const text = pieces.join('')
        const { questions, refused, start } = explainClosing(text)
        let last = 0
        for (const question of questions) {
          expect(question.start).toBeGreaterThanOrEqual(last)
          expect(question.end).toBeGreaterThan(question.start)
          last = question.start
        }
        for (const { end } of [...questions, ...refused]) expect(end).toBeLessThanOrEqual(text.length)
        expect(start === null).toBe(questions.length === 0)
        draftSummary(text)
      }),
      { numRuns: extent(150, 500) },
    )
  }, 60_000)

  it.each([
    '?',
    '? ',
    ' ',
    '\n',
    '<div>',
    '<a ',
    '<!--',
    '[(',
    '“',
    'a',
    'a ou b ? ',
    'Et vous ?',
    'http://',
    '> ',
  ])(
    'cost no more than the length of a page of %j',
    (part) => {
      const cost = (length: number) => {
        const page = part.repeat(Math.ceil(length / part.length))
        // The processor's time: wall time also counts other work of a busy machine.
        const from = process.cpuUsage()
        detectClosing(page)
        return process.cpuUsage(from).user / 1_000
      }
      cost(SHORT)
      const short = cost(SHORT)
      // In linear time four times as much costs four times as much, in quadratic time sixteen.
      expect(cost(4 * SHORT)).toBeLessThan(10 * short + NOISE_MS)
    },
    60_000,
  )
})

import fc from 'fast-check'
import { expect, it } from 'vitest'
import { DEFAULT_WORDS } from './default-words'
import { marked } from './highlight'
import { fingerprint, normalise } from './normalise'
import { findWords, readWord, readWords } from './words'

it('a line is a word, several, or a beginning; the reason stands after a colon', () => {
  expect(readWord('  ')).toBeUndefined()
  expect(readWord('***')).toBeUndefined()
  expect(readWord('sale type: hate')?.reason).toBe('hate')
  // Nothing supplies a reason: neither for a missing one, nor an unknown one, nor a law, which no list can name.
  for (const line of ['sale type', 'sale type: rien', 'sale type: illegal', 'sale type:'])
    expect(readWord(line)?.reason, line).toBeUndefined()
  for (const line of DEFAULT_WORDS.banned) expect(readWord(line)?.reason, line).toBeDefined()
  const matches = (line: string, text: string) => findWords(normalise(text), readWords([line])).length
  expect(matches('menteur', 'un menteur')).toBe(1)
  expect(matches('menteur', 'des menteurs')).toBe(0)
  expect(matches('menteur*', 'des menteurs')).toBe(1)
  expect(matches('va au diable', 'VA,  au   diable !')).toBe(1)
  expect(matches('c++', 'du c++ encore')).toBe(1)
  expect(matches('(', 'une (parenthèse)')).toBe(0)
})

it('every default entry can be read and finds itself', () => {
  for (const line of [...DEFAULT_WORDS.banned, ...DEFAULT_WORDS.suspect]) {
    const word = line.split(':')[0]?.replace('*', '') ?? ''
    expect(findWords(normalise(`avant ${word} après`), readWords([line])), line).toHaveLength(1)
  }
})

it('the default lists leave ordinary sentences alone, in both languages', () => {
  const words = readWords([...DEFAULT_WORDS.banned, ...DEFAULT_WORDS.suspect])
  for (const text of [
    'Le chantier a pris du retard, et personne ne l’assume.',
    'Nous sommes convaincus : le conseil a tort de le confier au privé.',
    'Cette réputation est injuste pour les artistes de la commune.',
    'Le traitement des eaux sales coûte cher, noir sur blanc dans le budget.',
    'Scunthorpe is not the only town that needs an assessment of its buses.',
  ])
    expect(findWords(normalise(text), words), text).toEqual([])
})

it('any list and any text: no crash, and what is found lies within the text', () => {
  fc.assert(
    fc.property(
      fc.array(fc.string(), { maxLength: 5 }),
      fc.string({ unit: 'grapheme', maxLength: 200 }),
      (lines, text) => {
        for (const { start, end } of findWords(normalise(text), readWords(lines))) {
          expect(start).toBeGreaterThanOrEqual(0)
          expect(end).toBeGreaterThan(start)
          expect(end).toBeLessThanOrEqual(text.length)
        }
      },
    ),
  )
})

it('a word within a sign that stands for several letters is marked as that sign', () => {
  expect(findWords(normalise('a ⒟ b'), readWords(['D']))).toMatchObject([{ start: 2, end: 3 }])
})

it('a long text is searched to its end, whatever it repeats', () => {
  const words = readWords([...DEFAULT_WORDS.banned, ...DEFAULT_WORDS.suspect])
  for (const piece of ['con', 'a', 'c.o.n.n.a.r.d', 'fils de put ', 'ééé', '((((']) {
    const text = `${piece.repeat(4_000 / piece.length)} crétin`
    // An expression that backtracks never reaches this word: the test would time out.
    expect(findWords(normalise(text), words).length).toBeGreaterThan(0)
  }
})

it('the skeleton of a text is the same however it is set', () => {
  const plain = fingerprint(normalise('Ceci est un message important'))
  expect(fingerprint(normalise('  CECI, est… un « message » impôrtant !!'))).toBe(plain)
  expect(fingerprint(normalise('Ceci est un autre message'))).not.toBe(plain)
})

it('marks cut a text into pieces that make it whole again', () => {
  const span = fc.record({ rule: fc.constant('links' as const), start: fc.nat(60), end: fc.nat(60) })
  fc.assert(
    fc.property(fc.string({ maxLength: 50 }), fc.array(span, { maxLength: 6 }), (text, findings) => {
      expect(
        marked(text, findings)
          .map((piece) => piece.text)
          .join(''),
      ).toBe(text)
    }),
  )
  const pieces = marked('Voir exemple.fr ici', [{ rule: 'links', start: 5, end: 15 }])
  expect(pieces.map(({ text, rules }) => [text, rules.length])).toEqual([
    ['Voir ', 0],
    ['exemple.fr', 1],
    [' ici', 0],
  ])
})

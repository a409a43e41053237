import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { DEFAULT_WORDS } from './default-words'
import { normalise } from './normalise'
import { ownFindings, verdictOf } from './screen'
import { readWords } from './words'

const NOW = new Date('2026-03-01T12:00:00Z')
const banned = readWords(DEFAULT_WORDS.banned)
const suspect = readWords(DEFAULT_WORDS.suspect)

/** Returns the texts of a list, one a line; «\n» is a line break within a text. */
const textsOf = (name: string) =>
  readFileSync(new URL(`../../../scripts/testing/comments/${name}.txt`, import.meta.url), 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => line.replaceAll('\\n', '\n'))

function decidedBy(text: string) {
  const said = {
    text,
    folded: normalise(text),
    sentAt: NOW,
    survey: { language: 'fr' as const, closesAt: undefined, mode: 'after' as const },
    reader: { muted: false, publishedBefore: true },
    same: { byReader: 0, byOthers: 0 },
    banned,
    suspect,
  }
  return verdictOf(ownFindings(said, NOW).findings, said, NOW).decidedBy
}

it('no harmless text is rejected, and few are held', () => {
  const texts = textsOf('harmless')
  expect(texts.length).toBeGreaterThanOrEqual(200)
  expect(texts.filter((text) => decidedBy(text).effect === 'reject')).toEqual([])
  // Twenty repeat an insult that somebody said; the others have a name or a word spelled like one.
  const held = texts.filter((text) => decidedBy(text).effect === 'hold')
  expect(held.length, held.join('\n')).toBeLessThanOrEqual(49)
})

it('every abusive text is held or rejected', () => {
  const texts = textsOf('abusive')
  expect(texts.length).toBeGreaterThanOrEqual(60)
  expect(texts.filter((text) => decidedBy(text).effect === 'publish')).toEqual([])
})

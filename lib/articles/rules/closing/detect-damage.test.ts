import { describe, expect, it } from 'vitest'
import { WINDOWS_1252 } from '../reading/repair/windows-1252'
import { detectClosing } from './detect'

const CLEAN = `Le bac de « Vaucé » rouvrira l’été prochain. Le prix passera à 2 €, annonce la mairie.

Et vous ?

Qu’en pensez-vous ?

Ce péage est-il mérité, élevé ou dérisoire ?

Préférez-vous y aller à pied, en bac ou ni l’un ni l’autre ?`

const as1252 = (byte: number) =>
  byte >= 0x80 && byte < 0xa0 ? (WINDOWS_1252[byte - 0x80] ?? '') : String.fromCharCode(byte)
const mojibake = (text: string) => Array.from(Buffer.from(text, 'utf8'), as1252).join('')
const c1 = (character: string) => {
  const at = WINDOWS_1252.indexOf(character)
  return at < 0 ? character : String.fromCharCode(0x80 + at)
}
const lines = (text: string, mend: (line: string) => string) => text.split('\n').map(mend).join('\n')

const DAMAGES: Record<string, (text: string) => string> = {
  'UTF-8 read as Windows-1252': mojibake,
  'the same with its no-break spaces made plain': (text) => mojibake(text).replaceAll('\u00a0', ' '),
  'U+0092 and its like': (text) => Array.from(text, c1).join(''),
  'numeric entities': (text) => text.replace(/[^\0-\x7f]/gu, (odd) => `&#${odd.codePointAt(0)};`),
  'named entities, escaped twice': (text) =>
    text.replaceAll('é', '&amp;eacute;').replaceAll('’', '&amp;rsquo;').replaceAll(' ?', '&amp;nbsp;?'),
  'no-break spaces': (text) => text.replace(/ (?=[?»])/g, '\u00a0'),
  'narrow no-break spaces': (text) => text.replace(/ (?=[?»])/g, '\u202f'),
  'spaces of no width': (text) => text.replace(/^|(?= \?)/gm, '\u200b'),
  'soft hyphens': (text) => text.replace(/(\p{L}{4})(?=\p{L}{3})/gu, '$1\u00ad'),
  'letters and accents apart': (text) => text.normalize('NFD'),
  'Windows line ends and a mark of byte order': (text) => `\ufeff${text.replaceAll('\n', '\r\n')}`,
  'HTML paragraphs': (text) =>
    lines(text, (line) => (line === '' ? '' : `<p>${line}</p>`)).replaceAll('\n', ''),
  'HTML items': (text) => lines(text, (line) => (line.endsWith('?') ? `<li><b>${line}</b></li>` : line)),
  Markdown: (text) => lines(text, (line) => (line.endsWith('?') ? `- **${line}**` : line)),
  'emoji for bullets': (text) => lines(text, (line) => (line.endsWith('?') ? `👉 ${line}` : line)),
  'forum arrows': (text) => lines(text, (line) => (line.endsWith('?') ? `:fleche:${line}` : line)),
  'all line ends lost': (text) => text.replaceAll('\n', ''),
}

const SPACES = /[\s\u00ad]+/g
const said = (text: string) =>
  detectClosing(text).questions.map(({ text, kind, options }) => [text.replace(SPACES, ' '), kind, options])

describe('a damaged paste', () => {
  it('reads like this when nothing is damaged', () => {
    expect(said(CLEAN)).toEqual([
      ['Qu’en pensez-vous ?', 'open', []],
      ['Ce péage est-il mérité, élevé ou dérisoire ?', 'choice', ['mérité', 'élevé', 'dérisoire']],
      [
        'Préférez-vous y aller à pied, en bac ou ni l’un ni l’autre ?',
        'choice',
        ['à pied', 'en bac', 'ni l’un ni l’autre'],
      ],
    ])
  })

  it.each(Object.entries(DAMAGES))('reads the same with %s', (_, damage) => {
    const damaged = damage(CLEAN)
    expect(damaged).not.toBe(CLEAN)
    expect(said(damaged)).toEqual(said(CLEAN))
  })
})

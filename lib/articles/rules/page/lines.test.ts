import fc from 'fast-check'
import { parseHTML } from 'linkedom'
import { expect, it } from 'vitest'
import { linesOf } from './lines'
import type { PageNode } from './walk'

const read = (html: string) => {
  const { document } = parseHTML(`<html><body>${html}</body></html>`)
  return linesOf(document.body as unknown as PageNode)
}
const lines = (html: string) => read(html).split('\n').filter(Boolean)

it.each([
  ['a break', '<p>Un<br>Deux<br/>Trois</p>', ['Un', 'Deux', 'Trois']],
  [
    'an item with a list of its own',
    '<ul><li>Un<ol><li>Deux</li></ol>Trois</li></ul>',
    ['• Un', '• Deux', 'Trois'],
  ],
  ['an item around a paragraph', '<ul><li><p>Un</p></li><li></li></ul><p>Deux</p>', ['• Un', 'Deux']],
  [
    'text beside a block in a quotation',
    '<blockquote>Un<p>Deux</p>Trois</blockquote>Quatre',
    ['> Un', '> Deux', '> Trois', 'Quatre'],
  ],
  ['small headings', '<h5>Un</h5>Deux<h6>Trois</h6>', ['# Un', 'Deux', '# Trois']],
  ['definitions', '<dl><dt>Un<dd>Deux</dd><dd>Trois</dd></dl>', ['Un', 'Deux', 'Trois']],
  [
    'a table',
    '<table><caption>Un</caption><tr><th>Deux</th><td>Trois</td></tr></table>',
    ['Un', 'Deux', 'Trois'],
  ],
  [
    'a picture and an aside',
    '<figure><img><figcaption>Un</figcaption></figure><aside>Deux</aside>',
    ['Un', 'Deux'],
  ],
  ['text set by hand', '<pre>Un\nDeux</pre>', ['Un', 'Deux']],
  ['inline elements', '<p>U<b>n</b> <a href="/">de</a>ux</p>', ['Un deux']],
  [
    'what the page hides',
    '<p>Un</p><p hidden>Deux</p><p style="Display : none">Trois</p><p><b style="visibility:hidden">Quatre</b></p><p hidden="until-found">Cinq</p><p style="background:url(display:none.png)">Six</p>',
    ['Un', 'Cinq', 'Six'],
  ],
  ['what nobody sees', '<p>Un</p><script>Deux</script><style>Trois</style><!-- Quatre -->', ['Un']],
])('reads %s line by line', (_, html, expected) => {
  expect(lines(html)).toEqual(expected)
})

it.each([
  ['<p>Que préférez-vous ?<br>Le péage<br>Le vélo</p>', ['Que préférez-vous ?', '• Le péage', '• Le vélo']],
  [
    '<p>Que faire ?<br>- Rien<br>– Un pont<br>• Un bac</p>',
    ['Que faire ?', '• Rien', '• Un pont', '• Un bac'],
  ],
  ['<dl><dt>Des bancs ?</dt><dd>Oui</dd><dd>Non</dd></dl>', ['Des bancs ?', '• Oui', '• Non']],
  ['<p>Qui sait ?<br>Personne.<br>Nous non plus.</p>', ['Qui sait ?', 'Personne.', 'Nous non plus.']],
  ['<p>Que faire ?<br>Attendre</p><p>Partir</p>', ['Que faire ?', 'Attendre', 'Partir']],
])('marks the short lines under a question as its answers: %s', (html, expected) => {
  expect(lines(html)).toEqual(expected)
})

it('sets paragraphs apart, and keeps the lines of one together', () => {
  expect(read('<p>Un<br>Deux</p><p>Trois</p><ul><li>Quatre</li><li>Cinq</li></ul>')).toBe(
    'Un\nDeux\n\nTrois\n\n• Quatre\n• Cinq',
  )
})

const BLOCKS =
  'p div section article aside blockquote ul ol li dl dt dd table tr td th h1 h3 h5 h6 figure figcaption pre details summary main header footer address center form'.split(
    ' ',
  )
type Tree = string | { name: string; children: Tree[] }
const { tree } = fc.letrec<{ tree: Tree }>((tie) => ({
  tree: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc.constant('word'),
    fc.record({ name: fc.constantFrom(...BLOCKS), children: fc.array(tie('tree'), { maxLength: 4 }) }),
  ),
}))

it('reads every word once and in order, whatever block holds it', () => {
  fc.assert(
    fc.property(fc.array(tree, { maxLength: 5 }), (trees) => {
      const { document } = parseHTML('<html><body></body></html>')
      let count = 0
      const fill = (parent: Element, children: Tree[]) => {
        for (const child of children) {
          if (typeof child === 'string') parent.append(document.createTextNode(`w${count++} `))
          else {
            const element = document.createElement(child.name)
            fill(element as unknown as Element, child.children)
            parent.append(element as unknown as Node)
          }
        }
      }
      const between = (children: Tree[]): string =>
        children.map((child) => (typeof child === 'string' ? 'w ' : `|${between(child.children)}|`)).join('')
      fill(document.body as unknown as Element, trees)
      const found = linesOf(document.body as unknown as PageNode)
        .split('\n')
        .filter(Boolean)
      const words = found.map((line) => line.match(/w\d+/g) ?? [])
      expect(words.flat()).toEqual(Array.from({ length: count }, (_, index) => `w${index}`))
      // A line is what stands between the bounds of two blocks.
      const expected = between(trees)
        .split('|')
        .map((part) => part.split('w').length - 1)
        .filter(Boolean)
      expect(words.map(({ length }) => length)).toEqual(expected)
    }),
  )
})

it('is not stopped by a depth beyond the stack', () => {
  const { document } = parseHTML('<html><body></body></html>')
  let place = document.body
  for (let depth = 0; depth < 20_000; depth++) place = place.appendChild(document.createElement('div'))
  place.append('fond')
  expect(linesOf(document.body as unknown as PageNode)).toBe('fond')
})

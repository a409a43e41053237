import fc from 'fast-check'
import { parseHTML } from 'linkedom'
import { expect, it } from 'vitest'
import { cutPage } from '../addresses/limits'
import { flattenDepth, MAX_DEPTH } from './depth'
import { documentOf } from './document'
import { linesOf } from './lines'
import { articleOfPage } from './page'
import { type PageNode, walk } from './walk'

const nested = (tag: string, depth: number, inside: string) =>
  `<html><body>${`<${tag}>`.repeat(depth)}${inside}${`</${tag}>`.repeat(depth)}<p>Après.</p></body></html>`
const inside =
  '<div>Le pont ouvre.<ul><li>Au nord</li><li>Au sud</li></ul><h2>La suite</h2><br>Le fleuve</div>'

function depthOf(document: Document): number {
  let [depth, deepest] = [0, 0]
  walk(document.documentElement as unknown as PageNode, {
    open() {
      deepest = Math.max(deepest, ++depth)
      return true
    },
    close: () => {
      depth--
    },
    text: () => undefined,
  })
  return deepest
}

it('a page of any depth is made as deep as is read, and every line stays', () => {
  const levels = fc.integer({ min: MAX_DEPTH - 10, max: MAX_DEPTH + 60 })
  fc.assert(
    fc.property(fc.constantFrom('div', 'span', 'section'), levels, (tag, depth) => {
      const page = nested(tag, depth, inside)
      const document = documentOf(page, parseHTML)
      const before = linesOf(document.documentElement as unknown as PageNode)
      flattenDepth(document)
      expect(depthOf(document)).toBeLessThanOrEqual(MAX_DEPTH + 2)
      const words = (text: string) => text.split('\n').filter(Boolean)
      expect(words(linesOf(document.documentElement as unknown as PageNode))).toEqual(words(before))
    }),
    { numRuns: 20 },
  )
})

it('reads the article of a deep page', async () => {
  const paragraph = '<p>Le pont ouvre au printemps, et la mairie promet une navette entre les deux quais.</p>'
  const { text, cuts } = await articleOfPage(nested('div', 1_000, paragraph.repeat(6)))
  expect(text.match(/navette/g)).toHaveLength(6)
  expect(cuts).toBeUndefined()
})

it('cuts a page where its source nests too deep, and says so; unclosed paragraphs do not nest', () => {
  const { html, cuts } = cutPage(nested('div', 20_000, inside))
  expect(cuts).toEqual([{ of: 'depth', kept: 5_000, given: 20_004 }])
  expect(html.match(/<div>/g)).toHaveLength(4_998)
  expect(cutPage('<p>a<br><li>b<td>c<img>'.repeat(6_000)).cuts).toEqual([])
  expect(cutPage('<i>a</i>'.repeat(6_000)).cuts).toEqual([])
})

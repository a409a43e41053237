import { describe, expect, it } from 'vitest'
import { articleOfPage } from './page'

const paragraph = '<p>La municipalité a présenté un tracé de neuf kilomètres, de la gare au port.</p>'
const read = async (
  inside: string,
  around = (article: string) => `<article>${paragraph.repeat(8)}${article}</article>`,
) => (await articleOfPage(`<html><body>${around(inside)}</body></html>`)).text

describe('what stands in a sentence is read, whatever its class', () => {
  it.each([
    ['<p>Le tram <span class="popup-menu">du port</span> ouvre en mai.</p>', 'Le tram du port ouvre en mai.'],
    ['<p>Le tram, <em id="sidebar">rouge</em>, ouvre.</p>', 'Le tram, rouge, ouvre.'],
    [
      '<div>Il vaut <mjx-container class="CtxtMenu"><b>12</b></mjx-container> millions.</div>',
      'Il vaut 12 millions.',
    ],
    ['<mjx-container class="CtxtMenu"><b>x = 12</b></mjx-container>', 'x = 12'],
  ])('%s', async (inside, words) => {
    expect(await read(inside)).toContain(words)
  })

  it('and what stands apart is left out by it', async () => {
    expect(await read('<div class="popup-menu">Menu du jour</div>')).not.toContain('Menu du jour')
  })
})

it('a paragraph with a link that stands alone in its divs is read', async () => {
  const card = (words: string) => `<div class="card"><div class="card-content">${words}</div></div>`
  const cards = (inside: string) =>
    `<main>${card(paragraph).repeat(8)}${card(inside)}${card(paragraph)}</main>`
  const linked = '<p>L’enquête paraîtra lundi dans le <a href="/a">Bulletin municipal</a>.</p>'
  expect(await read(linked, cards)).toContain('L’enquête paraîtra lundi dans le Bulletin municipal.')
})

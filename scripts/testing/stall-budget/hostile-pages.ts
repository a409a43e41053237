import { filled, type Shaped, textsOf } from './hostile-texts'

const page = (inside: string) => `<html><head><title>x</title></head><body>${inside}</body></html>`

/** Returns web pages of at most `bytes` bytes, each hard for an HTML parser or an article reader. */
export const pagesOf = (bytes: number): Shaped[] => {
  const left = bytes - page('').length
  const wide = (shape: string, piece: string): Shaped => [shape, page(filled(piece, left))]
  const half = Math.floor(left / 11)
  return [
    wide('many small blocks', '<p>a</p>'),
    wide('blocks left open', '<p><b>a'),
    wide('elements left open', '<div>'),
    ['deep elements', page(`${filled('<div>', half * 5)}a${filled('</div>', half * 6)}`)],
    wide('only questions', '<p>Et vous, êtes-vous pour ?</p>'),
    wide('items', '<ul><li>a</li></ul>'),
    wide('angle brackets', '<'),
    wide('entities', '&amp;'),
    wide('ends without a start', '</p>'),
    ['attributes', page(`<p ${filled('a=1 ', left - 8)}></p>`)],
    ['a comment left open', page(`<!--${filled('-', left - 4)}`)],
    ['one letter', page(`<p>${filled('a', left - 3)}`)],
    ['only spaces', page(`<p>a${filled(' ', left - 4)}`)],
    ['descriptions', page(filled('<script type="application/ld+json">[]</script>', left))],
    ['a deep description', page(`<script type="application/ld+json">${filled('[', left - 44)}</script>`)],
  ]
}

const channel = (inside: string) =>
  `<?xml version="1.0"?><rss version="2.0"><channel><title>x</title>${inside}</channel></rss>`

/** Returns feeds of at most `bytes` bytes. */
export const feedsOf = (bytes: number): Shaped[] => {
  const left = bytes - channel('').length
  const half = Math.floor(left / 7)
  return [
    ['many entries', channel(filled('<item><link>https://a.example/</link></item>', left))],
    ['empty entries', channel(filled('<item/>', left))],
    ['deep elements', channel(`${filled('<a>', half * 3)}${filled('</a>', half * 4)}`)],
    ['elements left open', channel(filled('<item>', left))],
    ['a long title', channel(`<item><title>${filled('a', left - 40)}</title></item>`)],
    ['entities', channel(`<item><title>${filled('&amp;', left - 40)}</title></item>`)],
    ['attributes', channel(`<item ${filled('a="1" ', left - 20)}/>`)],
    ['JSON', `{"version":"https://jsonfeed.org/version/1.1","items":[${filled('{},', left - 80)}{}]}`],
    ['deep JSON', filled('[', left)],
  ]
}

/** Returns pasted articles of at most `length` characters: the shapes of texts, and those hard for the detection. */
export const articlesOf = (length: number): Shaped[] => [
  ...textsOf(length),
  ['many lines', filled('a\n', length)],
  ['lines of questions', filled('Et vous, êtes-vous pour ou contre ?\n', length)],
  ['bullets', filled('- a\n', length)],
  ['headings', filled('# a\n', length)],
  ['quotations', filled('> « a »\n', length)],
  ['alternatives', filled('utile ou ', length)],
  ['markup', filled('<p>a</p>', length)],
]

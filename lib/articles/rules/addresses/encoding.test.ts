import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { detectEncoding } from './detect-encoding'
import { declaredEncoding, decode, encodingSample } from './encoding'

const bytes = (text: string) => Buffer.from(text, 'latin1')
const MARKS: [name: string, mark: string][] = [
  ['UTF-8', '\xef\xbb\xbf'],
  ['UTF-16LE', '\xff\xfe'],
  ['UTF-16BE', '\xfe\xff'],
]
const late = (text: string) => `<html><head><script>${'var a = 1;'.repeat(500)}</script>${text}`
const label = fc.constantFrom('utf-8', 'ISO-8859-15', 'latin1', 'windows-1252', 'Shift_JIS')
const known: Record<string, string> = {
  'utf-8': 'UTF-8',
  'ISO-8859-15': 'ISO-8859-15',
  latin1: 'windows-1252',
  'windows-1252': 'windows-1252',
  Shift_JIS: 'Shift_JIS',
}
const some = fc.option(label, { nil: undefined })

describe('the declared encoding', () => {
  it('is the first of byte order mark, HTTP, meta and XML declaration', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(undefined, ...MARKS),
        some,
        some,
        some,
        fc.boolean(),
        (mark, http, meta, xml, isXml) => {
          const declaration = xml ? `<?xml version="1.0" encoding='${xml}'?>` : ''
          const head = meta ? `<html><head><meta charset="${meta}"></head>` : '<html>'
          const first = [http, isXml ? undefined : meta, xml].find((one) => one !== undefined)
          const want = mark?.[0] ?? (first && known[first])
          expect(declaredEncoding(bytes(`${mark?.[1] ?? ''}${declaration}${head}`), isXml, http)).toBe(want)
        },
      ),
    )
  })

  it.each([
    ['an unknown name', '<?xml version="1.0" encoding="klingon"?><rss/>', true, 'x-none', undefined],
    [
      'an unknown HTTP name before a declaration',
      '<?xml version="1.0" encoding="latin1"?><rss/>',
      true,
      'x-none',
      'windows-1252',
    ],
    ['UTF-16 that is none', '<?xml version="1.0" encoding="utf-16"?><rss/>', true, undefined, 'UTF-8'],
    ['UTF-16 in a meta element', '<meta charset=utf-16>', false, undefined, 'UTF-8'],
    [
      'a pragma',
      '<meta content="text/html; charset=iso-8859-15" http-equiv=Content-Type>',
      false,
      undefined,
      'ISO-8859-15',
    ],
    ['a meta element in a comment', '<!-- <meta charset=latin1> --><p>', false, undefined, undefined],
    ['a meta element behind scripts', late('<meta charset=koi8-r>'), false, undefined, 'KOI8-R'],
    [
      'a meta element late in a script',
      late('<script>"<meta charset=koi8-r>"</script>'),
      false,
      undefined,
      undefined,
    ],
    ['a meta element in the body', late('</head><body><meta charset=koi8-r>'), false, undefined, undefined],
    ['a meta element without an end', late('<meta charset=koi8-r'), false, undefined, undefined],
    [
      'the first of two late ones',
      late(
        '<meta name=a><meta http-equiv=content-type content="text/html;charset=koi8-r"><meta charset=latin1>',
      ),
      false,
      undefined,
      'KOI8-R',
    ],
    ['a late meta element in XML', late('<meta charset="koi8-r"/>'), true, undefined, undefined],
    ['UTF-16 without a mark', '<\0?\0x\0m\0l\0', true, undefined, 'UTF-16LE'],
    ['the same in the other order', '\0<\0?\0x\0m\0l', true, undefined, 'UTF-16BE'],
  ])('of %s', (_, text, isXml, http, want) => {
    expect(declaredEncoding(bytes(text), isXml, http)).toBe(want)
  })
})

const french =
  'Où en est-on de l’œuvre promise à l’été ? Les élèves de l’école attendent, paraît-il, dès août, à 30 € près. '
const wide = (text: string, big: boolean) => {
  const little = Buffer.from(text, 'utf16le')
  return big ? Buffer.from(little).swap16() : little
}
/** Writes a text in ISO-8859-15 or windows-1252, which differ from Latin-1 in these letters. */
const LETTERS: Record<string, Record<string, number>> = {
  'ISO-8859-15': { '€': 0xa4, œ: 0xbd, Œ: 0xbc, '’': 0x27 },
  'windows-1252': { '€': 0x80, œ: 0x9c, Œ: 0x8c, '’': 0x92 },
}
const narrow = (text: string, name: string) =>
  Buffer.from([...text].map((letter) => LETTERS[name]?.[letter] ?? letter.charCodeAt(0)))

describe('an encoding that nobody declared', () => {
  const scripts = 'var a = 1;\n'.repeat(20_000)
  it.each(['ISO-8859-15', 'windows-1252'])('is found: %s, also far behind plain text', async (name) => {
    for (const before of ['', scripts]) {
      const text = `${before}<p>${french.repeat(3)}</p>`
      const given = narrow(text, name)
      const found = await detectEncoding(encodingSample(given))
      expect(decode(given, found)).toBe(name === 'ISO-8859-15' ? text.replaceAll('’', "'") : text)
    }
  })

  it('is found in Latin-1, whose letters the others share', async () => {
    const text = "<p>L'été dernier, le maire a promis un préau à l'école : où en est-on ?</p>"
    const given = Buffer.from(text, 'latin1')
    expect(decode(given, await detectEncoding(encodingSample(given)))).toBe(text)
  })

  it.each([true, false])('is found in UTF-16 (big-endian: %s)', async (big) => {
    const text = `<html><p>${french}</p>`
    const given = wide(text, big)
    expect(decode(given, await detectEncoding(encodingSample(given)))).toBe(text)
  })

  it('never fails, whatever the bytes', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 200 }), async (given) => {
        expect(typeof decode(given, await detectEncoding(encodingSample(given)))).toBe('string')
      }),
      { numRuns: 50 },
    )
  })
})

it('reads the quotation marks, dashes and euro of windows-1252, which Node leaves as control characters', () => {
  expect(decode(bytes('\x80\x85\x91\x92\x93\x94\x96\x97\x9c'), 'windows-1252')).toBe('€…‘’“”–—œ')
})

import { type Rewriting, rewrite } from './rewriting'
import { WINDOWS_1252 } from './windows-1252'

const ENTITY = /&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z]{2,8}));/gi
const ACCENTS: Record<string, string> = {
  acute: '\u0301',
  grave: '\u0300',
  circ: '\u0302',
  uml: '\u0308',
  tilde: '\u0303',
  cedil: '\u0327',
}
const ACCENTED = /^([a-z])(acute|grave|circ|uml|tilde|cedil)$/i
const NAMED: Record<string, string> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: '\u00a0',
  ensp: '\u2002',
  emsp: '\u2003',
  thinsp: '\u2009',
  shy: '\u00ad',
  lsquo: '‘',
  rsquo: '’',
  sbquo: '‚',
  ldquo: '“',
  rdquo: '”',
  bdquo: '„',
  laquo: '«',
  raquo: '»',
  lsaquo: '‹',
  rsaquo: '›',
  hellip: '…',
  ndash: '–',
  mdash: '—',
  bull: '•',
  middot: '·',
  deg: '°',
  euro: '€',
  pound: '£',
  copy: '©',
  reg: '®',
  trade: '™',
  times: '×',
  rarr: '→',
  oelig: 'œ',
  OElig: 'Œ',
  aelig: 'æ',
  AElig: 'Æ',
  quest: '?',
  iexcl: '¡',
  iquest: '¿',
  ordf: 'ª',
  ordm: 'º',
  sect: '§',
  szlig: 'ß',
  oslash: 'ø',
  aring: 'å',
}

/** Returns the character of a code; 128 to 159 are read as Windows-1252, as browsers do. */
function character(code: number): string | undefined {
  if (code >= 0x80 && code < 0xa0) return WINDOWS_1252[code - 0x80]
  return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : undefined
}

/** Decodes the HTML entities that articles contain; an unknown one stays as it is. */
export function decodeEntities(text: string): Rewriting {
  return rewrite(text, ENTITY, ([, decimal, hexadecimal, name = '']) => {
    if (decimal) return character(Number.parseInt(decimal, 10))
    if (hexadecimal) return character(Number.parseInt(hexadecimal, 16))
    const [, letter, accent = ''] = ACCENTED.exec(name) ?? []
    if (letter) return (letter + (ACCENTS[accent.toLowerCase()] ?? '')).normalize('NFC')
    return NAMED[name] ?? NAMED[name.toLowerCase()]
  })
}

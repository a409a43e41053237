/** Ways in which a text can be large, each of them hard for some parser. */
const PIECES = {
  'one letter': 'a',
  'only capitals': 'É',
  'only spaces': ' ',
  'only line breaks': '\r\n',
  'only questions': '? ',
  'only punctuation': '.-…«!»,;',
  'combining marks': 'e\u0301\u0323\u0302\u0308',
  'marks on one letter': '\u0301\u0316',
  'words of one letter': 'c o n ',
  'dotted letters': 'c.o.n.n.a.r.d ',
  'drawn-out letters': 'coonnaaard ',
  digits: '1',
  links: 'a.fr ',
  brackets: '(<[{',
  emoji: '👩‍👩‍👧‍👦',
  'ligatures that unfold': '\ufdfa',
  'another script': 'ж',
  'an address': 'a@a.',
} as const

/** A text and the name of its shape. */
export type Shaped = [shape: string, text: string]

/** Returns a text of at most `length` UTF-16 units in each shape. Its last word keeps its spaces from being trimmed. */
export const textsOf = (length: number): Shaped[] =>
  Object.entries(PIECES).map(([shape, piece]) => [
    shape,
    `x${piece.repeat(Math.max(0, Math.floor((length - 2) / piece.length)))}x`,
  ])

/** Returns `piece` repeated up to `bytes` bytes. */
export const filled = (piece: string, bytes: number) => piece.repeat(Math.floor(bytes / piece.length))

/** Returns distinct names in one string, as many as fit. */
function distinct(bytes: number, one: (index: number) => string): string {
  const parts: string[] = []
  for (let size = 0, index = 0; ; index++) {
    const part = one(index)
    size += part.length
    if (size > bytes) return parts.join('')
    parts.push(part)
  }
}

/** Returns form posts of at most `bytes` bytes: of the fields that a route knows, and of others. */
export function formsOf(bytes: number, fields: string[]): Shaped[] {
  const value = (name: string, text: string) =>
    `${name}=${encodeURIComponent(text).slice(0, bytes - name.length - 1)}`
  return [
    ...fields.map((name): Shaped => [`${name} repeated`, filled(`${name}=1&`, bytes)]),
    ...fields.flatMap((name) =>
      textsOf(bytes).map(
        ([shape, text]): Shaped => [`${name}: ${shape}`, value(name, text).replace(/%.?$/, '')],
      ),
    ),
    ['all fields repeated', filled(`${fields.map((name) => `${name}=1`).join('&')}&`, bytes)],
    ['unknown names', distinct(bytes, (index) => `k${index.toString(36)}=&`)],
    ['names of questions', distinct(bytes, (index) => `q${index}=1&`)],
    ['names of texts', distinct(bytes, (index) => `t${index}=a&`)],
    ['a name of digits', `q${filled('1', bytes - 3)}=1`],
    ['only separators', filled('&', bytes)],
    ['only equals signs', filled('=', bytes)],
    ['broken escapes', filled('%', bytes)],
    ['inherited names', filled('__proto__=1&constructor=1&', bytes)],
  ]
}

/** Returns JSON of at most `bytes` bytes: odd ones, and `like` with each list and text in it extended to the limit. */
export function jsonsOf(bytes: number, like: unknown): Shaped[] {
  const half = Math.floor(bytes / 2)
  return [
    ['deep lists', `${filled('[', half)}${filled(']', half)}`],
    ['deep lists left open', filled('[', bytes)],
    [
      'deep objects',
      `${filled('{"a":', Math.floor((bytes * 5) / 6))}0${filled('}', Math.floor(bytes / 6) - 1)}`,
    ],
    ['unknown keys', `{${distinct(bytes - 8, (index) => `"k${index.toString(36)}":0,`)}"k":0}`],
    ['one key repeated', `{${filled('"a":0,', bytes - 8)}"a":0}`],
    ['a number of digits', filled('1', bytes)],
    ['escapes', `"${filled('\\u0061', bytes - 2)}"`],
    ['only spaces', filled(' ', bytes)],
    ['empty lists', `[${filled('[],', bytes - 4)}[]]`],
    ...(like === undefined ? [] : grown(like, bytes)),
  ]
}

/**
 * Returns `like` with one of its lists repeated, one of its objects given unknown keys, or one of its texts replaced.
 */
function grown(like: unknown, bytes: number): Shaped[] {
  const whole = JSON.stringify(like)
  const left = bytes - whole.length - 2
  const found: Shaped[] = []
  const visit = (value: unknown, path: string, put: (text: string) => string) => {
    const own = JSON.stringify(value)
    if (Array.isArray(value)) {
      for (const filler of [value[0] === undefined ? '{}' : JSON.stringify(value[0]), '{}', '0', 'null'])
        found.push([
          `${path} of many ${filler.slice(0, 20)}`,
          put(`[${filled(`${filler},`, left)}${filler}]`),
        ])
      if (value.length) visit(value[0], `${path}[0]`, (text) => put(`[${text}]`))
    } else if (typeof value === 'string') {
      for (const [shape, text] of textsOf(left)) {
        // UTF-8 may be three times as long, and line breaks are escaped.
        const short = text.slice(
          0,
          Math.max(1, Math.floor((left * text.length) / Buffer.byteLength(JSON.stringify(text)))),
        )
        found.push([`${path}: ${shape}`, put(JSON.stringify(short.toWellFormed()))])
      }
    } else if (value && typeof value === 'object') {
      found.push([
        `${path} with unknown keys`,
        put(`${own.slice(0, -1)}${distinct(left, (index) => `,"k${index.toString(36)}":0`)}}`),
      ])
      for (const [key, one] of Object.entries(value)) {
        const [before, after] = [JSON.stringify({ ...value, [key]: null }).split(`"${key}":null`)].map(
          ([a, b]) => [a, b],
        )[0] as [string, string]
        visit(one, `${path}.${key}`, (text) => put(`${before}"${key}":${text}${after}`))
      }
    }
  }
  visit(like, 'body', (text) => text)
  return found
}

/** Returns values of a header or a query parameter, of at most `bytes` bytes, in characters that HTTP permits. */
export const linesOf = (bytes: number): Shaped[] => [
  ['one letter', filled('a', bytes)],
  ['spaces inside', `a${filled(' ', bytes - 2)}a`],
  ['spaces after each comma', `fr${filled(', ', bytes - 4)}en`],
  ['commas', filled(',', bytes)],
  ['semicolons', filled(';', bytes)],
  ['semicolons and spaces', filled('; ', bytes - 1).trimEnd()],
  ['pairs', filled('a=b; ', bytes - 1).trimEnd()],
  ['distinct pairs', distinct(bytes - 2, (index) => `k${index.toString(36)}=1; `).trimEnd()],
  ['ranked', filled('fr;q=0.1,', bytes - 1)],
  ['equals signs', filled('=', bytes)],
  ['dots', filled('.', bytes)],
  ['slashes', `http://a/${filled('/', bytes - 9)}`],
  ['a query', `http://a/?${filled('langue=&', bytes - 10)}`],
  ['escapes', filled('%41', bytes)],
  ['broken escapes', filled('%', bytes)],
  ['digits', filled('1', bytes)],
  ['addresses', filled('1.2.3.4, ', bytes - 2).trimEnd()],
]

/** Stands where letters were left out. */
const MARK = '…'
const graphemes = new Intl.Segmenter('fr', { granularity: 'grapheme' })

/** Returns where the character, as people see it, begins that has `at` in it, and where it ends. */
function characterAt(text: string, at: number): { begin: number; end: number } {
  // To look at one place is quick; to split all of a text takes a microsecond a letter.
  const found = graphemes.segment(text).containing(at)
  return found ? { begin: found.index, end: found.index + found.segment.length } : { begin: at, end: at }
}
const before = (text: string, at: number) => characterAt(text, at).begin
function after(text: string, at: number): number {
  const { begin, end } = characterAt(text, at)
  return begin === at ? at : end
}

/** Returns where the longest beginning of `text` ends that has room in `bytes`, between two characters. */
function endWithin(text: string, bytes: number): number {
  let [left, at] = [bytes, 0]
  for (const sign of text) {
    left -= Buffer.byteLength(sign)
    if (left < 0) return before(text, at)
    at += sign.length
  }
  return text.length
}

/** Returns where the longest end of `text` begins that has room in `bytes`, between two characters. */
function startWithin(text: string, bytes: number): number {
  let [left, at] = [bytes, text.length]
  for (const sign of Array.from(text.slice(-bytes)).reverse()) {
    left -= Buffer.byteLength(sign)
    if (left < 0) return after(text, at)
    at -= sign.length
  }
  return after(text, at)
}

/**
 * Returns `text` in at most `bytes` bytes of UTF-8. A longer text loses its end, between two characters as people see
 * them, and ends in «…».
 */
export function shorten(text: string, bytes: number): string {
  if (Buffer.byteLength(text) <= bytes) return text
  return text.slice(0, endWithin(text, bytes - Buffer.byteLength(MARK))) + MARK
}

/** The share of the room for the start of a text that loses its middle. */
const START_SHARE = 3
/** How far the end of a word is looked for, as a share of the room. */
const WORD_SHARE = 4

/**
 * Returns `text` in at most `length` UTF-16 units. A longer text loses its middle, from the end of a word to the start of
 * one, and has «…» in its place: the end of a question says what it asks.
 */
export function withoutItsMiddle(text: string, length: number): string {
  if (text.length <= length) return text
  const near = Math.floor(length / WORD_SHARE)
  const most = Math.floor(length / START_SHARE)
  const cut = text.slice(0, most + 1).search(/\s\S*$/u)
  const start = text.slice(0, cut > most - near ? cut : before(text, most)).trimEnd()
  const least = text.length - (length - start.length - ` ${MARK} `.length)
  const space = text.slice(least - 1).search(/\s/u)
  const end = text.slice(space >= 0 && space <= near ? least + space : after(text, least)).trimStart()
  return `${start} ${MARK} ${end}`
}

/** Splits indexes of `texts` into groups whose texts are equal. */
function alike(texts: string[]): number[][] {
  const groups = new Map<string, number[]>()
  texts.forEach((text, index) => {
    const group = groups.get(text)
    if (group) group.push(index)
    else groups.set(text, [index])
  })
  return [...groups.values()].filter((group) => group.length > 1)
}

/** The share of the room for the start, and for the end, of what texts have in common. */
const SHARE = 5

/** Returns how much of their beginnings all `texts` have in common, in whole characters. */
function inCommon(texts: string[]): number {
  const [first = ''] = texts
  let at = first.length
  for (const text of texts) {
    let same = 0
    while (same < at && text[same] === first[same]) same++
    at = same
  }
  return Math.min(...texts.map((text) => before(text, at)))
}

/** Returns `texts` without the middle of their common beginning: its start and its end tell what they are about. */
function withoutMiddle(texts: string[], bytes: number): string[] {
  const shared = (texts[0] ?? '').slice(0, inCommon(texts))
  const room = Math.floor(bytes / SHARE)
  const head = shared.slice(0, endWithin(shared, room))
  const tail = startWithin(shared, room)
  // From the start of a word, if one starts there.
  const word = shared.indexOf(' ', tail - 1) + 1
  const from = word > 0 ? word : tail
  return texts.map((text) => head + MARK + text.slice(from))
}

/**
 * Returns each of `texts` in at most `bytes` bytes, so that no two are equal: texts that would be cut to the same
 * lose the middle of their common beginning, and texts that are equal get a number in front.
 */
export function shortenApart(texts: string[], bytes: number): string[] {
  const short = texts.map((text) => shorten(text, bytes))
  for (const group of alike(short)) {
    const whole = group.map((index) => texts[index] ?? '')
    const distinct = new Set(whole).size > 1
    const ends = distinct ? withoutMiddle(whole, bytes) : whole
    const gained = ends.some((end, at) => end.length < (whole[at] ?? '').length)
    const apart = distinct && gained ? shortenApart(ends, bytes) : ends
    for (const [at, index] of group.entries()) short[index] = shorten(apart[at] ?? '', bytes)
  }
  // Texts that are equal in whole, or that became equal to a third one.
  const taken = new Set<string>()
  return short.map((text) => {
    let one = text
    for (let number = 2; taken.has(one); number++) one = shorten(`(${number}) ${text}`, bytes)
    taken.add(one)
    return one
  })
}

/** Stands where letters were left out. */
const MARK = '…'
const graphemes = new Intl.Segmenter('fr', { granularity: 'grapheme' })
const charactersOf = (text: string) => Array.from(graphemes.segment(text), ({ segment }) => segment)

/**
 * Returns `text` in at most `bytes` bytes of UTF-8. A longer text loses its end, between two characters as people see
 * them, and ends in «…».
 */
export function shorten(text: string, bytes: number): string {
  if (Buffer.byteLength(text) <= bytes) return text
  let left = bytes - Buffer.byteLength(MARK)
  let kept = ''
  for (const { segment } of graphemes.segment(text)) {
    left -= Buffer.byteLength(segment)
    if (left < 0) break
    kept += segment
  }
  return kept + MARK
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

/** Counts how many of `characters`, from the first on, have room in `bytes`. */
function fitting(characters: string[], bytes: number): number {
  let left = bytes
  const over = characters.findIndex((character) => {
    left -= Buffer.byteLength(character)
    return left < 0
  })
  return over < 0 ? characters.length : over
}

/** Returns `texts` without the middle of their common beginning: its start and its end tell what they are about. */
function withoutMiddle(texts: string[], bytes: number): string[] {
  const split = texts.map(charactersOf)
  const [first = []] = split
  const differs = first.findIndex((character, at) => split.some((other) => other[at] !== character))
  const shared = first.slice(0, differs < 0 ? first.length : differs)
  const room = Math.floor(bytes / SHARE)
  const head = shared.slice(0, fitting(shared, room))
  const tail = fitting(shared.toReversed(), room)
  // From the start of a word, if one starts there.
  const word = shared.indexOf(' ', shared.length - tail - 1) + 1
  const from = word > 0 ? word : shared.length - tail
  return split.map((characters) => head.join('') + MARK + characters.slice(from).join(''))
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

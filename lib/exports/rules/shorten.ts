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

/** Returns `texts` without their common beginning, from the start of the first word that differs if it is near. */
function withoutBeginning(texts: string[], bytes: number): string[] {
  const split = texts.map(charactersOf)
  const [first = []] = split
  const differs = first.findIndex((character, at) => split.some((other) => other[at] !== character))
  const shared = differs < 0 ? first.length : differs
  const word = first.lastIndexOf(' ', shared - 1) + 1
  const near = Buffer.byteLength(first.slice(word, shared).join('')) < bytes / 2
  return split.map((characters) => MARK + characters.slice(near ? word : shared).join(''))
}

/**
 * Returns each of `texts` in at most `bytes` bytes, so that no two are equal: texts that would be cut to the same
 * lose their common beginning instead, and texts that are equal get a number in front.
 */
export function shortenApart(texts: string[], bytes: number): string[] {
  const short = texts.map((text) => shorten(text, bytes))
  for (const group of alike(short)) {
    const whole = group.map((index) => texts[index] ?? '')
    const distinct = new Set(whole).size > 1
    const ends = distinct ? withoutBeginning(whole, bytes) : whole
    const gained = ends.some((end, at) => end.length < (whole[at] ?? '').length)
    const apart = distinct && gained ? shortenApart(ends, bytes) : ends
    for (const [at, index] of group.entries()) short[index] = shorten(apart[at] ?? '', bytes)
  }
  // Texts that are equal in whole, or that became equal to a third one.
  const taken = new Set<string>()
  return short.map((text, index) => {
    let one = text
    for (let number = 2; taken.has(one); number++) one = shorten(`(${number}) ${texts[index] ?? ''}`, bytes)
    taken.add(one)
    return one
  })
}

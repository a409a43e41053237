/** Returns the page with `words` in the places of its marks, in the marks' order. */
export type PageTemplate = (...words: string[]) => string

/**
 * Returns the template of `page`, in which each of `marks` stands where the word of its place belongs; undefined when a
 * mark is nowhere, or somewhere in two halves, as when the page was cut in pieces there. Marks hold letters, digits, `-`,
 * `_` and `~` alone.
 */
export function templateOf(page: string, ...marks: string[]): PageTemplate | undefined {
  const pieces = page.split(new RegExp(`(${marks.join('|')})`))
  const texts = pieces.filter((_, index) => index % 2 === 0)
  const order = pieces.filter((_, index) => index % 2).map((mark) => marks.indexOf(mark))
  const halves = marks.flatMap((mark) => [mark.slice(0, mark.length >> 1), mark.slice(mark.length >> 1)])
  if (marks.some((_, place) => !order.includes(place))) return undefined
  if (texts.some((text) => halves.some((half) => text.includes(half)))) return undefined
  return (...words) =>
    texts.reduce((whole, text, index) => whole + (words[order[index - 1] ?? 0] ?? '') + text)
}

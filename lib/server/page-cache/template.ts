/** A page with placeholders: it returns the page with `words` in place of them, in the order of `marks`. */
export type PageTemplate = (...words: string[]) => string

/**
 * Returns the template of `page`, in which `marks` are the placeholders. Returns undefined when a placeholder is
 * missing, or split in two, as when the page was streamed in pieces there. Placeholders hold only letters, digits, `-`,
 * `_` and `~`.
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

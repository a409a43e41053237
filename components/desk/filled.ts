/** The fields of an article that an editor types or a page fills. */
export const TYPED = ['text', 'title', 'sourceName'] as const
export type Typed = Record<(typeof TYPED)[number], string>
/** What a page filled; a field that it does not name is absent. */
export type Filled = Partial<Typed>

/** Characters of a line that shows from which page a text comes: shorter ones stand in many articles. */
const OWN_LINE = 20

/**
 * Returns the fields after a page or file was read. `before` is what the last one filled: that leaves with it, and what
 * an editor typed stays.
 */
export function refilled(typed: Typed, before: Filled, fields: Filled): Typed {
  const entries = TYPED.map((name) => {
    const kept = typed[name] === before[name] ? '' : typed[name]
    return [name, fields[name] ?? kept]
  })
  return Object.fromEntries(entries) as Typed
}

const linesIn = (text: string) =>
  text
    .split('\n')
    .map((line) => line.replace(/\s+/g, ' ').trim())
    .filter((line) => line.length >= OWN_LINE)

/**
 * Returns whether `text` is another article than the one that a page filled: it has lines, and none of the page's. A text
 * that is being deleted or edited is not.
 */
export function isOtherText(filled: string | undefined, text: string): boolean {
  if (!filled) return false
  const own = new Set(linesIn(filled))
  const lines = linesIn(text)
  return own.size > 0 && lines.length > 0 && !lines.some((line) => own.has(line))
}

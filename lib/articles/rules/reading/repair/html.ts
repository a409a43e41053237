import { type Replacement, type Rewriting, rewrite } from './rewriting'

/** Private-use characters that stand for the bounds of a quoted passage until lines are read. */
export const QUOTE_OPENS = '\ue000'
/** The end of such a passage. */
export const QUOTE_CLOSES = '\ue001'

// The bound on attributes keeps an unclosed tag from being scanned to the end repeatedly.
const TAG = /<!--|<(\/?)([a-z][a-z0-9]*)\b[^<>]{0,2000}>/gi
const HIDDEN = new Set(['script', 'style', 'noscript', 'template', 'svg', 'figure', 'nav', 'form'])
const INLINE = new Set(
  'a abbr acronym b big bdi bdo cite code data del dfn em font i ins kbd label mark o q s samp small span strike strong sub sup time tt u var wbr'.split(
    ' ',
  ),
)

/** Removes HTML tags. Blocks become lines; headings and items keep a mark that `readLines` recognises. */
export function dropTags(text: string): Rewriting {
  const lower = text.includes('<') ? text.toLowerCase() : ''
  const missing = new Set<string>()
  const swallow = (from: number, closing: string): Replacement => {
    if (missing.has(closing)) return ''
    const found = lower.indexOf(closing, from)
    if (found < 0) {
      missing.add(closing)
      return ''
    }
    const end = lower.indexOf('>', found)
    return { text: '\n', until: end < 0 ? found + closing.length : end + 1 }
  }
  return rewrite(text, TAG, ({ 0: tag, 1: slash, 2: rawName = '', index }) => {
    if (tag === '<!--') return swallow(index, '-->')
    const name = rawName.toLowerCase()
    const opens = slash === ''
    if (opens && HIDDEN.has(name)) return swallow(index, `</${name}`)
    if (INLINE.has(name)) return ''
    if (name === 'blockquote') return opens ? `\n${QUOTE_OPENS}\n` : `\n${QUOTE_CLOSES}\n`
    if (opens && /^h[1-6]$/.test(name)) return '\n\n# '
    if (opens && name === 'li') return '\n• '
    return name === 'br' ? '\n' : '\n\n'
  })
}

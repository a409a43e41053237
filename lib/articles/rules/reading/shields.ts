/** A passage of a text whose punctuation ends no sentence. */
export interface Shield {
  start: number
  end: number
  quote: boolean
}

const PAIRS: Record<string, string> = { '«': '»', '“': '”', '„': '“', '(': ')', '[': ']', '‘': '’' }
const CLOSERS = new Set(['»', '”', ')', ']', '’', '“'])
const ADDRESS = /(?:https?:\/\/|www\.)[^\s<>"«»]{2,2000}|[\w.+-]{1,64}@[\w-]{1,64}\.[\w.-]{2,64}/g
/** Maximum characters of an aside: a longer one is a lost parenthesis. */
const MAX_ASIDE = 300
/**
 * Maximum characters of a quotation that is never closed, which ends with its paragraph. A longer one is a lost mark.
 */
const MAX_OPEN_QUOTE = 2_000
/** Maximum depth: no author nests deeper, and a page of brackets must not take quadratic time. */
const DEEPEST = 16

const isLetter = (character: string) => /[\p{L}\p{N}]/u.test(character)

interface Opening {
  at: number
  closes: string
}

function straight(text: string, mark: string, at: number, stack: Opening[]): 'opens' | 'closes' | undefined {
  const before = text.charAt(at - 1)
  const after = text.charAt(at + 1)
  const opened = stack.some(({ closes }) => closes === mark)
  if (opened && !isLetter(after)) return 'closes'
  if (!opened && !isLetter(before) && after !== ' ' && after !== '') return 'opens'
  return undefined
}

/**
 * Returns the passages of `text` (one line) whose punctuation is not the sentence's own: quotations, asides, addresses.
 */
export function shields(text: string): Shield[] {
  const found: Shield[] = []
  const stack: Opening[] = []
  const open = (at: number, closes: string) => {
    if (stack.length >= DEEPEST) stack.shift()
    stack.push({ at, closes })
  }
  const close = (character: string, at: number) => {
    const depth = stack.findLastIndex(({ closes }) => closes === character)
    const opening = stack[depth]
    if (!opening) return
    stack.length = depth
    const quote = character !== ')' && character !== ']'
    if (!quote && (at - opening.at > MAX_ASIDE || opening.at === 0)) return
    found.push({ start: opening.at, end: at + 1, quote })
  }
  for (let at = 0; at < text.length; at++) {
    const character = text.charAt(at)
    if (character === '"' || character === "'") {
      const role = straight(text, character, at, stack)
      if (role === 'opens') open(at, character)
      if (role === 'closes') close(character, at)
      continue
    }
    const closes = PAIRS[character]
    if (closes && !(character === '‘' && isLetter(text.charAt(at - 1)))) {
      if (character !== '“' || !stack.some((opening) => opening.closes === '“')) {
        open(at, closes)
        continue
      }
    }
    if (CLOSERS.has(character) && !(character === '’' && isLetter(text.charAt(at + 1)))) close(character, at)
  }
  // A paragraph that opens with a mark it never closes is a quotation that continues in the next one.
  const first = stack[0]
  if (first?.at === 0 && /[«“]/.test(text.charAt(0)) && text.length < MAX_OPEN_QUOTE)
    found.push({ start: 0, end: text.length, quote: true })
  for (const { 0: address, index } of text.matchAll(ADDRESS)) {
    found.push({ start: index, end: index + address.length, quote: false })
  }
  return outermost(found)
}

function outermost(found: Shield[]): Shield[] {
  const kept: Shield[] = []
  for (const shield of found.sort((a, b) => a.start - b.start || b.end - a.end)) {
    const last = kept.at(-1)
    if (!last || shield.start >= last.end) kept.push(shield)
  }
  return kept
}

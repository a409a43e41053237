import { type PageNode, walk } from './walk'

const set = (names: string) => new Set(names.split(' '))
const UNSEEN = set('SCRIPT STYLE TEMPLATE NOSCRIPT HEAD TITLE IFRAME OBJECT SELECT DATALIST')
/** Elements that a browser sets apart from the text around them. */
const BLOCKS = set(
  'ADDRESS ARTICLE ASIDE BLOCKQUOTE BODY CENTER DETAILS DIALOG DIV DL FIELDSET FIGURE FOOTER FORM H1 H2 H3 H4 H5 H6 HEADER HGROUP HR HTML MAIN MENU NAV OL P PRE SEARCH SECTION TABLE UL',
)
/** Elements that stand on lines of their own, close to the lines around them. */
const ROWS = set('BR CAPTION DD DIR DT FIGCAPTION LEGEND LI OPTION SUMMARY TBODY TD TFOOT TH THEAD TR')
/** Returns whether a browser ends the line at an element, given its name in capitals. */
export const isBlock = (name: string) => BLOCKS.has(name) || ROWS.has(name)
const HEADING = /^H[1-6]$/

/** Boundaries within a group of lines: those of one paragraph, or of a term with its definitions. */
const JOINS = set('BR DD')
/** The mark with which an author began an answer by hand. */
const OWN_MARK = /^[-–—*•·]\s+/
/** Maximum characters of an answer under its question. */
const MAX_ANSWER = 80

/** Collects the lines of a text, with the marks in front of them. */
class Lines {
  readonly #lines: string[] = []
  #words: string[] = []
  /** The mark of the next line: the first of a heading or an item has it. */
  #mark = ''
  #quotations = 0
  #preformatted = 0
  /** Where the group of lines begins that is being read. */
  #group = 0

  /** Ends the line, if it has words. */
  #end(): void {
    const words = this.#words.join('').replace(/\s+/g, ' ').trim()
    this.#words = []
    if (words) {
      this.#lines.push(`${this.#quotations > 0 ? '> ' : ''}${this.#mark}${words}`)
      this.#mark = ''
    }
  }

  /** Sets the next line apart. */
  #gap(): void {
    if (this.#lines.at(-1)) this.#lines.push('')
    this.#group = this.#lines.length
  }

  /** Ends a group of lines. Short lines under a question are its answers, and get the mark of an item. */
  #endGroup(): void {
    const group = this.#lines.slice(this.#group)
    const question = group.findLastIndex((line) => line.includes('?'))
    const answers = question < 0 ? [] : group.slice(question + 1)
    const short = answers.every((line) => line.length <= MAX_ANSWER && /^[^>#].*[^.]$/.test(line))
    if (answers.length >= 2 && short && /\?$/.test(group[question] ?? ''))
      answers.forEach((line, index) => {
        this.#lines[this.#group + question + 1 + index] = `• ${line.replace(OWN_MARK, '')}`
      })
    this.#group = this.#lines.length
  }

  text(words: string): void {
    const [first = '', ...rest] = this.#preformatted > 0 ? words.split('\n') : [words]
    this.#words.push(first)
    for (const line of rest) {
      this.#end()
      this.#words.push(line)
    }
  }

  #boundary(name: string, gap: boolean): void {
    this.#end()
    if (!JOINS.has(name)) this.#endGroup()
    if (gap) this.#gap()
  }

  open(name: string): boolean {
    if (UNSEEN.has(name)) return false
    const gap = BLOCKS.has(name)
    if (!gap && !ROWS.has(name)) return true
    this.#boundary(name, gap)
    if (name === 'PRE') this.#preformatted++
    if (name === 'BLOCKQUOTE') this.#quotations++
    if (HEADING.test(name)) this.#mark = '# '
    if (name === 'LI') this.#mark = '• '
    return true
  }

  close(name: string): void {
    const gap = BLOCKS.has(name)
    if (!gap && !ROWS.has(name)) return
    // The answers to a term stand after it.
    this.#boundary(name === 'DT' ? 'DD' : name, gap)
    if (name === 'PRE') this.#preformatted--
    if (name === 'BLOCKQUOTE') this.#quotations--
    // An empty item or heading marks nothing after it.
    if (name === 'LI' || HEADING.test(name)) this.#mark = ''
  }

  toString(): string {
    return this.#lines.join('\n').trimEnd()
  }
}

const UNSHOWN = /(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden)\b/i

/** Returns whether a page hides an element in its source. The page itself may wait for its scripts before it is shown. */
function isHidden(name: string, node: PageNode): boolean {
  if (name === 'HTML' || name === 'BODY') return false
  const hidden = node.getAttribute?.('hidden')
  // Browsers show this one when somebody searches the page.
  if (typeof hidden === 'string' && hidden.toLowerCase() !== 'until-found') return true
  return UNSHOWN.test(node.getAttribute?.('style') ?? '')
}

/** Returns whether an element holds what surrounds the article: menus, and the head, foot and margins of the page. */
export function isAround(name: string, node: PageNode): boolean {
  if (name === 'NAV') return true
  if (name !== 'HEADER' && name !== 'FOOTER' && name !== 'ASIDE') return false
  for (let place = node.parentNode; place; place = place.parentNode) {
    const holder = place.nodeName.toUpperCase()
    if (holder === 'ARTICLE' || (holder === 'MAIN' && name !== 'ASIDE')) return false
  }
  return true
}

/**
 * Returns the text below a node in document order, a line for each line that a browser shows. Every word stands in it
 * once, whatever holds it. Headings, items and quotations have the marks that `readLines` recognises. Elements for which
 * `leaves` returns true are left out.
 */
export function linesOf(root: PageNode, leaves?: (name: string, node: PageNode) => boolean): string {
  const lines = new Lines()
  walk(root, {
    open(name, node) {
      if (node !== root && (isHidden(name, node) || leaves?.(name, node))) return false
      return lines.open(name)
    },
    close: (name) => lines.close(name),
    text: (words) => lines.text(words),
  })
  return lines.toString()
}

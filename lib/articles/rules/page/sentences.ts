import { isBlock } from './lines'
import { type PageNode, walk } from './walk'

const TEXT = 3
/** A formula of MathJax, whose class names a menu. Readability knows no inline element of this name. */
const FORMULA = 'mjx-container'
const hasWords = (node: PageNode | null) => node?.nodeType === TEXT && /\p{L}/u.test(node.nodeValue ?? '')

/**
 * Removes the class and id of what stands in a sentence: formulas, and inline elements beside words of their own parent.
 * Readability drops elements by such names («menu», «share», «popup»), and their words would be missing in the sentence.
 */
export function keepSentences(document: Document): void {
  const named: Element[] = []
  walk(document.documentElement as unknown as PageNode, {
    open(name, node) {
      const inside = !isBlock(name) && (hasWords(node.previousSibling) || hasWords(node.nextSibling))
      if (inside) named.push(node as unknown as Element)
      return name !== 'SCRIPT' && name !== 'STYLE'
    },
    close: () => undefined,
    text: () => undefined,
  })
  for (const formula of document.querySelectorAll(FORMULA)) {
    const span = document.createElement('span')
    while (formula.firstChild) span.appendChild(formula.firstChild)
    formula.replaceWith(span)
  }
  for (const element of named) for (const name of ['class', 'id']) element.removeAttribute(name)
}

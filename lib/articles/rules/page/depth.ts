import { linesOf } from './lines'
import { type PageNode, walk } from './walk'

/** Maximum elements inside each other; news pages have 40. Readability's time grows with the square of the depth. */
export const MAX_DEPTH = 200

/** Returns the elements at the maximum depth that hold others. */
function deepest(root: PageNode): Element[] {
  const found: Element[] = []
  let depth = 0
  walk(root, {
    open(_, node) {
      if (depth === MAX_DEPTH) {
        found.push(node as unknown as Element)
        return false
      }
      depth++
      return true
    },
    close: () => {
      depth--
    },
    text: () => undefined,
  })
  return found
}

/**
 * Replaces what is nested deeper than MAX_DEPTH with its lines, a paragraph each. No word is lost, and a page takes time
 * in proportion to its length.
 */
export function flattenDepth(document: Document): void {
  for (const element of deepest(document.documentElement as unknown as PageNode)) {
    const lines = linesOf(element as unknown as PageNode).split('\n')
    const block = document.createElement('div')
    for (const line of lines.filter(Boolean)) {
      const paragraph = document.createElement('p')
      paragraph.textContent = line
      block.appendChild(paragraph)
    }
    element.replaceWith(block)
  }
}

import type { PageNode } from './walk'

const TEXT = 3
/** Maximum share of a paragraph's characters that links hold; one with more leads to another article. */
const MAX_LINKS = 0.5

const lengthOf = (element: Element) => (element.textContent ?? '').trim().length

/** Returns the div around a paragraph that holds nothing else. */
function wrapperOf(paragraph: Element): Element | undefined {
  const parent = paragraph.parentNode as Element | null
  if (parent?.nodeName.toUpperCase() !== 'DIV') return undefined
  for (let node = parent.firstChild as PageNode | null; node; node = node.nextSibling) {
    const isOther = node.nodeType === TEXT ? /\S/.test(node.nodeValue ?? '') : node.nodeType === 1
    if (isOther && node !== (paragraph as unknown as PageNode)) return undefined
  }
  return parent
}

/**
 * Puts a paragraph in place of the divs that hold only it, if most of its words are its own. Readability judges each div
 * by the share of its links, and drops a paragraph of the article that stands alone in one and has a link.
 */
export function keepParagraphs(document: Document): void {
  for (const paragraph of document.querySelectorAll('p')) {
    if (!wrapperOf(paragraph)) continue
    const links = [...paragraph.querySelectorAll('a')].reduce((sum, link) => sum + lengthOf(link), 0)
    if (links === 0 || links > lengthOf(paragraph) * MAX_LINKS) continue
    for (let div = wrapperOf(paragraph); div; div = wrapperOf(paragraph)) div.replaceWith(paragraph)
  }
}

import { type PageNode, walk } from './walk'

/** Maximum share of an aside's characters that links hold; one with more leads to other pages. */
const MAX_LINKS = 0.3
/** Maximum asides that are kept: an article has a handful. */
const MAX_ASIDES = 50

type Aside = { node: PageNode; words: number; linked: number }

/** Returns the asides of an article that hold text of its own: no menus, no related articles. */
function ownAsides(root: PageNode): PageNode[] {
  const found: Aside[] = []
  let current: Aside | undefined
  let [articles, asides, links] = [0, 0, 0]
  const step = (name: string, by: 1 | -1) => {
    if (name === 'ARTICLE') articles += by
    if (name === 'ASIDE') asides += by
    if (name === 'A') links += by
  }
  walk(root, {
    open(name, node) {
      if (name === 'SCRIPT' || name === 'STYLE') return false
      if (name === 'ASIDE' && articles > 0 && asides === 0) {
        current = { node, words: 0, linked: 0 }
        found.push(current)
      }
      step(name, 1)
      return true
    },
    close(name) {
      step(name, -1)
      if (asides === 0) current = undefined
    },
    text(words) {
      if (!current) return
      const { length } = words.trim()
      current.words += length
      if (links > 0) current.linked += length
    },
  })
  return found
    .filter(({ words, linked }) => linked <= words * MAX_LINKS)
    .slice(0, MAX_ASIDES)
    .map(({ node }) => node)
}

/**
 * Replaces the asides that belong to an article with sections. Readability removes every aside, and a newsroom's
 * question to its readers may stand in one.
 */
export function keepAsides(document: Document): void {
  const asides = ownAsides(document.documentElement as unknown as PageNode) as unknown as Element[]
  for (const aside of asides) {
    const section = document.createElement('section')
    section.className = aside.className
    while (aside.firstChild) section.appendChild(aside.firstChild)
    aside.replaceWith(section)
  }
}

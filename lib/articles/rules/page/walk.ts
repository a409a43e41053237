/** The nodes of a page: the part of the DOM that every implementation shares. */
export type PageNode = {
  readonly nodeType: number
  readonly nodeName: string
  readonly nodeValue: string | null
  readonly firstChild: PageNode | null
  readonly nextSibling: PageNode | null
  readonly previousSibling: PageNode | null
  readonly parentNode: PageNode | null
  /** Only elements have attributes. */
  getAttribute?(name: string): string | null
}

/** What `walk` calls at the start and the end of each element, and at each text. */
export type Visitor = {
  /** Returns false to leave out what the element holds, and its end. */
  open(name: string, node: PageNode): boolean
  close(name: string, node: PageNode): void
  text(words: string): void
}

const ELEMENT = 1
const TEXT = 3

/** Visits a node and everything below it in document order. Names of elements are in capitals. */
export function walk(root: PageNode, { open, close, text }: Visitor): void {
  let node = root
  // A loop, because a page may be deeper than the stack.
  for (;;) {
    if (node.nodeType === TEXT) text(node.nodeValue ?? '')
    else if (node.nodeType !== ELEMENT) {
      // A comment or a declaration holds no words.
    } else {
      const name = node.nodeName.toUpperCase()
      if (open(name, node)) {
        if (node.firstChild) {
          node = node.firstChild
          continue
        }
        close(name, node)
      }
    }
    while (node !== root && !node.nextSibling && node.parentNode) {
      node = node.parentNode
      close(node.nodeName.toUpperCase(), node)
    }
    if (node === root || !node.nextSibling) return
    node = node.nextSibling
  }
}

type ParseHtml = typeof import('linkedom').parseHTML

/**
 * Returns the document of a page. Pages may leave out html, head and body, which linkedom does not add: Readability
 * needs a body that holds the page.
 */
export function documentOf(source: string, parseHTML: ParseHtml): Document {
  const parsed = parseHTML(source).document as unknown as Document
  const root = parsed.documentElement as Element | null
  if (root?.localName !== 'html')
    return parseHTML(`<html><head></head><body>${source}</body></html>`).document as unknown as Document
  const hasBody = [...root.children].some(({ localName }) => localName === 'body' || localName === 'frameset')
  if (hasBody) return parsed
  const body = parsed.createElement('body')
  const [first] = root.children
  const head = first?.localName === 'head' ? first : undefined
  for (const node of [...root.childNodes]) if (node !== head) body.appendChild(node)
  root.appendChild(body)
  return parsed
}

import Markdown from 'react-markdown'

/** Headings move one level down: the page has the first level. */
const components = {
  h1: ({ children }: { children?: React.ReactNode }) => (
    <h2 className="mt-8 font-semibold text-2xl">{children}</h2>
  ),
  h2: ({ children }: { children?: React.ReactNode }) => (
    <h2 className="mt-8 font-semibold text-2xl">{children}</h2>
  ),
  h3: ({ children }: { children?: React.ReactNode }) => (
    <h3 className="mt-6 font-semibold text-xl">{children}</h3>
  ),
  p: ({ children }: { children?: React.ReactNode }) => <p className="mt-3">{children}</p>,
  ol: ({ children }: { children?: React.ReactNode }) => (
    <ol className="mt-3 list-decimal pl-7">{children}</ol>
  ),
  ul: ({ children }: { children?: React.ReactNode }) => <ul className="mt-3 list-disc pl-7">{children}</ul>,
  li: ({ children }: { children?: React.ReactNode }) => <li className="mt-1">{children}</li>,
  a: ({ href, children }: { href?: string | undefined; children?: React.ReactNode }) => (
    <a href={href} rel="noopener">
      {children}
    </a>
  ),
}

const ALLOWED = [
  'h1',
  'h2',
  'h3',
  'p',
  'ol',
  'ul',
  'li',
  'a',
  'em',
  'strong',
  'blockquote',
  'hr',
  'br',
  'code',
]

/** Renders an editor's Markdown: text, links and lists; no pictures, and HTML stays text. */
export function EditorialText({ text }: { text: string }) {
  return (
    <Markdown components={components} allowedElements={ALLOWED} unwrapDisallowed>
      {text}
    </Markdown>
  )
}

import type { Finding } from '@/lib/comments/rules/finding'
import { marked } from '@/lib/comments/rules/highlight'

/** Renders a text with the checks' findings set off, by more than colour. */
export function MarkedText({ text, findings }: { text: string; findings: Finding[] }) {
  return marked(text, findings).map((piece) =>
    piece.rules.length ? (
      <mark key={piece.start} className="bg-accent-soft text-ink underline decoration-2 decoration-accent">
        {piece.text}
      </mark>
    ) : (
      piece.text
    ),
  )
}

import type { Finding } from './finding'

/** A piece of a text, with the rules that point at it. */
export type Piece = { start: number; text: string; rules: string[] }

/** Splits the text where the checks' findings begin and end; joined, the pieces are the text unchanged. */
export function marked(text: string, findings: Finding[]): Piece[] {
  const spans = findings.flatMap(({ rule, start, end }) =>
    start !== undefined && end !== undefined && start < end && end <= text.length
      ? [{ rule, start, end }]
      : [],
  )
  const cuts = [...new Set([0, text.length, ...spans.flatMap(({ start, end }) => [start, end])])]
  cuts.sort((a, b) => a - b)
  return cuts.slice(0, -1).map((start, index) => {
    const end = cuts[index + 1] ?? text.length
    const over = spans.filter((span) => span.start < end && span.end > start)
    return { start, text: text.slice(start, end), rules: [...new Set(over.map(({ rule }) => rule))] }
  })
}

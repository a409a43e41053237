/** A ballot as the database hands it over: a line of fields with tabs between them. */
export type BallotLine = {
  /** The ballot's cells with a space between them. */
  cells: string
  /** Minutes since 1970. */
  cast: number
  changed: number
  /** The rule that set the ballot aside; empty while it counts. */
  rule: string
  /** The options of randomised questions in the order shown, with a space between them. */
  shown: string
  /** The reader's own words by question, those that may be told. */
  texts: Record<string, string>
}

const NONE: Record<string, string> = {}

/** Cells have no tab in them, and in JSON a tab or a new line of somebody's text is written out. */
function readLine(line: string): BallotLine {
  const [cells = '', cast, changed, rule = '', shown = '', texts] = line.split('\t')
  return {
    cells,
    cast: Number(cast),
    changed: Number(changed),
    rule,
    shown,
    texts: texts ? (JSON.parse(texts) as Record<string, string>) : NONE,
  }
}

export const readBallotLines = (lines: string | null): BallotLine[] =>
  lines ? lines.split('\n').map(readLine) : []

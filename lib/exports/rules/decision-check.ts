type Line = Record<string, unknown>

/** What of a decision stands beside the text it is on too. */
const SHARED = ['comment', 'revision', 'outcome', 'reason', 'rule', 'automated'] as const
const said = (line: Line, at: unknown) => JSON.stringify([...SHARED.map((name) => line[name]), at])

/** Whether each text of a bundle has the decision that its table of decisions has. */
export class DecisionCheck {
  private readonly decisions = new Map<unknown, string>()
  private readonly comments: { comment: unknown; decision: unknown; said: string }[] = []

  decision(line: Line) {
    this.decisions.set(line.decision, said(line, line.at))
  }

  comment(line: Line) {
    // Sent, and not looked at yet.
    if (line.decision === null) return
    const { comment, decision, decided_at: at } = line
    this.comments.push({ comment, decision, said: said(line, at) })
  }

  /** The texts of which that is not so, in words. */
  differences = (): string[] =>
    this.comments
      .filter(({ decision, said }) => this.decisions.get(decision) !== said)
      .map(({ comment, decision }) => `comments.jsonl: ${comment} does not have decision ${decision}`)
}

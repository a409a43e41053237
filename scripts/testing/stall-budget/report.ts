import { leastDelay, STALL_BUDGET_MS } from './event-loop-delay'

type Line = { kind: string; what: string; inputs: number; worst: number; shape: string }
export type Stall = { what: string; shape: string; ms: number }

/** The longest delay of each input, for people to read, and the inputs over the budget. */
export class Report {
  private readonly lines: Line[] = []
  readonly stalls: Stall[] = []

  constructor(private readonly kind: string) {}

  async measure(
    what: string,
    shape: string,
    work: () => Promise<unknown>,
    prepare?: () => Promise<unknown>,
  ): Promise<void> {
    const ms = await leastDelay(work, prepare)
    let line = this.lines.find((one) => one.what === what)
    if (!line) {
      line = { kind: this.kind, what, inputs: 0, worst: 0, shape }
      this.lines.push(line)
    }
    line.inputs++
    if (ms > line.worst) Object.assign(line, { worst: ms, shape })
    if (ms > STALL_BUDGET_MS) this.stalls.push({ what, shape, ms: Math.round(ms) })
  }

  /** Returns a table in Markdown, the longest delays first. */
  toString(): string {
    const rows = [...this.lines].sort((a, b) => b.worst - a.worst)
    return [
      `| ${this.kind} | inputs | longest delay | of |`,
      '| --- | ---: | ---: | --- |',
      ...rows.map(
        ({ what, inputs, worst, shape }) => `| ${what} | ${inputs} | ${worst.toFixed(1)} ms | ${shape} |`,
      ),
    ].join('\n')
  }
}

import { jointOptions } from '../../ballots/rules/tally-keys'
import type { Results } from '../../results/schema'
import { aspectsOf } from '../../surveys/rules/aspects'
import { type AskedQuestion, columnName, formerColumnName, wordedApart } from './question-columns'

type Line = Record<string, unknown>

/** Counts what lines of the ballots table say, for one version of the questions, as the public results do. */
export class Recount {
  private ballots = 0
  private earlier = 0
  private readonly answered = new Map<number, number>()
  private readonly options = new Map<number, number>()
  private readonly joint = new Map<string, number>()

  constructor(
    private readonly questions: AskedQuestion[],
    private readonly version: number,
  ) {}

  add(line: Line) {
    // An excluded ballot is in the file if the export asked for it, and in no public figure.
    if (line.set_aside) return
    if (line.version !== this.version) {
      this.earlier++
      return
    }
    this.ballots++
    for (const question of this.questions) if (question.version === this.version) this.count(question, line)
  }

  private count(question: AskedQuestion, line: Line) {
    const { id, kind, options } = question
    const name = nameIn(line, question)
    if (kind === 'open') {
      if (line[`${name}_wrote`] === 1) increase(this.answered, id)
      return
    }
    const chosen =
      kind === 'aspects'
        ? aspectsOf(question).flatMap((aspect, index) =>
            wordedApart(aspect.options).filter(({ label }) => label === line[`${name}_${index + 1}`]),
          )
        : kind === 'multiple'
          ? options.filter((_, index) => line[`${name}_${index + 1}`] === 1)
          : wordedApart(options).filter(({ label }) => label === line[name])
    if (!chosen.length) return
    increase(this.answered, id)
    for (const option of chosen) increase(this.options, option.id)
    const ids = chosen.map((option) => option.id)
    for (const way of jointOptions(question))
      if (way.every((one) => ids.includes(one))) increase(this.joint, way.join())
  }

  /** Where the published figures and this recount differ, in words; nothing when they are equal. */
  differences(results: Results): string[] {
    const found: string[] = []
    const compare = (what: string, published: number, counted: number) => {
      if (published !== counted) found.push(`${what}: published ${published}, counted ${counted}`)
    }
    compare('ballots', results.ballots, this.ballots)
    compare('ballots of earlier versions', results.earlier, this.earlier)
    for (const { id, answered, options, joint } of results.questions) {
      compare(`question ${id}, answered`, answered, this.answered.get(id) ?? 0)
      for (const option of options)
        compare(`question ${id}, option ${option.id}`, option.count, this.options.get(option.id) ?? 0)
      for (const { optionIds, count } of joint ?? [])
        compare(
          `question ${id}, options ${optionIds.join('+')} together`,
          count,
          this.joint.get(optionIds.join()) ?? 0,
        )
    }
    return found
  }
}

/** Returns what the columns of `question` begin with in this bundle, which may be an older one. */
function nameIn(line: Line, question: AskedQuestion): string {
  const name = columnName(question)
  return ['', '_1', '_wrote'].some((end) => name + end in line) ? name : formerColumnName(question)
}

const increase = <K>(counts: Map<K, number>, key: K) => counts.set(key, (counts.get(key) ?? 0) + 1)

/** Words by which a fault of a survey question shows, and those with which it is asked better. */
export interface Lint {
  /** What suggests the answer. Folded by `plain`, as all others unless they say otherwise. */
  leading: readonly string[]
  /** As written: a call for assent at the end, words that push, and how an assent is asked as a question. */
  tags: readonly string[]
  pushes: readonly string[]
  assents: readonly (readonly [RegExp, string])[]
  /** Matches an opening that asks for assent alone, and what asks for both sides instead. */
  agrees: RegExp
  sides: { asked: string; options: string[] }
  elections: readonly string[]
  negatives: readonly string[]
  /** As written: a negation, and the question without it. The first that applies does. */
  negations: readonly (readonly [RegExp, string])[]
  /** Two judgements, or two subjects, in one question. */
  twoJudgements: string
  twoSubjects: string
  /** Words of answers against, for, and on neither side. */
  against: readonly string[]
  favour: readonly string[]
  middle: readonly string[]
  /** Answers with equal numbers on each side, by what they measure; the last fits anything. */
  scales: readonly (readonly [RegExp, string[]])[]
  /** The answer for all others. */
  other: string
  /** As written: words before a judging adjective, a judgement about a subject, and a judged noun. */
  determiners: readonly string[]
  saidOf: RegExp
  judgedNoun: RegExp
  /** A neutral name for what is judged. */
  measure: string
  /** Asks for an opinion about a subject. */
  opinionOf: (subject: string) => string
  /** What ends a question. */
  mark: string
}

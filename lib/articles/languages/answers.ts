/** The words of answers that stand beside a question. Folded by `plain`, unless a field says otherwise. */
export interface AnswerWords {
  /** Starts of lines that only count votes or name the poll. */
  noise: readonly string[]
  /** Words before a list of answers: «Réponses possibles :». */
  prompts: readonly string[]
  /** Starts of a line that sounds like an answer. */
  spoken: readonly string[]
  /** Verbs and subjects of a sentence that lists no answers. */
  acts: readonly string[]
  /** Who or what is counted after a number of votes. */
  votes: readonly string[]
  /** Lines that announce a vote, without what follows. */
  announced: readonly string[]
  /** Calls such as «Votez !», which may stand between a question and its answers. */
  calls: readonly string[]
  /** Words of a note in brackets that allows several answers. */
  several: readonly string[]
  /** Whole labels that mean «sans avis», and what stands beside one; folded by `foldedLabel`. */
  abstentions: readonly string[]
  besideAbstention: readonly string[]
  /** Starts of a label that abstains. */
  abstains: readonly string[]
  /** What shows that a question judges its subject. */
  judges: readonly string[]
  /** Starts of answers that exclude each other, and of judgements against. */
  exclusive: readonly string[]
  antonyms: readonly string[]
}

/** The words of a text by which its parts are told apart, folded by `plain` unless a field says otherwise. */
export interface TextWords {
  /** The names of months as patterns, by their number, and what may follow a day's number. */
  months: readonly (readonly [string, number])[]
  ordinals: readonly string[]
  /** Words before a date of publication. */
  published: readonly string[]
  /** Starts of a sentence that depends on the one before. */
  leans: readonly string[]
  /** Starts of a first line that is no title. */
  noTitle: readonly string[]
  /** Abbreviations after which a full stop ends no sentence, as written, in lower case. */
  shortened: readonly string[]
  /** Words of a question before which people who write without capitals still end their sentences, as written. */
  asksNext: readonly string[]
  /** Labels of who asks and who answers. */
  speakers: readonly string[]
  /** The letters before a lost apostrophe. */
  elided: readonly string[]
}

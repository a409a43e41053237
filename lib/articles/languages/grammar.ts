/**
 * How questions of one language join alternatives. All fields match text folded by `plain`. What a language leaves out
 * matches nothing.
 */
export interface Grammar {
  /** Set phrases whose «ou» separates no answers: «tôt ou tard». */
  stock?: readonly string[]
  /** Words between two alternatives. */
  connectors?: readonly string[]
  /** Questions whether something exists or was done at all, whose «ou» joins no answers; at their start. */
  existence?: readonly string[]
  /** «déjà», “ever”. */
  ever?: readonly string[]
  /** One thing done in one of two ways: «l'avez-vous acheté neuf ou d'occasion». */
  done?: RegExp
  had?: RegExp
  participle?: RegExp
  way?: RegExp
  /** One known thing that is described as this or that: «votre vélo neuf ou reconditionné». */
  state?: RegExp
  /** Wishes: «Avez-vous envie de rester ou de partir». */
  wish?: RegExp
  /** Two names that share their verb: «que les banques ou les assureurs vont payer». */
  sharedVerb?: RegExp
  /** What the reader intends or experiences, which is asked as a whole. */
  intent?: RegExp
  /** Questions whether something is allowed at all: «peut-on vivre sans eau ou sans sel». */
  allowed?: RegExp
  /** What announces a choice. */
  contrast?: readonly string[]
  notEnough?: readonly string[]
  /** What opens a clause of its own, before and within alternatives. */
  relative?: RegExp
  ownRelative?: RegExp
  /** A verb before its subject, anywhere. */
  inversion?: RegExp
  /** A participle that begins a thing done: «pris le train». */
  act?: RegExp
  /** «ou non», and «ou pas du tout» at the end. */
  orNot?: RegExp
  orNotAtAll?: RegExp
  /** A preposition that two answers repeat. */
  repeated?: readonly string[]
  /** Two things liked or hated: what stands before them. */
  twice?: RegExp
  /** A verb in a piece of a question. */
  verb?: RegExp
  /** Words that begin a clause before the question, or a judgement. */
  subordinate?: readonly string[]
  quality?: readonly string[]
  /** A relative clause that belongs to the last alternative, and who is named before one. */
  clauseAfter?: readonly string[]
  those?: RegExp
  /** Degrees that are listed without an «ou». */
  degrees?: readonly string[]
  /** Words that begin no item of a list. */
  noItem?: readonly string[]
  /** The words around a list between two items: «entre A et B», and what needs no choice between them. */
  between?: { from: string; and: string; asks: readonly string[]; compares: readonly string[] }
  /** What goes on after such a list. */
  beyond?: readonly string[]
  /** Questions which of several will win, and those that pick one. */
  among?: RegExp
  /** «Qui de…», which names those among whom one is chosen. */
  whoOf?: RegExp
  picks?: RegExp
  /** Questions for a reason or a way, which a comma does not turn into a list. */
  reasons?: readonly string[]
  /** The first words of a list. */
  listHead?: readonly string[]
  /** What asks the reader to pick, right before a list. */
  chooses?: readonly string[]
  /** A list before its question: «Train ou avion : lequel choisir». */
  headed?: { not: readonly string[]; colon: readonly string[]; comma: readonly string[] }
  /** Questions which of the things named before: «…, une ruine : lequel voulez-vous ?». */
  whichOf?: readonly string[]
  /** «Qui du lièvre ou de la tortue va gagner». */
  ofTwo?: RegExp
  /** A comparison that belongs to the verb: “Did you like the play or the film more”. */
  compared?: RegExp
  /** «Est-ce le prix ou la qualité qui compte»: the clause about both is no answer. */
  cleft?: RegExp
  /** A question that selects among things, and a verb before its subject. */
  selects?: readonly string[]
  asksByVerb?: RegExp
  /** Words before a thing that is not known yet: «une», “any”. */
  indefinite?: readonly string[]
  /** A verb with which a few words are no title. */
  conjugated?: RegExp
  /** «ou» at the start of an alternative that stands as a sentence, with the words that belong to it. */
  leadingOr?: readonly string[]
  /** What stands before the question proper, up to a comma: “On balance, would you…”. */
  lead?: RegExp
  /** Subjects before their verb, at the start of a question. */
  subjects?: readonly string[]
  /** The end of an amount that has no upper or lower limit: «dix euros ou plus». */
  orMore?: readonly string[]
  /** Words that add something to a question before, instead of an answer to it: «Le samedi aussi ?». */
  adds?: readonly string[]
  /** Words with which a writer turns to the reader. */
  turns?: readonly string[]
  /** Starts of «Où est…» that lost its accent, which continue no question. */
  continuesNot?: readonly string[]
  /** “How about you — …”, after which the question follows; as written. */
  turned?: RegExp
  /** Questions whose answer is a sentence: a list under them is not a list of answers. */
  wantsWords?: readonly string[]
  /** A clause with its own subject, and one that stands as it is: «ça vous choque». */
  statement?: RegExp
  ownStatement?: RegExp
  /** Questions for an opinion after what it is about: «justice ou acharnement, qu'en dites-vous ?». */
  opinionOf?: readonly string[]
}

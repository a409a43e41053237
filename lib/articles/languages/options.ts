/**
 * How the alternatives of one language's choices begin and end. All fields match text folded by `plain`. What a
 * language leaves out matches nothing.
 */
export interface Options {
  /** Verbs that need no object. */
  intransitive?: readonly string[]
  /** Words that begin when, where or for what it is, after the last alternative. */
  adjuncts?: readonly string[]
  /** Ends of an alternative whose complement is its own: «attendre que…», “wait for…”. */
  governs?: readonly string[]
  /** A word that governs «à» or «de»: a participle, an adjective of inclination or feeling. */
  governor?: RegExp
  /** A participle that means little without what follows: «remplacé par…», “turned into…”. */
  completed?: RegExp
  /** Words that begin a complement. */
  afterWord?: readonly string[]
  /** Articles of a known thing, with the preposition before them. */
  definite?: readonly string[]
  /** A complement with a demonstrative. */
  ofThese?: readonly string[]
  /** A complement with an article. */
  ofDefinite?: readonly string[]
  /** Ends after which such words are no adjunct. */
  beforeAdjunct?: readonly string[]
  /** An adverb that an adjunct completes. */
  adverb?: RegExp
  /** Reflexive verbs that share a complement: the first alone, and the last. */
  reflexiveAlone?: RegExp
  /** The last of them, before its complement. */
  reflexiveOf?: RegExp
  /** An alternative with a preposition and an article in one. */
  toDefinite?: RegExp
  /** Degrees before an adjective. */
  degreesBefore?: readonly string[]
  /** The end that two participles share. */
  formEnds?: RegExp
  /** Words that narrow and complete nothing. */
  only?: readonly string[]
  /** A complement that a bare noun keeps. */
  ofNoun?: readonly string[]
  /** A complement that says how it is done. */
  ownTo?: RegExp
  /** A complement that only some words govern. */
  toOrOf?: RegExp
  /** The task, which is stated once, after the last alternative: «à l'État ou aux régions de payer». */
  charged?: RegExp
  /** Words before who is to act. */
  charges?: readonly string[]
  /** When or how often, at the end of an alternative. */
  times?: readonly string[]
  /** How, at the end of an alternative. */
  manner?: RegExp
  /** Words of degree that lack what they measure. */
  degrees?: readonly string[]
  /** A word before an object or a particle: any such word is a verb (“oppose it”, “mend the roof”). */
  beforeObject?: RegExp
  /** Words before a verb. */
  beforeVerb?: RegExp
  /** The end of an adjective. */
  adjective?: RegExp
  /** Two prepositions that share their noun: «avec ou sans sucre». */
  sharing?: readonly string[]
  /** Prepositions and articles before an adjective: «dans le bon ou dans le mauvais sens». */
  placed?: readonly string[]
  /** Words that are no quality of a noun. */
  noQuality?: readonly string[]
  /** An article before a noun that others share. */
  articled?: readonly string[]
  /** Words after which a noun is not shared. */
  task?: readonly string[]
  /** Degrees that share what they measure: «bien ou mal desservie». */
  sharedDegrees?: readonly string[]
  /** A modal and its subject. */
  modal?: RegExp
  /** A clause of the same subject. */
  ofSame?: RegExp
  /** A question by “do” and its subject. */
  does?: RegExp
  /** What precedes the subject in “do you think the crew went too far”. */
  opinion?: RegExp
  /** The subject in “do you think the new crew will…”. */
  subject?: RegExp
  /** A question about the reader's plans, with nothing before the verb. */
  reader?: RegExp
  /** A modal before its subject, which an answer has in this order reversed. */
  clause?: RegExp
  /** An auxiliary and a noun as its subject: “did the court go too far”. */
  nounFirst?: RegExp
  /** “does it”, whose verb an answer has in the third person: “it depends”. */
  pronounDoes?: RegExp
  /** “is” before a noun as its subject. */
  is?: RegExp
  /** Words before an answer that are no part of it. */
  head?: RegExp
  /** «n'est-ce qu'un orage». */
  onlyThat?: RegExp
  /** «le prix est-il correct»: the noun already stands before its verb. */
  namedBefore?: RegExp
  /** A verb to which the «de» or «à» before the alternatives belongs. */
  governed?: RegExp
  /** What may be a partitive article, and what never is one. */
  of?: RegExp
  /** What no partitive article looks like. */
  neverPartitive?: RegExp
  /** A noun and what is said of it. */
  nounAndAdjective?: RegExp
  /** A described noun: “this project realistic”. */
  described?: RegExp
  /** What the reader is, not does: “are you disappointed by it”. */
  readerIs?: RegExp
  /** The end of a frame that has the verb, whose object follows. */
  acted?: RegExp
  /** A noun phrase that stands beside another: “this real progress or clever marketing”. */
  twoNouns?: RegExp
  /** A frame whose alternatives each have their verb, so that the first keeps its own. */
  beforeVerbs?: RegExp
  /** Openings of a clause beside other ones: «que rien ne change». */
  clauses?: RegExp
  /** The end of a wish, on which such clauses hang. */
  wishes?: RegExp
  /** What the reader is inclined to, before acts that are the answers: «prêt à payer ou renoncer». */
  inclined?: RegExp
  /** Adverbs after the word that they strengthen: “clear enough”. */
  postposed?: readonly string[]
  /** Degrees that also mean a preference. */
  graded?: readonly string[]
  /** Set phrases that begin with «de». */
  setOf?: RegExp
  /** Verbs before another one, whose acts are the answers: “want to”. */
  semi?: RegExp
  /** What precedes the predicate in “do you think the plan is good”. */
  claim?: RegExp
  /** Degrees of comparison that may stand alone. */
  compares?: readonly string[]
  /** A word after a verb that is no object of it. */
  particle?: RegExp
  /** A thing and the way it is used, before an adjective: «ce logiciel à titre privé». */
  wayNoun?: RegExp
  /** A second alternative with a subject of its own before its verb: «ou cela vous importe-t-il peu». */
  ownSubject?: RegExp
  /** «plutôt que de», before an act that is no answer. */
  instead?: RegExp
  /** What the reader would do. */
  readerActs?: RegExp
  /** Verbs that a clause follows. */
  opensClause?: RegExp
  /** Words after which, with their pronoun, any word is a verb. */
  acts?: RegExp
  /** An observed subject, which is no part of the answer: “see the team rebuild or trade”. */
  watched?: RegExp
  /** Auxiliaries that a subject and a verb follow. */
  auxiliary?: RegExp
  /** Those that a participle follows. */
  has?: RegExp
  /** A pronoun, or a demonstrative, as subject. */
  pronoun?: RegExp
  /** A demonstrative before a noun. */
  demonstrative?: RegExp
  /** Adverbs before a verb. */
  adverbsBefore?: RegExp
  /** Verbs that a quality follows. */
  links?: RegExp
  /** A word that an infinitive completes. */
  beforeInfinitive?: RegExp
  /** A noun phrase that depends on no preposition. */
  value?: RegExp
  /** Words that begin a predicate. */
  determined?: RegExp
  /** A known thing, whose description follows: «votre vélo neuf ou d'occasion». */
  knownThing?: RegExp
  /** “make roads safer or slower”. */
  comparative?: RegExp
  /** “describe the service as excellent or poor”, “buy it new or used”, “up to parents or schools”. */
  saidOf?: RegExp
  /** Where a judgement begins, when a word marks it: “the new rules a step too far”. */
  judgedAt?: RegExp
  /** A preposition that is stated once: “with cash, card or phone”. */
  wayOnce?: RegExp
  /** A verb in -ing. */
  ongoing?: RegExp
  /** A determiner at the end, after which a word in -ing is a noun: “the ending”. */
  namedEnd?: RegExp
  /** A reflexive verb. */
  reflexive?: RegExp
  /** A pronoun before a verb: «le voir en salle». */
  clitic?: RegExp
  /** A preposition with its article. */
  articledPreposition?: RegExp
  /** A preposition that governs all alternatives. */
  governing?: RegExp
  /** «ou l'inverse», which reverses the whole first alternative. */
  opposite?: RegExp
  /** A noun before its judgement. */
  judgedNoun?: RegExp
  /** Words that narrow what follows and do not change its nature: «seulement pour les jeunes». */
  focus?: RegExp
  /** A verb before its subject, with the pronouns before it. */
  inverted?: RegExp
  /** What the reader does («Aimez-vous ce format»), unless the verb only opens the question. */
  addressed?: RegExp
  /** A clause that is a verb and its subject alone, at the end. */
  bareClause?: RegExp
  /** A verb before its subject, at the start. */
  nextClause?: RegExp
  /** A second alternative with a verb of its own: it answers the whole first one. */
  verbClause?: RegExp
  /** Alternatives that both describe the reader: «vous préparez tout ou vous improvisez». */
  said?: RegExp
  /** A clause whose subject follows its verb. */
  clauseWords?: RegExp
  /** «peut-on l'empêcher», which becomes «on peut l'empêcher»: the subject stays impersonal. */
  impersonal?: RegExp
  /** The letters of a word before its apostrophe. */
  elided?: readonly string[]
  /** Words after the last word that two alternatives share. */
  afterEnd?: readonly string[]
  /** A subject before a verb that the other alternatives share: “should (the ferry) be replaced, the bridge raised”. */
  gapped?: RegExp
  /** Objects before a verb: «vous choque, vous amuse». */
  objects?: readonly string[]
}

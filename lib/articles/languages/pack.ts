import type { AnswerWords, TextWords } from './answers'
import type { Frame } from './frame'
import type { Grammar } from './grammar'
import type { Judged } from './judged'
import type { Options } from './options'
import type { Scale } from './scale'

/** The languages of articles. */
export type Language = 'fr' | 'en' | 'es'
/** The languages of surveys: readers' pages are written in these. */
export type SurveyLanguage = 'fr' | 'en'

/**
 * The words with which articles turn to their readers. Here and below each entry is an alternative of a regular
 * expression, and matches text folded by `plain`.
 */
export interface Asking {
  /** What asks for an opinion, a habit or a choice of the reader's. */
  opinion: readonly string[]
  /** Patterns that together show a question about what the reader does. */
  directly: readonly RegExp[]
  /** What addresses readers without asking for their opinion. */
  addressed: readonly string[]
  /** Words before a line that hands over. */
  openers: readonly string[]
  /** Lines that hand over to the reader: «Et vous ?». */
  handsOver: readonly string[]
  /** Words before a line that announces. */
  turns: readonly string[]
  /** Lines that announce the reader's turn: «Votre avis :». */
  announces: readonly string[]
  /** Announcements before a colon or a dash, in the line of the question itself. */
  prefixes: readonly string[]
  /** Names of readers, with which a sentence calls them: «Parents, …». */
  readers: readonly string[]
  /** Openings of a line set apart that addresses readers, though it looks like a quotation. */
  callouts: readonly string[]
  /** Orders before a comma, and the words with which their question begins. */
  orders: readonly string[]
  ordered: readonly string[]
  /** Calls to answer that stand beside closing questions. */
  prompts: readonly string[]
  /** Sentences that the answers listed under them complete: «Au travail, vous préférez :». */
  stems: readonly string[]
  /** Orders that ask for words without a question mark: «Racontez-nous vos souvenirs.» */
  invitations: readonly string[]
  /** Calls to decide, after the alternatives and a colon: «Pont ou tunnel : à vous de trancher». */
  decides: readonly string[]
  /** What begins a condition before such an order: «Si vous avez déjà essayé, …». */
  conditions: readonly string[]
}

/** The words of what surrounds an article on its page. */
export interface Page {
  related: readonly string[]
  comments: readonly string[]
  meta: readonly string[]
  /** The first and last words of a letter. */
  greetings: readonly string[]
  signOffs: readonly string[]
  /** Headings of questions that the page answers itself. */
  frequent: readonly string[]
  /** Labels over an advert. */
  adverts: readonly string[]
  /** Questions that lead back to the article after titles of other ones. */
  backToReader: readonly string[]
}

/** The words of a page that stands before an article, or ends it early. */
export interface Walls {
  /** What asks for consent to cookies or advertising. */
  consent: readonly string[]
  /** What asks a visitor to prove that they are no robot. */
  robot: readonly string[]
  /** What says that the rest of the article is for subscribers. */
  subscription: readonly string[]
}

/** The words by which a question is refused. */
export interface Refusals {
  /** Questions that sell, recruit, help with an account or ask about the page. */
  adverts: readonly string[]
  /** Openings that sound like an advert, and are none where answers are wanted in public. */
  gathers: readonly string[]
  /** What questions about help with the page name. */
  help: readonly string[]
  /** Where readers answer in public. */
  publicly: readonly string[]
  /** Openings of a sentence that sells what the question was about, and what shows that it does not. */
  sells: readonly string[]
  polls: readonly string[]
  /** Openings of the writer's own answer. */
  answerOpeners: readonly string[]
  answers: readonly string[]
  /** Openings of an answer to any question. */
  plainAnswerOpeners: readonly string[]
  plainAnswers: readonly string[]
  /** Questions about what people do, and the openings of an answer that takes up their subject. */
  echoes: readonly { asked: RegExp; answered: RegExp }[]
  /** Words after a question that name who asked it. */
  reports: readonly string[]
  /** Words before a colon that introduce the question of another person. */
  introduces: readonly string[]
  /** Names and titles before a comma, of somebody who is no reader: «Monsieur le préfet». */
  vocatives: readonly string[]
  /** Verbs that introduce a quoted question, and verbs of a past one. */
  asks: readonly string[]
  asked: readonly string[]
  /** Openings of a sentence in which the author goes on about themselves. */
  ownAnswers: readonly string[]
  /** Openings of a sentence after questions that others answer: «Leurs réponses…». */
  answeredBy: readonly string[]
  /** Words before a colon that name a question which readers have answered already. */
  polled: readonly string[]
  /** Whole questions that make the writer's own point. */
  rhetoricalOpeners: readonly string[]
  rhetorical: readonly string[]
  /** Openings of a question that its author asks themselves: «Peut-être devrais-je…». */
  musings: readonly string[]
  /** Ends of a sentence that asks for assent: «…, non ?». Whole patterns. */
  tags: readonly string[]
}

/** Words before which a careless paste loses line ends, with their capitals and accents. */
export interface Seams {
  /** Words that begin a closing question or the part around it. */
  starters: readonly string[]
  /** The plainest of these, recognised even after capitals. */
  plainStarters: readonly string[]
  /** Words that begin a sentence where they stand right after a lower-case letter. */
  openers: readonly string[]
  /** Headings of what is pasted after an article. */
  afters: readonly string[]
}

/** The words that show what kind of answers a question wants. */
export interface Questions {
  /** Questions for words that are not interrogative: «Avez-vous une idée à partager ?». */
  invites: readonly string[]
  /** Interrogative words at the start of a question. */
  asks: readonly string[]
  /** Starts of a question that wants a yes or a no. */
  closed: readonly string[]
  /** Interrogative words after a comma or a colon. */
  later: readonly string[]
  /** The second of two questions: «Et le meilleur ?». */
  other: readonly string[]
  /** A verb before its subject, without an interrogative word. */
  inverted: readonly string[]
  /** Other shapes of questions for words. */
  elliptic: readonly string[]
  /** Interrogative words that only show in the question as written, by their accent. */
  written: { first: readonly RegExp[]; later: readonly RegExp[]; last: readonly RegExp[] }
  /** «oui ou non», anywhere and at the end. */
  yesOrNo: readonly string[]
  orNot: readonly string[]
  /** Openings of a public debate: «faut-il», “should”. */
  debates: readonly string[]
  /** Openings that ask what another ought to do: «le maire devrait-il». Alone after an article, they ask readers. */
  duties: readonly string[]
  /** The word between two alternatives. */
  or: readonly string[]
  /** Opposite sides of a debate, and what takes neither. */
  sides: { for: readonly string[]; against: readonly string[]; neither: readonly string[] }
  /** A question for words at the end of a closed one: «…, et si oui, pourquoi ?». */
  followUps: readonly string[]
  /** Openings of the steps of a scale in words: «très satisfait», «pas du tout». */
  levels: readonly string[]
  judged: Judged
  /** Notes that allow several answers, and plurals before a list that do. */
  several: readonly string[]
  plural: readonly string[]
  scale: Scale
  /** Words before the question proper, asides within it, and asides at its end. */
  openings: readonly string[]
  asides: readonly string[]
  tails: readonly string[]
}

/** The beginnings of questions, and how their alternatives depend on them; the first match decides. */
export interface Frames {
  frames: readonly (readonly [RegExp, Frame['kind']])[]
  /** Words between the verb and the first alternative that are no part of it. */
  asides: string
}

/** Words by their class. Lists are words between spaces. */
export interface Lexicon {
  determiner: RegExp
  preposition: RegExp
  /** Matches an infinitive with the pronouns before it; its verb is the group `verb`. Unset where form shows none. */
  infinitive?: RegExp
  /** Words that look like an infinitive. */
  noVerbs?: string
  /** Adverbs of degree. */
  adverbs: string
  /** Adjectives that stand before their noun, as alternatives of an expression. */
  beforeNoun: string
  /** Words that carry no subject. */
  empty: string
}

/** Words that judge their subject before a reader does. */
export interface Loaded {
  words: readonly string[]
  /** Those that name the subject itself: «ce racket». */
  nouns: readonly string[]
}

/** What the engine knows of one language. */
export interface LanguagePack {
  language: Language
  /** Frequent words, from which the language of a text is told. */
  frequent: readonly string[]
  /** The answers of a question for yes or no, and the abstention. */
  answers: { yes: string; no: string; abstain: string }
  answerWords: AnswerWords
  textWords: TextWords
  asking: Asking
  page: Page
  walls: Walls
  refusals: Refusals
  seams: Seams
  questions: Questions
  /** Empty in a language whose choices are not read. */
  grammar: Grammar
  options: Options
  lexicon: Lexicon
  loaded: Loaded
  /** How the alternatives of a choice begin. Unset in a language whose choices are not read. */
  frames?: Frames
}

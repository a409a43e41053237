import type { Language } from '../found'
import { isVerb } from './verbs'

/** A word class that shows where an alternative begins. Words are folded by `plain`. */
export type WordClass = 'determiner' | 'preposition' | 'infinitive' | 'word'

const END = '(?![\\p{L}-])'
const CLASSES: Record<Language, { determiner: RegExp; preposition: RegExp }> = {
  fr: {
    determiner: new RegExp(
      `^(?:(?:un|une|des|le|la|les|du|ce|cet|cette|ces|mon|ma|mes|votre|vos|ton|ta|tes|son|sa|ses|notre|nos|leur|leurs|celui|celle|ceux|celles)${END}|l')`,
      'u',
    ),
    preposition: new RegExp(
      `^(?:(?:de|a|au|aux|en|sur|sous|par|pour|avec|sans|chez|dans|vers|contre|entre|pendant|avant|apres|depuis)${END}|d')`,
      'u',
    ),
  },
  en: {
    determiner: new RegExp(
      `^(?:a|an|another|the|this|that|these|those|your|my|our|their|its|his|her|some)${END}`,
      'u',
    ),
    preposition: new RegExp(
      `^(?:on|in|at|for|with|without|by|from|to|into|under|over|before|after|against|about|of|as)${END}`,
      'u',
    ),
  },
}
const INFINITIVE =
  /^(?:ne pas |l'|le |la |les |y |en |se |s'|vous |nous |lui |leur |tout |bien |mieux )*(?<verb>[a-z]{2,}(?:er|ir|oir|[aei]ndre|[aeo]indre|pondre|fondre|perdre|mordre|mettre|battre|lire|rire|crire|dire|uire|ivre|croire|boire|faire|plaire|taire|aitre|rompre|vaincre|clore|clure|etre)|etre|lire|rire|dire|mettre|vivre|suivre|faire|boire|croire|rendre|vendre|tendre|prendre|perdre|battre|rompre|clore|taire|plaire)(?![\p{L}-])/u
/** Words in -er or -ir that often begin an alternative and are no verbs. */
const NOT_VERBS = new Set(
  'hier mer cher fer hiver papier premier dernier dossier metier janvier fevrier clavier courrier quartier chantier noir soir espoir avenir plaisir loisir souvenir desir cuir air super leader manager serveur particulier entier regulier laser hacker gamer poster server computer better order affaire fenetre ivre cuivre livre centre lettre etranger boulanger'.split(
    ' ',
  ),
)
const ADVERBS = new Set(
  'trop tres plus moins assez plutot bien mal peu pas vraiment totalement completement tout aussi si too very more less quite rather just not really fairly overly totally purely'.split(
    ' ',
  ),
)
/** Matches adjectives that stand before the noun they share («une bonne ou mauvaise idée»). */
const BEFORE_NOUN =
  /^(?:bon(?:ne)?s?|mauvaise?s?|grande?s?|petite?s?|vraie?s?|faux|fausses?|nouve(?:au|aux|lle|lles)|ancien(?:ne)?s?|beaux?|belles?|premi(?:er|ere)s?|seconde?|deuxieme|derni(?:er|ere)s?|simples?|pires?|meilleure?s?|haute?|grosse?|gros|jeunes?|vieux|vieille|longue?|courte?|forte?|lourde?|juste|veritable|bad|good|great|terrible|awful|real|fake|new|old|big|small|right|wrong|smart|dumb|better|worse|best|worst|wise|clever|stupid|positive|negative|first|second|true|false)$/

/** Matches words of degree that lack what they measure. */
export const DEGREE = /^(?:bien|mal|trop|peu|assez|plus|moins|more|less|fewer|too|well|badly|poorly)$/

/** Returns the class of the first word of a folded phrase. */
export function classOf(phrase: string, language: Language): WordClass {
  const { determiner, preposition } = CLASSES[language]
  if (language === 'fr') {
    const verb = INFINITIVE.exec(phrase)?.groups?.verb
    if (verb && !NOT_VERBS.has(verb)) return 'infinitive'
  }
  if (determiner.test(phrase)) return 'determiner'
  return preposition.test(phrase) ? 'preposition' : 'word'
}

/** Matches a word before an object or a particle: any such word is a verb (“oppose it”, “mend the roof”). */
const BEFORE_OBJECT =
  /^(?!(?:all|half|both|only|just|even|more|less|most|not|neither|either|such|quite|rather|too|what|twice|once|almost|nearly|as|like|than|one|none|never|always|about|over|up|out|off|down|back|through|near|around|across|behind|inside|outside|towards?|during|until|till|because|if|when|while|that|which|who)\b)(?:[a-z]{2,}(?<!ing|ed|ly|er|est)) (?:it|them|him|us|me|you|yourself|someone|somebody|something|everyone|the|an?|your|my|our|this|that|these|those|their|its|his|no|up|out|off|down|away|back|apart|ahead|aside|forward|together)\b/
const BEFORE_VERB = /^(?:just |simply |rather |not |instead )?/

/** Returns whether an English alternative begins with a verb in its plain form. */
export function beginsWithVerb(folded: string): boolean {
  const verb = folded.slice(BEFORE_VERB.exec(folded)?.[0].length ?? 0)
  return isVerb(/^[a-z]+(?= |$)/.exec(verb)?.[0] ?? '') || startsClass(verb)
}

function startsClass(folded: string): boolean {
  const { determiner, preposition } = CLASSES.en
  return BEFORE_OBJECT.test(folded) && !determiner.test(folded) && !preposition.test(folded)
}
/** Returns whether a word is an adverb of degree. */
export const isAdverb = (word: string) => ADVERBS.has(word)
/** Returns whether an adjective stands before its noun. */
export const goesBeforeNoun = (word: string) => BEFORE_NOUN.test(word)

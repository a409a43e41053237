import type { Judged } from '../judged'

/** The verbs of seeming, in every tense and mood. */
const SEEM =
  '(?:sembl|rest|demeur)(?:e|ent|ait|aient|era|eront|erait|eraient)|(?:ap)?para(?:it|issent|issait|issaient|itra|itront|itrait|itraient)'

/** How French joins several judgements of one thing. */
export const judged: Judged = {
  links: [
    `(?:est|sont|etait|etaient|sera|seront|serait|seraient|${SEEM})(?:-t)?-(?:ce|il|elle|ils|elles)`,
    '(?:a|ont|aura|auront|avait|avaient|aurait)(?:-t)?-(?:il|elle|ils|elles) ete',
    '(?:etes|seriez|etiez|sentez)-vous',
    "(?:l'|la |le |les )(?:trouv|jug|estim|consider)[a-z]{1,5}-(?:vous|tu)",
    "(?:l'|les )avez-vous (?:trouve|juge)[es]*",
    "(?:c'est|ce soit|(?:il|elle|ils|elles) (?:est|soit|sont|soient|sera|seront))",
  ],
  judges: ['(?:trouv|jug|estim|consider|percev)[a-z]{1,5}-(?:vous|tu)', 'avez-vous (?:trouve|juge|estime)'],
  and: 'et',
  even: ['voire(?: meme)?', 'ou meme', 'et meme'],
  adverb: '[a-z]{3,}ment',
  narrows: [
    'a la fois',
    'vraiment',
    'assez',
    'suffisamment',
    'plutot',
    'tres',
    'selon vous',
    'reellement',
    'aussi',
    'surtout',
    'encore',
    'bien(?! [a-z]+[eiu]e?s?$)',
  ],
  phrases: [
    '(?:bien|mal) [a-z]+[eiu]e?s?',
    'a la hauteur',
    'a jour',
    'de bon sens',
    'a [a-z]{2,}(?:er|ir|re)',
    'de qualite',
    'dans l.air du temps',
  ],
  complements: [
    'au',
    'aux',
    'a la',
    "a l'",
    'a (?:vos|votre|notre|nos|ses|leurs?|[a-z]+(?:er|ir|re))',
    'pour (?:les?|la|tous)',
  ],
}

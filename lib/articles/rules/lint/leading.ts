import { type Check, wordsMatching } from './finding'

const LEADING = new RegExp(
  [
    "\\b(?:n'est-(?:il|elle|ce) pas|ne (?:pens|croy|trouv)ez-vous pas|ne devrait-on pas|ne faut-il pas|n'etes-vous pas|n'avez-vous pas|ne serait-il pas)\\b",
    "\\b(?:comme (?:tout le monde|chacun|beaucoup|la plupart)|tout le monde (?:sait|s'accorde)|il est (?:evident|clair|prouve) que|bien evidemment|evidemment|a l'evidence|enfin|naturellement|bien sur)\\b",
    ", (?:non|n'est-ce pas|hein|pas vrai|right|isn't it|don't you think)\\b",
    "\\b(?:don't you (?:think|agree|find)|wouldn't you (?:agree|say)|isn't it (?:time|true|obvious)|shouldn't (?:we|they|he|she|it)|surely|obviously|clearly|of course|as everyone knows|like most people)\\b",
    "\\b(?:etes-vous d'accord|d'accord (?:pour dire|avec l'idee)|do you agree)\\b",
  ].join('|'),
)
const LOADED =
  /\b(?:scandaleu(?:x|se)s?|honteu(?:x|se)s?|absurdes?|ridicules?|delirante?s?|catastrophiques?|desastreu(?:x|se)s?|inacceptables?|insupportables?|criminel(?:le)?s?|racket|matraquage|arnaque|folie|derive|laxis(?:me|te)s?|genial(?:e|es|s)?|formidables?|indispensables?|courageu(?:x|se)s?|historiques?|salutaires?|enfin|gouffre|massacre|scandale|hysterie|lynchage|disastrous|shameful|absurd|outrageous|ridiculous|disgraceful|scandal(?:ous)?|unacceptable|insane|brilliant|heroic|draconian|so-called|rip-?off|witch hunt|radical)\b/

/** Wording that suggests the answer. */
export const leading: Check = (linted) => {
  const words = wordsMatching(linted, LEADING)
  return words === undefined ? [] : [{ code: 'leading', why: { words } }]
}

/** A word that judges its subject before the reader does. */
export const loaded: Check = (linted) => {
  // A judging word that readers may choose or refuse is an answer, not a bias.
  const offered = linted.question.options.map(({ label, aspect }) => `${label} ${aspect ?? ''}`.toLowerCase())
  const words = wordsMatching(linted, LOADED)
  if (words === undefined || offered.some((option) => option.includes(words.toLowerCase()))) return []
  return [{ code: 'loaded', why: { words } }]
}

import type { Language } from '../found'
import type { Frame } from './frame'
import { subjectFrame } from './subject'
import { beginsWithVerb } from './words'

const ASIDES =
  "(?:(?:plutot|davantage|mieux(?! (?:de|d')\b)|vraiment|donc|la(?= (?:un|une|le|la|les|de|du|des|ce|cette)\\b| [ld]')|encore|deja|toujours|enfin|alors|au fond|surtout|forcement|finalement|simplement|tout simplement|aujourd.hui|desormais|personnellement|reellement|,? ?(?:selon|pour|d.apres) (?:vous|toi)|,? ?a (?:vos yeux|votre avis|votre sens)),? )*"
const FRENCH: [RegExp, Frame['kind']][] = [
  [
    /^(?:.{0,250}?\b)?(?:est|sont|etait|etaient|sera|seront|serait|seraient|fut|reste|restent|restera|resteront|devient|deviendra|semble|semblent|parait|demeure|apparait)-(?:t-)?(?:ce|il|elle|ils|elles|on)\b(?! qu(?:e\b|'))(?! ?(?:necessaire|temps|possible|preferable|mieux|utile|judicieux|souhaitable|raisonnable|urgent|plus \w+) (?:de|d'))/,
    'be',
  ],
  [
    /^(?:.{0,250}?\b)?est-il (?:necessaire|temps|possible|preferable|mieux|utile|judicieux|souhaitable|raisonnable|urgent|plus \w+) (?=de |d')/,
    'do',
  ],
  [/^(?:.{0,120}?\b)?s'agi(?:t|ssait)-il\b/, 'be'],
  [/^(?:.{0,120}?, )?(?:est-ce qu(?:e |'))?(?:c'est|ce sera|ca sera|ce serait|ce n'est)\b/, 'be'],
  [
    /^est-ce qu(?:e |')(?:(?!\bvous\b|\btu\b).){1,80}?\b(?:va|vont|doit|doivent|devrait|devraient|peut|peuvent|faut|faudrait|devons|pouvons|allons)\b(?: mieux)?/,
    'do',
  ],
  [
    /^(?:.{0,60}?\b)?dir[a-z]*-(?:vous|tu) (?:de |du |d').{1,80}? qu(?:e |')(?:il|elle|ils|elles) (?:est|sont|soit|soient|sera|etait)\b/,
    'be',
  ],
  [
    /^est-ce qu(?:e |')(?:(?!\bvous\b|\btu\b).){1,120}?\b(?:est|sont|sera|seront|serait|etait|va etre)\b/,
    'be',
  ],
  [
    /^(?:est-ce que )?(?:vous|tu)(?: vous| te| t')? ?(?:etes|seriez|serez|es|serais|seras|etiez|sentez)\b(?!-)/,
    'be',
  ],
  [/^(?:(?:etes|seriez|serez|etiez)-vous|es-tu|serais-tu|vous sentez-vous|te sens-tu)\b/, 'be'],
  [
    /^(?:.{0,60}?\b)?(?:trouv|jug|estim|consider|percev|qualifi|imagin)[a-z]{0,5}[- ](?:vous|tu)\b(?: (?:ca|cela)\b)?(?! que\b| qu')/,
    'judge',
  ],
  [
    /^(?:.{0,40}, )?(?:vous|tu) (?:trouv|jug|estim)(?:ez|es) (?:ca|cela|(?:le|la|les|l'|ce|cet|cette|ces|votre|vos) ?(?:[a-z-]+) )/,
    'judge',
  ],
  [
    /^(?:.{0,60}?\b)?(?:pens|croy|croi|trouv|estim|consider|dir|jug)[a-z]{0,5}[- ](?:vous|tu)(?: plutot)? qu(?:e |')(?:ce (?:soit|sera|serait|sont)|c'est|ce n'est|il s'agi(?:t|sse)|cela (?:soit|est|sera)|ca (?:soit|va|sera))\b/,
    'be',
  ],
  [
    /^(?:.{0,60}?\b)?[a-z]+(?:ez|es|is|x|ds)[- ](?:vous|tu)(?: plutot)? qu(?:e |').{1,150}?\b(?:est|soit|sont|soient|sera|seront|serait|seraient|a ete)\b/,
    'be',
  ],
  [
    /^(?:.{0,60}?\b)?[a-z]+(?:ez|es|is|x|ds)[- ](?:vous|tu)(?: plutot)? qu(?:e |').{1,150}?\b(?:va|vont|doit|doivent|doive|devrait|devraient|peut|peuvent|puisse|puissent|pourra|pourrait|faut|faille|faudrait)\b(?: mieux)?/,
    'do',
  ],
  [
    /^(?:.{0,250}?\b)?(?:faut|faudra|faudrait|doit|doivent|devrait|devraient|devra|devront|peut|peuvent|pourrait|va|vont|vaut|vaudrait|aurait|fallait)(?:-t)?-(?:il|elle|on|ils|elles|nous)\b(?: mieux| falloir| pouvoir)?/,
    'do',
  ],
  [/^(?:.{0,120}?\b)?(?:doit|devons|allons|pouvons|devrions)-nous\b/, 'do'],
  [
    /^(?:.{0,60}?\b)?(?:auriez|avez|aurais|as)-(?:vous|tu) (?:prefere|souhaite|voulu|aime) qu(?:e |').{1,100}?\b(?:soit|soient|fut)\b/,
    'be',
  ],
  [/^(?:.{0,120}?\b)?(?:vous|te|t')? ?[a-z']*(?:ez|es|as|is|x|ds|ois)-(?:vous|tu)\b/, 'do'],
  [
    /^(?:est-ce que |et |.{0,60}, )?(?:(?:vous|tu) (?:l'|le |la |les |en |y )?[a-z]+(?:ez|es|x|s)|on [a-z]+(?:e|t|d|a))\b(?: (?:ete|fait))?/,
    'do',
  ],
  [/^(?:il )?(?:faut-il|vaut-il mieux|vaut mieux)\b/, 'do'],
  [/^(?:.{0,250}?\b)?[a-z]+-(?:t-)?(?:il|elle|ils|elles|on)\b(?: eu\b(?= (?:raison|tort)\b)| ete\b)?/, 'do'],
  [/^(?:plutot|entre|alors|plus)\b/, 'none'],
]
const ENGLISH_SUBJECT =
  "(?:it|this|that|they|he|she|you|we|there|i|these|those|people|everyone|(?:the|this|that|these|those|your|our|a|an|its|their|his|her)\\b(?: [\\w'’-]+){1,6}?|[\\w'’-]+(?: [\\w'’-]+){0,3}?)"
const ENGLISH_ASIDES =
  '(?:(?:really|just|still|actually|ever|already|now|more of|more|simply|only|truly|currently|usually|mostly|personally|typically|generally|always|rather),? )*'
const ENGLISH: [RegExp, Frame['kind']][] = [
  [
    /^(?:.{0,40}\b)?(?:is|was|would) it (?:be )?(?:time|better|best|wiser|easier|safer|cheaper|more [a-z]+) (?=to )/,
    'do',
  ],
  [
    /^(?:.{0,80}?\b)?(?:would|do|did|will) you (?:really |personally |still |actually )?(?:find|call|consider|deem|judge|rate)(?= (?!it\b|that\b|this (?:as|a|an)\b))/,
    'judge',
  ],
  [
    /^(?:.{0,80}?\b)?do you (?:think|believe|feel|reckon|say)(?: that)? (?!it's).{1,80}?\b(?:is|are|was|were|will be|would be)(?: going to be| becoming)?(?= )/,
    'be',
  ],
  [
    /^(?:.{0,80}?\b)?do you (?:think|believe|feel|reckon|say)(?: that)? .{1,80}?\b(?:should|will|would|can|could|must)\b(?: be)?/,
    'do',
  ],
  [
    /^(?:.{0,80}?\b)?(?:would|do|will|did|should|could|can|are|were|have) (?:you|we|they)(?: all)?(?: ever| still| be| going| planning| more(?! [a-z]+(?:, | or |$))| usually| rather| prefer| like| want| choose| pick| go| use| play| watch| think| say| consider| describe| call| buy| get| see| tend| support| back| favou?r| believe)*(?: (?:to|for|with|that|it's|it is|this is|it as|yourself))*(?: (?:rooting|hoping|looking|waiting|cheering|voting) for)?(?: (?:a fan of|on|in|team))?(?= )/,
    'do',
  ],
  [
    /^(?:.{0,80}?\b)?(?:is|are|was|were|will|would) (?:it|this|that|they|he|she|you|we|there|these|those)(?: be| become| been)?\b/,
    'be',
  ],
]
const ENGLISH_NAMED = new RegExp(`^(?:is|are|was|were) (?=${ENGLISH_SUBJECT})`)
const NOUN_AND_ADJECTIVE =
  /^ ?(?!a |an |the |just |too |very |more |not |really )[a-z]+ (?!idea|news|thing|move|choice)[a-z]+$/

/** “this project realistic” */
const DESCRIBED = / [a-z]+(?:ic|ical|able|ible|ful|less|ous|ive|al|ent|ant)$/
/** “are you disappointed by it”: what the reader is, not does. */
const READER_IS = /^(?:.{0,80}\b)?(?:are|were) (?:you|we|they)(?: all| still| more)* ?$/
const ACTED =
  /\b(?:prefer|like|want|choose|pick|use|play|watch|consider|call|buy|get|see|support|back|favou?r|for|with|to|on|in|of|as)$/

/** “this real progress or (just) clever marketing”: beside a noun phrase stands another. */
const TWO_NOUNS =
  /^(?:just |simply |merely )?(?!too |very |more |less |not |so |really |simply |just |a |an |the )[a-z]+(?<!ly) [a-z]+$/

/** “Would you go with the cheaper one or pay for both”: each alternative has its verb, so the first keeps its own. */
const BEFORE_VERBS =
  /^(?:.{0,80}?\b)?(?:would|do|will|did|should|could|can|are) (?:you|we|they)(?: all)?(?: (?:rather|prefer to|want to|like to|plan to|planning to|going to|need to|have to|tend to|still|usually|mostly|always|typically|generally|really|actually|ever|just))* /
const OPENS_CLAUSE = /^(?:think|believe|feel|reckon|say|agree|expect) (?!of\b|about\b)/
/** After these and their pronoun stands a verb, whatever word it is. */
const ACTS =
  /^(?:.{0,80}?\b)?(?:would|do|will|did|should|could|can) (?:you|we|they) (?!think\b|believe\b|feel\b|reckon\b)/

/** “see the team rebuild or trade”: what is seen to act is no part of the answer. */
const WATCHED =
  /^(?:(?:see|have|watch) (?:the|your|our|a|this|that|them|him|her|it)(?: [a-z]+)? (?=[a-z]+ (?!or\b|and\b|of\b|in\b))|(?:want|like|need|expect) (?!to )[a-z' -]{1,30}? to (?=[a-z]))/

/** Finds the frame of a folded first alternative. */
export function frameOf(first: string, language: Language, next = ''): Frame {
  const verbs = language === 'en' && beginsWithVerb(next) ? BEFORE_VERBS.exec(first) : null
  if (verbs) {
    const rest = first.slice(verbs[0].length)
    const watched = WATCHED.exec(rest)?.[0].length ?? 0
    if (!OPENS_CLAUSE.test(rest) && (watched > 0 || beginsWithVerb(rest) || ACTS.test(first)))
      return { length: verbs[0].length + watched, kind: 'do' }
  }
  const named = language === 'en' ? subjectFrame(first) : undefined
  if (named) return named
  for (const [pattern, kind] of language === 'fr' ? FRENCH : ENGLISH) {
    const match = pattern.exec(first)
    if (!match) continue
    const length = past(first, match[0].length, language, next)
    // “Is this bridge safe”: the pronoun was a determiner, and a subject stands in between.
    // “team A or team B”: the word belongs to both.
    if (/ team$/.test(match[0]) && next.startsWith('team '))
      return { length: match[0].length - 4, kind: 'be' }
    const reader = READER_IS.exec(match[0])
    if (reader && !/^[a-z]+ing\b/.test(first.slice(length))) return { length, kind: 'be' }
    const named =
      / (?:this|that|these|those)$/.test(match[0]) &&
      NOUN_AND_ADJECTIVE.test(first.slice(length)) &&
      (!TWO_NOUNS.test(next) || DESCRIBED.test(first))
    return { length, kind: named ? 'judge' : kind, acts: ACTED.test(match[0].trim()) }
  }
  if (language === 'en') {
    const named = ENGLISH_NAMED.exec(first)
    if (named) return { length: named[0].length, kind: 'judge' }
  }
  return { length: 0, kind: 'none' }
}

function past(first: string, from: number, language: Language, next: string): number {
  // “more reporting or more interviews”: the degree is the answer's.
  if (
    /^(?:more|less|fewer|plus|moins|mieux) /.test(next) &&
    /^ ?(?:more|less|fewer|plus|moins|mieux) /.test(first.slice(from))
  )
    return from + (/^ ?/.exec(first.slice(from))?.[0].length ?? 0)
  // “more trains or cheaper tickets”
  if (/^[a-z]{2,}er /.test(next) && /^ ?more /.test(first.slice(from))) return from
  const asides = new RegExp(`^[ ,]*${language === 'fr' ? ASIDES : ENGLISH_ASIDES}`)
  const length = asides.exec(first.slice(from))?.[0].length ?? 0
  // «est-il déjà joué», «avez-vous déjà réservé»: whether it is done belongs to the answer.
  const done = /(?:est|sont|etait|sera|sommes)-(?:ce|ils?|elles?)$|(?:avez|auriez|as|etes)-(?:vous|tu)$/.test(
    first.slice(0, from).trim(),
  )
  const already = done ? first.slice(from, from + length).indexOf('deja ') : -1
  return from + (already >= 0 ? already : length)
}

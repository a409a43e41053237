import type { Frame } from '../frame'
import { IRREGULAR } from './verbs'

const ENGLISH_SUBJECT =
  "(?:it|this|that|they|he|she|you|we|there|i|these|those|people|everyone|(?:the|this|that|these|those|your|our|a|an|its|their|his|her)\\b(?: [\\w'’-]+){1,6}?|[£$€\\w'’-]+(?: [\\w'’-]+){0,3}?)"
/** Words between the verb and the first alternative that are no part of it. */
export const ENGLISH_ASIDES =
  '(?:(?:take (?:the|this) (?:chance|opportunity) to|really|just|still|actually|ever|already|now|more of|more|simply|only|truly|currently|usually|mostly|personally|typically|generally|always|rather),? )*'
/** The beginnings of English questions, and how their alternatives depend on them; the first match decides. */
export const ENGLISH: [RegExp, Frame['kind']][] = [
  [/^(?:.{0,80}?\b)?(?:do|would|did) you (?:consider|call|describe|see|find) yourself(?: as)?(?= )/, 'be'],
  [
    /^(?:.{0,80}?\b)?(?:does|do|did|will|would) (?:it|this|that|they) (?:make|leave|keep|get) (?:you|us|them|people)(?: feel)?(?= )/,
    'be',
  ],
  [/^(?:.{0,80}?\b)?(?:would|do|did) you (?:like|want|prefer|expect) (?!to ).{1,60}? to be(?= )/, 'be'],
  [
    new RegExp(
      `^(?:.{0,80}?\\b)?(?:would|do|did) you (?:like|want|prefer|hope) to see (?:it|them|(?:the|this|that|your|our|more) [a-z' -]{2,40}?)(?= (?:[a-z]{2,}ed|${IRREGULAR.source.slice(4, -2)})\\b)`,
    ),
    'be',
  ],
  [
    /^(?:.{0,60}, )?(?:is|are|was|were) (?!you\b).{2,60}? (?:likely|going|set|bound|about|meant|supposed|due|expected|able|designed|intended) to(?: be\b)?(?= )/,
    'do',
  ],
  [
    /^(?:.{0,80}?\b)?(?:do|did|would|will) you (?:(?:still|really|generally|personally) )?feel(?= (?!(?:that|like|as|the|it|you|we|they|this|he|she|your|our)\b))/,
    'be',
  ],
  [
    /^(?:.{0,40}\b)?(?:is|was|would) it (?:be )?(?:time|better|best|wiser|easier|safer|cheaper|more [a-z]+) (?=to )/,
    'do',
  ],
  [
    /^(?:.{0,80}?\b)?(?:are you finding|(?:would|do|did|will) you (?:really |personally |still |actually )?(?:find|call|consider|deem|judge|rate))(?= (?!it\b|that\b|this (?:as|a|an)\b))/,
    'judge',
  ],
  [
    /^(?:.{0,80}?\b)?(?:do|would|did) you (?:think|believe|feel|reckon|say)(?: that)? (?!it's).{1,80}?\b(?:is|are|was|were|will be|would be)(?: going to be| becoming)?(?= )/,
    'be',
  ],
  [
    /^(?:.{0,80}?\b)?do you (?:think|believe|feel|reckon|say)(?: that)? .{1,80}?\b(?:should|will|would|can|could|must)\b(?: be)?/,
    'do',
  ],
  [
    /^(?:.{0,80}?\b)?(?:would|do|will|did|should|could|can|are|were|have) (?:you|we|they)(?: all)?(?: ever| still| be| going| planning| more of| more(?! [a-z]+(?:, | or |$))| usually| rather| prefer| like| want| choose| pick| go| use| play| watch| think| say| consider| describe| call| vote| buy| get| see| tend| support| back| favou?r| believe)*(?: (?:to|for|with|that|it's|it is|this is|it as|yourself))*(?: (?:rooting|hoping|looking|waiting|cheering|voting) for)?(?: (?:a fan of|on|in(?! favou?r\b)|team))?(?= )/,
    'do',
  ],
  [
    /^(?:.{0,80}?\b)?(?:should|could|can|must) (?:it|this|that|they|he|she|we|these|those)(?: have)? be(?:en)?\b/,
    'be',
  ],
  [
    /^(?:.{0,80}?\b)?(?:is|are|was|were|will|would) (?:it|this|that|they|he|she|you|we|there|these|those)(?: be| become| been)?\b/,
    'be',
  ],
]
/** Matches the start of a question whose subject is a noun. */
export const ENGLISH_NAMED = new RegExp(`^(?:is|are|was|were) (?=${ENGLISH_SUBJECT})`)

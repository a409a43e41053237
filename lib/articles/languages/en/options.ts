import type { Options } from '../options'

const ABOUT = '(?:(?:about|around|only|at least|at most|less than|more than) )?'

/** How the alternatives of English choices begin and end. */
export const options: Options = {
  intransitive:
    'wait stay leave go quit sleep walk drive run play cycle swim resign retire emigrate complain protest rest work travel fly abstain cope shrug laugh cry move relax commute hesitate compromise march come return sit stand stop vote volunteer camp hike jog row sail cook panic'.split(
      ' ',
    ),
  adjuncts: [
    'than (?:before|ever|(?:a|ten|five|\\d+) years?|last|they|you|it)',
    'for(?! another\\b)',
    'to (?!be\\b|the\\b|an?\\b|your\\b|my\\b|it\\b)[a-z]+ (?:the|an?|our|your|their|its|this|more|less)\\b',
    'when',
    'if',
    'in (?:the|your|20\\d\\d)',
    'during',
    'as(?! (?:before|usual|normal|now|planned|it is|they are|things are|is)\\b)',
    'because',
    'since',
    'this (?:year|season|time|week|month|summer|winter|spring|fall|autumn|weekend)',
    'all (?:year|day|night|week)',
    'where (?:you|we|they) (?:live|are)',
    'tonight',
    'tomorrow',
    'next (?:year|week|month|season|summer|time)',
  ],
  governs: [
    'wait',
    'pay(?: \\w+)?',
    'opt',
    'settle',
    'go',
    'look',
    'vote',
    'prefer',
    'ask',
    'hold out',
    'save up',
    'stand',
    'care',
    'leave',
    'left',
    'kept',
    'keep',
    'stays?',
    'live',
    'speak',
    'hope',
    'thank',
    'known',
    'such',
    'just',
  ],
  completed:
    /^(?:allow|open|extend|restrict|expand|link|ti|tailor|transfer|paid|transform|convert|limit|reserv|restrict|replac|turn|hand|sold|given|moved|based)[a-z]*$|^(?:become|remain|stay|be|get|have|need|not)$/,
  afterWord: ['to', 'of', 'on', 'at', 'with', 'by', 'from', 'about', 'these', 'this', 'that'],
  definite: ['(?:(?:in |on |to )?the) '],
  ofThese: ['(?:to|of|for) (?:this|that|these|those)'],
  ofDefinite: ['(?:of|to|for) (?:the|this|that|these|your|our)\\b'],
  beforeAdjunct: ['until', 'since', 'before', 'after', 'by', 'for', 'only', 'just'],
  degreesBefore: ['more', 'less', 'very', 'too', 'not'],
  formEnds: /ed$/,
  only: ['just', 'only', 'merely'],
  ofNoun: ['of'],
  charged:
    / to (?=[a-z']{2,}(?:er|ir|re|oir)\b|(?:[a-z]+ )(?:the|for|a|an|it|this)\b|(?:pay|decide|act|choose)\b).*$/,
  charges: ['up to ', 'to ', 'for '],
  times: [
    '(?:hardly|almost|barely) (?:ever|never)',
    `${ABOUT}(?:once|twice|(?:one|two|three|four|five|several|a few|a couple of|\\d+) times)(?: or (?:twice|more))?(?: (?:a|per|each|every) [a-z]+)?`,
    '(?:almost |nearly )?(?:every|each|some|most|other) (?:(?:single|few|other|two|second) )?(?:days?|weeks?|weekends?|months?|years?|mornings?|evenings?|nights?)',
    '(?:in|on|at|during|over) (?:the )?(?:mornings?|afternoons?|evenings?|nights?|weekends?|weekdays?|week|summer|winter)',
    'often',
    'sometimes',
    'always',
    'never',
    'rarely',
    'daily',
    'weekly',
    'monthly',
    'occasionally',
    'once in a while',
    'now and then',
    '(?:less|more) often',
  ],
  manner: /(?<= )(?:alone|together)$/,
  degrees: ['more', 'less', 'fewer', 'too', 'well', 'badly', 'poorly'],
  beforeObject:
    /^(?!(?:all|half|both|only|just|even|more|less|most|not|neither|either|such|quite|rather|too|what|twice|once|almost|nearly|as|like|than|one|none|never|always|about|over|up|out|off|down|back|through|near|around|across|behind|inside|outside|towards?|during|until|till|because|if|when|while|that|which|who)\b)(?:[a-z]{2,}(?<!ing|ed|ly|er|est)) (?:it|them|him|us|me|you|yourself|someone|somebody|something|everyone|the|an?|your|my|our|this|that|these|those|their|its|his|no|up|out|off|down|away|back|apart|ahead|aside|forward|together)\b/,
  beforeVerb: /^(?:just |simply |rather |not |instead )?/,
  adjective: /(?:al|ic|ive|ous|ful|less|able|ible|ish|ary|ern|door|ent|ant|ing|ed|time|term)$/,
  sharing: ['with', 'without', 'before', 'after'],
  placed: ['(?:in|on|for|with|to|by) (?:the|an?)'],
  noQuality: ['neither', 'both'],
  task: ['to', 'for', 'about', 'of'],
  sharedDegrees: [
    'not (?:quite |nearly )?',
    'more',
    'less',
    'fewer',
    'under',
    'over',
    'well',
    'badly',
    'poorly',
  ],
  modal:
    /^(?:and |so |but )?(should|will|would|could|can|must|might|has|have|had) (?:it|this|that|they|we|he|she|i|(?:the|this|your|our|their) [a-z]+) /,
  ofSame: /^(?!(?:is|are|was|were|do|does|did) )[a-z]+ (?:it|this|that|they|we|he|she|i|there)\b/,
  does: /^(?:and |so |but )?(?:do|does|did) (?:it|this|that|they|we|he|she|i|you|the [a-z]+) (?:(?:think|believe|feel|reckon|agree)(?: that)? )?/,
  inclined: /^(?:ready|willing|prepared|inclined|tempted|happy|likely) to (?=[a-z])/,
  postposed: ['enough'],
  semi: /^(?:want|need|have|intend|plan|hope|mean|tend|try|continue) to (?=[a-z])/,
  claim:
    /^(?:and |so |but )?would you (?:like|prefer) (?!to\b|the idea\b)(?=[a-z])|^(?:and |so |but )?(?:do|did|would) you (?:think|believe|feel|reckon|say)(?: that)? .{1,60}? (?:is|are|was|were)(?: going to be)? /,
  compares: ['more', 'less', 'as much', 'as often'],
  particle:
    /^(?:up|out|off|down|away|back|in|on|over|through|to|for|at|with|of|from|about|into|by|too|it|them|[a-z]+ly)\b|^(?:more|less|better|worse)$/,
  opinion: /^(?:.{0,80}?\b)?(?:do|did|would) you (?:think|believe|feel|reckon|say|agree)(?: that)? (?=[a-z])/,
  subject:
    /^(?:it|they|he|she|we|(?:the|this|that|our|your) (?:[a-z'-]+ ){1,3}?)(will|would|can|could|is going to) (?!be\b)/,
  reader:
    /^(?:and |so |but )?(?:are|were|will|would|have|can|could) you (?:(?:still|really|already|actually) )?/,
  clause: /^(will|would|should|could|can|must|might|has|have|had) (?:it|this|that|they|you|we|he|she|there) /,
  nounFirst:
    /^(?:(?:does|did|would|could|should) (?!it\b|this (?:[a-z]+)$)[a-z]|(?:will|can|must|might|has|had) (?:(?:the|this|that|these|those|your|our|their|its|his|her) [a-z]|[a-z]{3,}s [a-z])|(?:do|have) (?:(?:the|these|those|your|our|their|its|his|her) (?:[a-z'-]+ ){0,3}[a-z]+s|[a-z]{3,}s) [a-z])/,
  pronounDoes: /^does (?:it|this|that|he|she) (?=[a-z])/,
  is: /^(?:is|are|was|were) (?=(?:the|this|that|these|those|your|our|their|its|his|her|an?) [a-z])|^(?:are|were) (?=(?!(?:it|this|his)\b)[a-z]{3,}s (?:being|still|really|too|so|not|just) )/,
  head: /^(?:(?:maybe|perhaps|rather|even|being|(?:is|are|was|were|do|does(?! (?:it|this|that|he|she) [a-z])|did) (?:it|this|that|they|you|we|he|she|there)(?: just| all| really)?|would you rather|do you prefer) )+(?! ?$)/,
  nounAndAdjective:
    /^ ?(?!a |an |the |just |too |very |more |not |really )[a-z]+ (?!idea|news|thing|move|choice)[a-z]+$/,
  described: / [a-z]+(?:ic|ical|able|ible|ful|less|ous|ive|al|ent|ant)$/,
  readerIs: /^(?:.{0,80}\b)?(?:are|were) (?:you|we|they)(?: all| still| more)* ?$/,
  acted:
    /\b(?:prefer|like|want|choose|pick|use|play|watch|consider|call|buy|get|see|support|back|favou?r|for|with|to|on|in|of|as)$/,
  twoNouns:
    /^(?:just |simply |merely )?(?!too |very |more |less |not |so |really |simply |just |a |an |the )[a-z]+(?<!ly) [a-z]+$/,
  beforeVerbs:
    /^(?:.{0,80}?\b)?(?:would|do|will|did|should|could|can|are) (?:you|we|they)(?: all)?(?: (?:rather|prefer to|want to|like to|plan to|planning to|going to|need to|have to|tend to|still|usually|mostly|always|typically|generally|really|actually|ever|just))* /,
  opensClause: /^(?:think|believe|feel|reckon|say|agree|expect(?!.* to\b)) (?!of\b|about\b)/,
  acts: /^(?:.{0,80}?\b)?(?:would|do|will|did|should|could|can) (?:you|we|they) (?!think\b|believe\b|feel\b|reckon\b)/,
  watched:
    /^(?:(?:see|have|watch) (?:the|your|our|a|this|that|them|him|her|it)(?: [a-z]+)? (?=[a-z]+ (?!or\b|and\b|of\b|in\b))|(?:want|like|need|expect) (?!to )[a-z' -]{1,30}? to (?=[a-z]))/,
  auxiliary:
    /^(?:.{0,40}, )?(?:and |so |but )?(?:should|will|would|can|could|must|does|do|did|may|might|has|have|had) /,
  has: /\b(?:has|have|had) $/,
  pronoun: /^(?:it|they|he|she|you|we|there|i)\b/,
  demonstrative: /^(?:this|that|these|those) /,
  adverbsBefore:
    /^(?:(?:ever|still|really|now|simply|just|always|never|also|finally|rather|actually|already|eventually|all|only) )*/,
  links:
    /^(?:be|been|have been|(?:make|leave|keep) (?:you|us|people)(?: feel)?|strike you as|come across as|become|seem|look|feel|sound|appear|remain|stay) (?:(?:more |most )?like )?/,
  beforeInfinitive: /(?<= )[a-z]+ (?=(?:to|for|about|enough)\b)/,
  value: /(?<!\b(?:of|from|to|in|for|on|at|by|with|under|as) )(?<= )an? /,
  determined:
    /(?<= )(?:an?|the|its|their|your|our|worth|no|on|in|at|under|out|up|too|so|very|really|still|not|just|already) /,
  knownThing: /(?:^|(?<= ))(?:your|my|this|that|these|their|its) (?:[a-z'-]+ ){1,2}(?=[^ ]+$)/,
  comparative:
    /(?:^| )(?:[a-z]{2,}(?<!rath|oth|eith|neith|nev|ev|ov|und|aft|wheth)er|worse|better|more [a-z]+|less [a-z]+)$/,
  saidOf:
    /^(?:(?:see|have|keep|leave|get|make) )?(?:it|them|him|her) (?=[^ ]+$)|^up to (?=[^ ]+$)|^.* as (?=[^ ]+$)/,
  judgedAt:
    /(?<=^(?:the |this |that |these |those |your |our |its |their )?[^ ]+ (?:[^ ]+ ){0,6})(?:(?<!\b(?:of|from|to|in|for|on|at|by|with|as) )an? |(?:too|so|very|well|still|not|really) )/,
  wayOnce: /^(?:[a-z]+ )?(?:with|by|in) (?=[^ ]+$)/,
  ongoing:
    /^(?!(?:during|nothing|anything|something|everything|confusing|boring|exciting|annoying|interesting|worrying|disappointing|charming|misleading|damaging|frightening|surprising|encouraging|promising|outstanding|overwhelming|insulting|depressing|amusing|tiring|shocking|alarming|embarrassing|inspiring|moving|refreshing|thrilling|touching)\b)[a-z]{2,}ing\b/,
  namedEnd: /(?:^| )(?:an?|the|this|that|your|our|my|its|their|his|her) $/,
  governing: /^(?:by|on|with|for|in|from|at) /,
  opposite: /^(?:vice versa|the (?:opposite|reverse|other way round))\b/,
  focus: /^(?:just|only|merely|simply|mostly|mainly|rather) (?=[a-z])/,
  verbClause:
    /^(?:should|could|would|does|did|is|are|was|were|has) [a-z]|^do [a-z]{3,}s [a-z]{3,}|^(?:will|can|must|might|do|have) (?:it|this|that|they|you|we|he|she|there|the|i)\b/,
  afterEnd: ['for', 'in', 'of', 'on', 'with', 'by', 'all'],
  gapped:
    /^(?:.{0,60}, )?(?:should|must|could|would|will|can) ((?:the|your|our|this|that|its|their) [a-z'-]+(?: [a-z'-]+){0,3}?) (?:be|have been) (?=[a-z-]+$)/,
}

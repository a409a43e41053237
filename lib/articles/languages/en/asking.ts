import type { Asking } from '../pack'

/** English words with which articles turn to their readers, folded by `plain`. */
export const asking: Asking = {
  opinion: [
    '\\bwhat (?:do|did|would|are|is|was|were)(?: all of)? (?:you|your|yours|y.all)\\b|\\bdo you (?:think|agree|believe|prefer|like|feel|reckon|plan)\\b',
    '\\b(?:your|any) (?:thoughts?|opinions?|takes?|views?|favou?rites?|picks?|predictions?|verdict|reactions?|experiences?|guess)\\b|^thoughts',
    '\\b(?:would|will|have|are|did|could|can|were) you\\b|\\bhow (?:do|did|would|are|will|have|many of) you\\b|\\b(?:which|who|where|when|why) (?:.{0,60} )?(?:do|did|would|will|are|have) you\\b',
    '\\bteam [a-z0-9]+ (?:or|vs\\.?) (?:team )?[a-z0-9]+',
    '\\bin your (?:opinion|view|experience)\\b|\\baccording to you\\b|\\b(?:agree|disagree)(?: or (?:dis)?agree)? ?\\?',
  ],
  directly: [],
  addressed: [
    '\\bam i (?:really )?(?:the only|alone)\\b',
    '^(?:verdict|so|well),? (?:convinced|tempted|sold|impressed)\\b',
    '\\b(?:you|your|yours|yourself|u|ya)\\b',
    "\\b(?:anyone|anybody|any (?:ideas?|suggestions?|tips|advice|takers|volunteers|recommendations?|guesses|questions)|who(?:'s| is| else| here| wants| would| will)\\b)",
  ],
  openers: ['and', 'so', 'but', 'now'],
  handsOver: ['(?:what|how) about (?:you|yours?|your own)', 'you(?:rs)?', 'your turn', 'over to you'],
  turns: ['and', 'now,?'],
  announces: [
    'your (?:predictions?|thoughts|comments|answers|reactions?|impressions?)',
    '(?:have|had) your say',
    '(?:it.s )?(?:your|now your) (?:turn|call|take|thoughts?|view|verdict|say)',
    'over to you',
    'join the (?:conversation|discussion|debate)',
    '(?:the |today.s |reader )?(?:poll|question|discussion|debate)s?(?: of the (?:day|week))?(?: for (?:you|readers))?',
    '(?:let.s )?(?:discuss|talk about it|debate)',
    '(?:tell us|sound off|vote|weigh in)(?: .{0,30})?',
    'questions? (?:for|to) (?:you|readers|discussion|consider)',
    'discussion questions?',
    'what do you think',
  ],
  prefixes: [
    '(?:i.d|we.d|we would|i would) (?:love|like) to (?:hear|know)[^:?!.]{0,30}|(?:just )?curious|genuine question',
    'have your say',
    '(?:your|over to) (?:turn|you|say)',
    '(?:(?:reader |quick |today.s |the )?(?:poll|question|survey|vote))(?: (?:of the day|of the week|for you|time|for readers|\\d{1,2}))?',
    '(?:so,? |and |now,? |but )?(?:tell|let) (?:us|me)(?: know)?(?: in the .{0,30}| below)?',
    '(?:sound off|weigh in|chime in)(?: .{0,30})?',
    'discuss(?:ion)?',
    '(?:ps|p\\.s\\.|nb|n\\.b\\.)',
    "(?:[a-z']+ ){0,2}(?:vote|poll|debate|discussion|conversation|consultation)(?: [a-z']+){0,2}",
    '(?:[^,:?!.]{1,25}, )?(?:a |one |my |our )(?:last |quick )?question(?: (?:to|for) [^:?!.]{2,60})?',
    'q\\d{1,2}',
  ],
  orders: [
    '(?:so,? |and |now,? |but )?(?:let|tell) (?:us|me)(?: know)?(?: (?:in the comments?(?: section)?|below|down below))*',
  ],
  ordered: [
    '(?:what|which|who|how|why|where|when|do|did|would|will|should|can|could|are|is|has|have)\\b',
    '[^,]{3,40}, (?:what|which|are|do)\\b',
  ],
  invitations: [
    '(?:please )?(?:tell (?:us|me)|let (?:us|me) know)(?: in the comments?)?,? (?:about (?:your|the|a)\\b|why\\b|how\\b|when\\b|where\\b|which\\b|who\\b|what (?!you think|you reckon|do you think|your thoughts|happens?\\b))',
    '(?:please )?(?:share|send us|post) (?:your|a) (?!(?:views?|thoughts?|comments?|opinions?|answers?|feedback|takes?|reactions?|email|tips?)\\b|(?:experiences?|ideas?|suggestions?|story|stories)(?: (?:in|with|by|below|on) ?.{0,40})?[ .!]*$)[a-z]',
    '(?:describe|explain) (?:how|why|what|your)\\b',
    'your (?:views?|thoughts?|opinions?|ideas|suggestions|memories) (?:on|about|of|for) (?!this topic|the subject)[a-z]',
  ],
  prompts: [
    '\\b(?:our|the) forums?\\b',
    '\\b(?:in|the|your|a|our|leave|post|and|or) comments?(?: section)?\\b|\\bcomments? (?:below|section|box|and|on (?:our|this))\\b|^(?:please )?comment\\b',
    '\\b(?:let us know|let me know|(?<!\\b(?:could|can|would|will|did|to|not|nobody|they|he|she) )tell (?:us|me)|sound off|weigh in|chime in|drop (?:us|a|your)|share (?:your|with us|them|it)|leave (?:us|a|your)|hit (?:us|me|reply)|reply (?:to|below)|vote (?:below|now|in)|join the|we want to (?:hear|know)|(?:i.d|we.d) (?:love|like) to (?:hear|know)|answer below|take our poll)\\b',
    '^your (?:votes?|answers?|choice) ?:?$',
    '\\bbelow[ .!]*$',
  ],
}

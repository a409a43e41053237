import type { Lexicon } from '../pack'

/** English words by their class, folded by `plain`. */
export const lexicon: Lexicon = {
  determiner: /^(?:a|an|another|the|this|that|these|those|your|my|our|their|its|his|her|some)(?![\p{L}-])/u,
  preposition:
    /^(?:on|in|at|for|with|without|by|from|to|into|under|over|before|after|against|about|of|as|online|offline|abroad|indoors|outdoors|elsewhere)(?![\p{L}-])/u,
  adverbs: 'too very more less quite rather just not really fairly overly totally purely',
  beforeNoun:
    'bad|good|great|terrible|awful|real|fake|new|old|big|small|right|wrong|smart|dumb|better|worse|best|worst|wise|clever|stupid|positive|negative|first|second|true|false',
  empty:
    'about after again also another because been before being between both could does during each from have having here into just like many more most much only other over said same says should since some such than that their them then there these they this those through under until very were what when where which while will with would your year years',
}

const TAG = new RegExp(
  [
    "(?:[,–—-] ?| )(?:non|hein|qui sait|pourquoi pas|que sais-je|n'est-ce pas|pas (?:vous|toi)|pas vrai|ou bien|voyez-vous|d'accord|ok|okay|compris|nan|si|ça|ca|quoi|rien que ca|vous savez|vous voyez|voila) ?[?!.…)]+$",
    "(?:,|-|–|—) ?(?:right|eh|huh|ok|okay|no|yes|yeah|correct|innit|you know|get it|see|(?:is|are|was|were|do|does|did|has|have|had|can|could|will|would|should|wo|ai)(?:n't)? (?:it|he|she|they|we|you|i|there))(?: not)? ?[?!.…)]+$",
  ].join('|'),
)
const COMMA = /[,–—-] ?[^,]{1,14}$/

/** Returns whether a sentence asks for assent, not for an answer: «…, non ?», “…, right?”. */
export const isTag = (plainSentence: string) => COMMA.test(plainSentence) && TAG.test(plainSentence)

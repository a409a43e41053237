const SEVERAL =
  /\b(?:plusieurs (?:reponses|choix|options)(?: (?:sont )?(?:possibles?|autorisees?|acceptees?))?|choix multiples?|cochez (?:tout|toutes|tous|les)|select all|choose all|pick all|check all|tick all|all that apply|as many (?:as|of)|autant (?:de [a-z]+ )?que vous|multiple (?:choices?|answers?|responses?)|more than one answer|et\/ou|and\/or)\b/

const PLURAL = /^(?:.{0,40}\b)?(?:lesquel(?:le)?s|quels|quelles|which ones)\b/

/** Returns whether the question allows several answers in words. */
export const asksSeveral = (plainQuestion: string) => SEVERAL.test(plainQuestion)

/** Returns whether a plural before a list allows several answers: «Lesquels utilisez-vous : …». */
export const asksPlural = (plainQuestion: string) => PLURAL.test(plainQuestion)

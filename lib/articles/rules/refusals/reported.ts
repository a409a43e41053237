const REPORTED =
  /^(?:(?:se |s'|me |m'|nous )?(?:demand|interrog|lanc|question|insist|ajout|repond|repli|glis|ironis|souff|poursui|conclu|s'exclam|s'ecri|ecri|resum|plaisant|tonn|renchéri)[a-z]{1,6}(?:-t)?(?:-(?:il|elle|on|ils|elles))?\b|dit-|a-t-(?:il|elle|on)\b|(?:asked|asks|wondered|wonders|said|says|he|she|they) (?:asked|wonder|said|the|one|a|his|her|mr|ms)?)/

/** Returns whether the words after the question name who asked it («… ? demande le maire»). */
export const isReported = (plainNext: string, startsLower: boolean) => startsLower && REPORTED.test(plainNext)

const INTRODUCED =
  /\b(?:demandez-vous|demande-toi|pos(?:ez-vous|e-toi) (?:la|cette|ces|les|une) (?:bonnes? )?questions?|ask yourself|asking yourself) ?[,:]|\b(?:demande|demandent|demandait|interroge|interrogent|s'interroge|questionne|lance|repond|asked|asks|wondered|wonders)\b[^?]{0,60}: ?["«“]/

const SAID =
  /\b(?:(?:a|ont|avait|avaient|aurait) (?:(?:alors|ensuite|encore) )?(?:demande|lance|interroge|questionne)|asked|wondered)\b[^?:]{0,60} ?: /

/** Returns whether the question itself names another person who asks it. */
export const isIntroduced = (plainSentence: string) =>
  INTRODUCED.test(plainSentence) || SAID.test(plainSentence)

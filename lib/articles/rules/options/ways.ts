const TIMES =
  '(?:semaines?|week-?ends?|matins?|soirs?|soirees?|midi|nuits?|journees?|jours?|mois|ans?|annees?|ete|hiver|printemps|automne|vacances|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)s?'
/** Matches when or how often, at the end of an alternative. */
export const WHEN = new RegExp(
  `(?<= |^)(?:(?:(?:avant |apres |pendant )?(?:en|le|la|les|l'|au|a|tous les|toutes les|toute la|toute l'|chaque|certaine?s|quelques|plusieurs)(?: |(?<=')))${TIMES}|souvent|parfois|rarement|jamais|toujours|regulierement|occasionnellement|de temps en temps|quelquefois|quotidiennement|(?:une|deux|trois|plusieurs) fois par [a-z]+|hardly ever|(?:some|most|other) (?:days|weeks|mornings|nights|evenings)|(?:every|each) (?:day|week|month|morning|night)|(?:in|on|at|during|over) (?:the )?(?:mornings?|afternoons?|evenings?|nights?|weekends?|weekdays?|week|summer|winter)|often|sometimes|always|never|rarely|daily|weekly|monthly|occasionally|once in a while)$`,
)

/** Matches how, at the end of an alternative: «voir le film seul ou en famille». */
export const MANNER = /(?<= )(?:seule?s?|ensemble|debout|assise?s?|alone|together)$/

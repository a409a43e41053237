/** Rates how clearly a question addresses the reader. Patterns match folded text. */

const OPINION = new RegExp(
  [
    "\\bqu'en (?:pensez|dites|penses|dis|pense)[- ]?(?:vous|tu)\\b",
    "\\b(?:vous|tu) en pense[zs] quoi\\b|\\b(?:en )?pense[zs][- ](?:vous|tu) quoi\\b|\\bqu'est-ce que (?:vous en|tu en|vous) ",
    '\\b(?:votre|vos|ton|tes) (?:avis|opinions?|sentiments?|points? de vue|ressentis?|verdicts?|reactions?|impressions?|pronostics?|pronos?|reponses?|preferences?|favoris?|favorites?|experiences?|retours?|choix|position)\\b',
    "\\b(?:selon|d'apres|pour) (?:vous|toi)\\b",
    '\\ba (?:votre|ton) (?:avis|sens)\\b|\\ba vos yeux\\b',
    '\\b(?:pense|croi|croy|trouv|estim|juge|considere|imagin|dit|dite|prefer|choisi|choisiri|feri|votr)[a-z]{0,6}[- ](?:vous|tu)\\b',
    '\\b(?:que |comment |quel[a-z]* .{0,60})(?:pens|pref|fer|choisi|conseil|recommand)[a-z]{0,6}[- ](?:vous|tu)\\b',
    '\\bvous (?:etes|seriez) (?:plutot|team)\\b|\\b(?:es-tu|tu es|etes-vous) (?:plutot|team)\\b',
    "\\b(?:etes|es)-(?:vous|tu) (?:d'accord|pour|contre|favorable|surpris|convaincu|emballe|decu|plutot|pret|concern|inquiet)",
    '\\bwhat (?:do|did|would|are|is|was|were)(?: all of)? (?:you|your|yours|y.all)\\b|\\bdo you (?:think|agree|believe|prefer|like|feel|reckon|plan)\\b',
    '\\b(?:your|any) (?:thoughts?|opinions?|takes?|views?|favou?rites?|picks?|predictions?|verdict|reactions?|experiences?|guess)\\b|^thoughts',
    '\\b(?:would|will|have|are|did|could|can|were) you\\b|\\bhow (?:do|did|would|are|will|have|many of) you\\b|\\b(?:which|who|where|when|why) (?:.{0,60} )?(?:do|did|would|will|are|have) you\\b',
    '\\bteam [a-z0-9]+ (?:ou|or|vs\\.?) (?:team )?[a-z0-9]+',
    '\\bin your (?:opinion|view|experience)\\b|\\baccording to you\\b|\\b(?:agree|disagree)(?: or (?:dis)?agree)? ?\\?',
  ].join('|'),
)

const ADDRESSED = new RegExp(
  [
    '\\bsuis-je (?:vraiment )?(?:la |le )?seule?\\b|\\bje suis (?:la |le )?seule? (?:a|qui)\\b|\\bam i (?:really )?(?:the only|alone)\\b',
    '^(?:alors|bref|verdict|so|well),? (?:(?:deja|toujours|plutot) )?(?:convaincu|tente|pret|partant|seduit|emballe|interesse|decu|surpris|conquis|chaud|convinced|tempted|sold|impressed)(?:e?s)?\\b',
    '\\b(?:vous|votre|vos|toi|ton|tes|tu|te)\\b',
    "\\bt'(?:es|as|en|a|y)\\b",
    "\\b(?:quelqu'un|des (?:volontaires|amateurs|candidats|idees|suggestions|avis|fans|connaisseurs|interesses)|d'autres? (?:personnes|sont|ont|idees|avis|suggestions|exemples|que moi|parmi)|interesse d'autres|qui (?:d'autre|parmi|ici|veut|vient|est (?:partant|chaud|team|pour|d'accord|interesse|tente|avec|deja)|a deja|y (?:va|croit|etait)|s'y))",
    '\\b(?:un avis|une opinion|une preference|une idee|une suggestion)\\b',
    '\\b(?:you|your|yours|yourself|u|ya)\\b',
    "\\b(?:anyone|anybody|any (?:ideas?|suggestions?|tips|advice|takers|volunteers|recommendations?|guesses|questions)|who(?:'s| is| else| here| wants| would| will)\\b)",
  ].join('|'),
)

/** Returns 2 for a question about the reader's opinion, habits or choice, 1 if it addresses readers, else 0. */
export function addressOf(plainSentence: string): 0 | 1 | 2 {
  if (OPINION.test(plainSentence)) return 2
  if (
    /[a-z]{2,}[- ]vous\b(?! (?:l|les|le|la|m|nous)\b)/.test(plainSentence) &&
    /[a-z]ez[- ]vous\b|etes[- ]vous/.test(plainSentence)
  )
    return 2
  return ADDRESSED.test(plainSentence) ? 1 : 0
}

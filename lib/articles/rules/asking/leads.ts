/** Recognises short lines that announce the reader's turn. Patterns match folded text. */

const ASKS = new RegExp(
  `^(?:(?:et|alors|mais|bref|and|so|but|now),? ?)*(?:${[
    '(?:pour |chez |de votre cote,? )?(?:vous|toi|vous autres|vous,? (?:lecteurs|lectrices|les \\w+))(?: alors| tous)?',
    '(?:de |du )?(?:votre|ton) (?:cote|part)',
    '(?:selon|d.apres) (?:vous|toi)',
    '(?:a|de) (?:votre|ton) avis',
    '(?:what|how) about (?:you|yours?|your own)',
    'you(?:rs)?',
    'your turn',
    'over to you',
  ].join('|')}) ?[?!:….,]*$`,
)

const ANNOUNCES = new RegExp(
  `^(?:et |and |alors,? |maintenant,? |now,? )?(?:${[
    '(?:votre|vos|ton|tes|your) (?:pronostics?|pronos?|reactions?|impressions?|temoignages?|commentaires?|reponses?|predictions?|thoughts|comments|answers)',
    '(?:votre|vos|ton) (?:avis|opinions?|point de vue)(?: (?:nous |m.)?(?:interesse|compte)[a-z]*| sur la question| sur le sujet)?',
    '(?:donnez|partagez)(?:[- ]nous)? (?:votre|vos) (?:avis|opinions?)',
    '(?:c.est )?(?:a|au tour de) (?:vous|toi)(?: de (?:jouer|reagir|parler|debattre|repondre|voter|decider|nous dire))?(?: maintenant)?',
    'a vos (?:claviers?|commentaires?|plumes?|votes?|avis)',
    '(?:la parole est a vous|(?:les lecteurs|nos lecteurs|vous) (?:ont|avez) la parole)',
    '(?:le |la |notre |vos )?(?:debat|discussion|question|sondage|consultation|poll|votes?)(?: du (?:jour|moment|mois)| de la semaine)?(?: est (?:ouverte?|lancee?))?',
    '(?:reagissez|exprimez-vous|debattons|discutons(?:-en)?|parlons-en|on en (?:parle|discute|debat)|repondez|votez|participez)(?: .{0,30})?',
    'appel a (?:temoignages?|commentaires?)',
    'questions? (?:aux|pour les) (?:lecteurs|lectrices|abonnes).{0,20}',
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
  ].join('|')}) ?[!:….]*$`,
)

/**
 * Returns whether a sentence hands over to the reader («Et vous ?», «Your turn:»). It asks nothing itself when a
 * question follows.
 */
export const isLead = (plainSentence: string) => ASKS.test(plainSentence) || ANNOUNCES.test(plainSentence)

const PREFIX = new RegExp(
  `^(?:${[
    '(?:affichage des )?resultats? du sondage',
    '(?:le |notre |petit )?(?:sondage|poll|vote)(?: du jour| de la semaine| express)?',
    '(?:la |notre |une |derniere |petite )?(?:question|q)(?: (?:du jour|de la semaine|ouverte|bonus|aux lecteurs|pour vous|pour finir|a la communaute|du moment))?(?: n?[°o]? ?\\d{1,2})?',
    'debat(?: du jour)?',
    '(?:(?:une|ma|notre|petite|derniere|autre|simple|premiere|seconde|deuxieme) ){0,2}questions?(?: (?:simple|bete|serieuse|rapide|toute simple|piege|idiote|naive|indiscrete|a part))?',
    '(?:i.d|we.d|we would|i would) (?:love|like) to (?:hear|know)[^:?!.]{0,30}|(?:just )?curious|genuine question',
    'on vous (?:laisse la parole|ecoute|demande|pose la question)',
    '(?:allez,? )?(?:on se lance|c.est parti|je me lance|je commence)',
    '(?:votre|vos|ton|tes) avis(?: (?:nous|m.) ?interesse[a-z]*)?',
    'a vous(?: de (?:jouer|reagir|nous dire))?',
    '(?:[^,:?!.]{1,25}, )?(?:et )?(?:dites|racontez|partagez|dis)(?:-|-le-)?(?: |-)?(?:nous|moi)(?: tout)?(?: (?:dans|en|sous|par|via|sur) .{0,40})?',
    '(?:repondez|reagissez|votez|discutons-en)(?: (?:dans|en|sous|par|via|sur) .{0,40})?',
    'have your say',
    '(?:your|over to) (?:turn|you|say)',
    '(?:(?:reader |quick |today.s |the )?(?:poll|question|survey|vote))(?: (?:of the day|of the week|for you|time|for readers|\\d{1,2}))?',
    '(?:so,? |and |now,? |but )?(?:tell|let) (?:us|me)(?: know)?(?: in the .{0,30}| below)?',
    '(?:sound off|weigh in|chime in)(?: .{0,30})?',
    'discuss(?:ion)?',
    '(?:avis|appel|question) (?:a|aux) [a-z]+',
    '(?:ps|p\\.s\\.|post-scriptum|nb|n\\.b\\.)',
    // An order that names what is wanted: «Faites-nous part de vos témoignages :».
    '(?:[^:?!.]{0,50},? )?(?:[a-z]{3,}ez|faites|dites)(?:-(?:nous|moi))?\\b[^:?!.,]{0,50}\\b(?:avis|opinions?|questions?|temoignages?|experiences?|reponses?|commentaires?)\\b[^:?!.,]{0,30}',
    // Any short head with a word that calls: «Join the discussion:», «Le grand débat du soir :».
    "(?:[a-z']+ ){0,2}(?:vote|votez|poll|sondage|debat|debate|discussion|conversation|consultation)(?: [a-z']+){0,2}",
    '(?:[^,:?!.]{1,25}, )?(?:une |la |ma |notre |petite |a |one |my |our )(?:derniere |petite |last |quick )?question(?: (?:aux?|a|pour|to|for) [^:?!.]{2,60})?',
    'q\\d{1,2}',
  ].join('|')}) ?(?::|—|–| - ) ?(?=\\S)`,
)

/** Matches an order before a comma: «Let us know in the comments, which one do you prefer?». */
const ORDERED =
  /^(?:so,? |and |now,? |but |alors,? |et )?(?:(?:let|tell) (?:us|me)(?: know)?(?: (?:in the comments?(?: section)?|below|down below))*|(?:dites|dis|racontez|expliquez)-(?:nous|moi)(?: (?:tout )?(?:en|dans les|par) commentaires?)?)(?:,| ?…|\.\.\.) (?=(?:what|which|who|how|why|where|when|do|did|would|will|should|can|could|are|is|has|have|qu|que|quel|quelle|comment|pourquoi|ou|avez|etes|est)\b|[^,]{3,40}, (?:what|which|are|do)\b)/

/** Returns the length in characters of the announcement («Have your say: ») before the question itself. */
export function prefixLength(plainSentence: string): number {
  return (PREFIX.exec(plainSentence) ?? ORDERED.exec(plainSentence))?.[0].length ?? 0
}

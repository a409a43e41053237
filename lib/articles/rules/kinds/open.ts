const BEFORE =
  "(?:(?:et|alors|mais|bref|donc|ou|sinon|enfin|du coup|dans ce cas|pour finir|selon vous|a votre avis|d'apres vous|pour vous|et vous|vous|et toi|toi|si oui|si non|dans l'affirmative|au final|finalement|personnellement|so|and|but|well|now|then|ok|okay|if so|if not|overall|finally|also|plus|in your opinion|in your view) ?[,:]? )*"
const FRENCH = new RegExp(
  `^${BEFORE}(?:(?:a|de|par|pour|avec|sur|dans|en|chez|vers|sous|depuis|jusqu'a|jusque|contre|d')\\s?)?(?:qui|que|qu'(?!il\\b)|quoi|quel(?:le)?s?|lequel|laquelle|lesquel(?:le)?s|auquel|duquel|quand|comment|pourquoi|combien|quid)\\b`,
)
const ENGLISH = new RegExp(
  `^${BEFORE}(?:(?:in|on|at|for|with|from|to|by|of|about|under|against) )?(?:what|who|whom|whose|which|where|when|why|how)\\b`,
)
const IN_SITU =
  /\b(?:(?:en |y )?(?:pense[zs]|dites|dis|faites|fais|voyez|attendez|jouez|regardez|lisez|utilisez|utilises|prenez|choisissez|preferez) (?:de .{1,60} )?(?:quoi|comment|lequel|laquelle|lesquels)|a qui|avec qui|de quoi|a quoi|c'est quoi|c'est qui|c'est (?:pour )?(?:quand|combien|lequel|laquelle)|c'etait (?:comment|quoi|qui|quand)|(?:ca|cela) (?:se passe|s'est passe|donne|marche) (?:comment|quoi)|comment vous|quoi)\b/
const LATER_FRENCH =
  /[,:] (?:(?:a|de|par|pour|avec|sur|dans|en) )?(?:qui |que |qu'|quel(?:le)?s? |lequel|laquelle|lesquel|comment |pourquoi |combien |quand )(?!.{0,80}\b(?:qui|que) .{0,40},)/
const LATER_ENGLISH = /[,:—–] (?:(?:in|on|at|for|with|from|to) )?(?:what|who|which|where|when|why|how)\b/
const AUXILIARY =
  /^(?:is|are|was|were|do|does|did|has|have|had|can|could|will|would|should|may|might|isn't|aren't|don't|doesn't|won't|wouldn't|shouldn't)\b/
const INVERTED = /^(?:.{0,60}\b)?[a-z]+-(?:t-)?(?:vous|tu|il|elle|ils|elles|on|nous|ce|je)\b/

const NOUNS =
  '(?:avis|notes?|adresses?|opinions?|idees?|suggestions?|conseils?|astuces?|remarques?|questions?|anecdotes?|souvenirs?|exemples?|retours?|recommandations?|temoignages?|propositions?|experiences?|impressions?|commentaires?|reactions?|pronostics?|pronos?|preferences?|favoris?|coups? de c(?:œ|oe)ur|reponses?|solutions?|pistes?|explications?|hypotheses?|theories?|envies?|attentes?|bonnes adresses|titres|noms|exos?|ressources?|tips?|ideas?|thoughts?|advice|favou?rites?|recommendations?|stories|story|memories|comments?|feedback|views?|guesses|predictions?|takes?|examples?|experience|tricks|picks?|plans?)'
const ELLIPTIC = new RegExp(
  `^${BEFORE}(?:(?:votre|vos|ton|tes|un|une|des|d'autres|quelques|any|any other|your|some|other|more|got any) )?(?:[a-z'-]+ )?${NOUNS}\\b(?! (?:est|sont|is|are|a|ont|has|have)\\b)[^,]{0,60}$`,
)
/** Matches «Une adresse à nous recommander». */
const SHARED =
  /^(?:une?|des|d'autres|quelques|any|some|other) (?:[^ ]+ ){1,6}(?:a (?:nous |me |lui )?(?:partager|proposer|suggerer|recommander|conseiller|ajouter|signaler|raconter|soumettre|poser)(?: (?:a|aux?) .{1,40})?|to (?:share|add|suggest|recommend))$/
const TO_SHARE = new RegExp(
  `^${BEFORE}(?:est-ce que |do |would )?(?:avez-vous|as-tu|auriez-vous|vous avez|vous auriez|tu as|connaissez-vous|vous connaissez|y a-t-il|you have|have you(?: got)?|got|is there|are there)(?: deja)? (?:.{1,80}\\b(?:a (?:nous |me |lui )?(?:partager|proposer|suggerer|recommander|conseiller|ajouter|signaler|raconter|soumettre|apporter|communiquer|citer|donner|faire part|poser)|to (?:share|add|suggest|recommend|offer|propose|tell))\\b|(?:(?:des|d'autres|de bons|de bonnes|une|un|quelques|any|some|other|any other|a|more) )(?:[a-z'-]+ )?${NOUNS}\\b(?! (?:municipal|regional|departemental|d'administration|de surveillance|syndical|a l'essai)))`,
)
const INVITED =
  /^(?:pouvez-vous|pourriez-vous|peux-tu|can you|could you) (?:nous |me |you )?(?:dire|citer|raconter|partager|expliquer|donner|decrire|think of|name|tell|share|describe|explain)\b/

/** Matches «où» in the question as written, because only the accent distinguishes it from «ou». */
const WHERE =
  /^(?:(?:et|alors|mais|selon vous|à votre avis|d['’]après vous|pour vous),? )*(?:d['’]|par |jusqu['’]|vers |pour |depuis )?où(?!\p{L})/iu
const ENDS_ASKING =
  /\b(?:(?:sur|a|avec|pour|de|chez|par|en) (?:qui|quoi)|quoi|combien|comment|pourquoi|lequel|laquelle|lesquel(?:le)?s)$/

/** Matches the second question of «quel est le pire ? Et le meilleur ?». */
const OTHER_ONE =
  /^(?:et|and) (?:le|la|les|the|votre|vos|ton|your) (?:meilleure?s?|pires?|plus [a-z]+|moins [a-z]+|seconde?|deuxieme|premiere?|derniere?|prochaine?|best|worst|least|most [a-z]+)(?: [^ ]+){0,2}$/
/** Matches «vous en êtes où avec vos résolutions». */
const WHERE_AT =
  /(?<!\p{L})(?:en|y) (?:êtes|es|est|sommes|sont|serez)(?:-vous)? où(?!\p{L})|(?<!\p{L})(?:allez|vas|irez|partez|vivez|habitez|achetez|mangez)(?:-vous)? où(?!\p{L})/iu
/** Matches «Entre le pont et le bac, où passez-vous ?». */
const LATER_WHERE = /[,:] (?:d['’]|par |vers )?où(?!\p{L})/iu
const ENDS_WHERE = /(?<!\p{L})où(?:,? (?:vous|toi))?[ ?!.…]*$/iu

/** Returns whether the question wants words, not a choice among answers that it implies. */
export function isOpen(plainQuestion: string, question: string): boolean {
  const asked = plainQuestion.replace(/[?!.… ]+$/, '')
  if (/^ou\b/.test(asked) && !/^où/iu.test(question)) return isOpen(asked.slice(3), question.slice(3))
  if (TO_SHARE.test(asked) || SHARED.test(asked) || INVITED.test(asked)) return true
  if (ENGLISH.test(asked) || FRENCH.test(asked) || WHERE.test(question)) return true
  if (AUXILIARY.test(asked)) return false
  if (LATER_ENGLISH.test(asked) || LATER_FRENCH.test(asked) || LATER_WHERE.test(question)) return true
  if (OTHER_ONE.test(asked)) return true
  if (/^(?:et |and )?(?:vous|toi|you)$/.test(asked) || /^(?:selon|d'apres) vous$/.test(asked)) return true
  if (INVERTED.test(asked) || /^est-ce\b/.test(asked)) return false
  return (
    ENDS_ASKING.test(asked) ||
    ENDS_WHERE.test(question) ||
    WHERE_AT.test(question) ||
    IN_SITU.test(asked) ||
    ELLIPTIC.test(asked)
  )
}

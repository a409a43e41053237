/** Matches calls to answer that stand beside closing questions, in folded text. */
const PROMPT = new RegExp(
  [
    "\\b(?:en|les|vos|votre|un|aux?|par|section|espace|ces?|rubrique|l'espace) commentaires?\\b|\\b(?:le|notre|nos|our|the|ce) forums?\\b",
    '\\b(?:in|the|your|a|our|leave|post|and|or) comments?(?: section)?\\b|\\bcomments? (?:below|section|box|and|on (?:our|this))\\b|^(?:please )?comment\\b',
    '\\b(?:dites|dis|racontez|raconte|expliquez|faites|fais|donnez|donne|partagez|partage|postez|laissez|ecrivez|envoyez|adressez|proposez|transmettez|confiez|exprimez)(?:[- ]le)?[- ](?:nous|moi|le|la|vos|votre|un|ton|tes)\\b',
    "\\bn'hesite[zs]? pas\\b",
    '\\bje (?:tiens a|voudrais|souhaite(?:rais)?|aimerais|veux|vais) vous (?:questionner|interroger|consulter|demander|poser)\\b',
    '^a chacun (?:de (?:juger|voir|decider|se faire)|son avis)\\b',
    '^(?:c.est )?a (?:vous|toi) de (?:nous (?:le )?(?:dire|raconter)|juger|voter|choisir|trancher|decider)\\b',
    '\\b(?:reagissez|repondez|votez|debattons|discutons|temoignez|exprimez-vous|participez|a vos claviers|parlons-en)\\b',
    '\\b(?:votre|vos|ton|tes) (?:avis|retours?|reponses?|opinions?|reactions?|experiences?|temoignages?|impressions?|ressenti) (?:nous |m.)?(?:interess|sont|est|compte|seront|en)\\b',
    "\\b(?:on (?:attend|veut savoir|vous ecoute|en (?:parle|discute))|je (?:vous lis|suis curieu|suis preneu|cherche|veux savoir|serais ravi)|ca m'interesse)",
    '\\b(?:let us know|let me know|(?<!\\b(?:could|can|would|will|did|to|not|nobody|they|he|she) )tell (?:us|me)|sound off|weigh in|chime in|drop (?:us|a|your)|share (?:your|with us|them|it)|leave (?:us|a|your)|hit (?:us|me|reply)|reply (?:to|below)|vote (?:below|now|in)|join the|we want to (?:hear|know)|(?:i.d|we.d) (?:love|like) to (?:hear|know)|answer below|take our poll)\\b',
    '\\b[a-z0-9._-]{1,40}@[a-z0-9-]',
    '^(?:votre|vos|your) (?:reponses?|choix|votes?|answers?|choice) ?:?$',
    '\\b(?:below|ci-dessous|juste en dessous)[ .!]*$',
  ].join('|'),
)

/** Returns whether a sentence calls readers to answer. */
export const isPrompt = (plainSentence: string) => PROMPT.test(plainSentence)

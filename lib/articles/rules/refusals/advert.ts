const ADVERT = new RegExp(
  [
    '^(?:deja (?:abonne|inscrit|client|membre|lecteur)|pas encore (?:abonne|inscrit|membre|de compte)|nouveau (?:ici|client|sur)|mot de passe (?:oublie|perdu)|(?:vous avez )?(?:oublie|perdu) votre|(?:un|une) (?:probleme|erreur|faute|bug|coquille|question)\\b.{0,60}\\?$|des questions(?! (?:a|pour) (?:poser|soumettre|adresser)? ?(?:a |au |aux |pour )?(?:notre|nos|l.invite|l.auteur)))',
    '\\b(?:cet(?:te)? (?:article|billet|guide|page|contenu|tuto(?:riel)?|video|podcast|newsletter|recette|editorial|edito|chronique|dossier|numero|lettre|analyse|entretien|reportage|portrait|interview|episode|histoire) (?:vous|t.|te|ne vous)|(?:avez-vous|vous avez|tu as|as-tu|si vous avez) (?:aime|apprecie|trouve|lu)[a-z]* (?:cet?|cette|l.|notre|nos|mon|utile|une (?:erreur|faute|coquille))(?: ?(?:article|billet|guide|page|contenu|tuto|video|podcast|newsletter|recette)|\\b(?=.{0,20}(?:erreur|faute|coquille|utile))))',
    "^(?:envie|besoin|marre|fatigue|l'envie|curieux|interesse|tente|pret|prete|prets|a la recherche|en quete|en manque|pas le temps|un coup de pouce|une envie|un doute)e?s? (?:d'|de |du |des |pour |a |par )",
    '^(?:vous|tu) (?:ne )?(?:souhaitez|souhaites|voulez|veux|cherchez|cherches|recherchez|avez besoin|as besoin|avez envie|as envie|desirez|revez|reves|en avez (?:assez|marre)|aimeriez|hesitez|etes (?:a la recherche|interesse)|avez (?:une question|un projet|un doute|des questions|manque|rate|apprecie|aime|decouvert|repere|constate)|avez-vous un projet|n.avez pas encore|n.etes pas encore|manquez|galerez)',
    '^(?:(?:souhaitez|voulez|cherchez|desirez)[- ](?:vous|tu) (?:en savoir|recevoir|vous (?:abonner|inscrire|former)|nous (?:soutenir|aider|rejoindre)|aller plus loin|acheter|une? (?:site|devis|appartement|maison)|soutenir|etre (?:averti|informe|tenu|notifie)))',
    '^(?:avez-vous (?:besoin|un projet|une question|des questions|repere|trouve une|vu une|lu notre|deja telecharge|manque))',
    '^(?:pourquoi (?:nous soutenir|s.abonner|faire un don|choisir|devenir|lire))',
    '^(?:comment (?:nous (?:contacter|soutenir|aider)|s.abonner|ca marche|participer|commander|s.inscrire|y aller|postuler|candidater|acheter|regarder|voir|suivre))',
    '\\b(?:would you like|do you want|want|wish|care|ready|need|looking|trying|wanting|eager|keen) (?:to|for|a|an|more|some|help) (?:.{0,30}\\b)?(?:comment on|subscri|sign up|know more|learn|read more|get|receive|join|support|buy|see more|hear more|more|help|try|find|stay|save|start|build|take your|improve|work with|advertise|contact|donate|reach|download|book|upgrade|keep up)',
    '^(?:want|need|looking|got|have|ready|still|tired|new|not|already|enjoy(?:ed|ing)?|like[d]?|love[d]?|missed|miss|forgot|lost|spotted|found|see|seen|interested|curious|struggling|feeling|bored|craving|hungry|thinking|considering|wondering)\\b (?:to|for|a|an|some|more|help|news|tips?|of|here|what you|this|these|our|it|any|the|something|yet|your|in|about|subscrib|registered|a subscriber|a member|convinced|sure|something to|questions?)(?!.{0,60}\\byou (?:think|agree|prefer)\\b)(?!.{0,40}\\bor\\b)',
    '^(?!do you tip)(?:have|do|got) you (?:have |got )?(?:a |any |some )?(?:news|tips?|story|stories|questions?|problem|trouble|feedback on this|an? (?:question|story|tip|error|comment)|spotted|noticed (?:an?|any) (?:error|mistake|typo)|missed|signed up|subscribed|read our|seen our|tried our|heard about our)',
    '^(?:did you (?:find|enjoy|like|spot|miss|notice) (?:this|the|our|an?|any) (?:article|post|story|page|guide|error|mistake|typo|content|recipe|video|helpful|piece|newsletter|podcast|episode)|was (?:this|the) (?:article|post|page|story|information|content|guide|answer|helpful))',
    '^(?:(?:have you |did you |if you )?(?:noticed|spotted|found|saw|see)|(?:avez-vous |vous avez )?(?:vu|repere|trouve|remarque)) (?:une? |an? |any )?(?:error|mistake|typo|bug|erreur|faute|coquille)\\b',
    '^(?:do you |have you |if you )?(?:have |got )?any (?:more |other |further |additional )?(?:questions?|doubts?|problems?|issues?|trouble)\\b(?! (?:would|do|did|should) )(?!.{0,60}\\b(?:for|about) (?:the |our )?(?:minister|author|guest|team))',
    '(?:^|, )why (?:not|don.t you) (?!to\\b)[a-z]+ ',
    '^(?:why (?:subscribe|join|trust|advertise|not (?:subscribe|join|try|sign|share|check|take|give|follow|head)))',
    '^(?:have you seen (?:this|these|him|her|me)\\b|do you recogni[sz]e|reconnaissez-vous|avez-vous (?:vu|apercu|croise) (?:cet|cette|cet homme|ce)\\b(?! (?:film|match|serie|episode|spectacle|concert|documentaire)))',
    '^(?:what did you think of|how (?:do|would) you rate|how was|comment (?:avez-vous trouve|jugez-vous|notez-vous)|que pensez-vous de|qu.avez-vous pense de) (?:this (?:story|article|post|page)|cet article|ce contenu|cette page)\\b',
    '\\b(?:partager (?:cet|l.)article|share this (?:article|post|story))\\b',
  ].join('|'),
)

const SELLS =
  /^(?:(?:notre|nos) (?:solution|logiciel|application|appli|agence|offre|boutique|cabinet|formation|experts|conseillers)\b|telechargez|abonnez|inscrivez|decouvrez|profitez|commandez|reservez|rendez-vous sur|essayez|rejoignez|contactez|cliquez|achetez|visitez|installez|adherez|faites un don|download|subscribe|sign up|get (?:it|the|our|your|a)|try (?:it|our|the)|book|order|buy|shop|visit|contact|call|click|install|join (?:us|our|now)|become a|faites (?:le|notre|un) (?:test|quiz|point|diagnostic|devis)|testez|calculez|prenez rendez-vous|appelez|demandez (?:un|votre|le)|apply|register|rate us|leave us a review|(?:notre|ce|our|this) (?:quiz|test|simulateur|comparateur|calculateur|calculator) (?:vous|te|tells|reveals|will)\b|donate|claim|grab)\b(?!.{0,80}\b(?:commentaires?|comments?|forum|sondage|poll)\b)/

/** Returns whether the next sentence sells what the question was about: «… ? Téléchargez-la.» */
export const isSale = (plainNext: string) => SELLS.test(plainNext)

/** Returns whether a sentence sells, recruits, helps with an account or asks about the page itself. */
export const isAdvert = (plainSentence: string) => ADVERT.test(plainSentence)

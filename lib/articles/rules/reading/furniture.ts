/** Recognises what surrounds an article on its page, by the first words of a line (folded by `plain`). */

const RELATED = new RegExp(
  `^(?:${[
    'voir (?:aussi|egalement)',
    '(?:a |pour )?(?:lire|voir|decouvrir|ecouter|relire|regarder) (?:aussi|egalement|ensuite|la suite)?(?= ?(?::|$))',
    '(?:a )?(?:lire|relire|decouvrir) (?:aussi|egalement|ensuite)',
    'a (?:lire|voir|decouvrir|ecouter|ne pas manquer|suivre)\\b',
    'pour (?:aller plus loin|en savoir plus|approfondir)',
    'en savoir plus',
    '(?:sur|dans) (?:le|la) meme (?:sujet|theme|thematique|rubrique|categorie|serie)',
    'sur ces sujets',
    '(?:nos|les|autres|d.autres|derniers|dernieres|plus d.|nos autres) ?(?:derniers|dernieres|autres)? ?(?:articles?|actualites|actus|billets|news|videos|dossiers)\\b(?! ?sont)',
    'articles? (?:similaires?|lies?|connexes?|associes?|recommandes?|en lien|precedents?|suivants?|populaires?|recents?|a lire|en vedette|du meme auteur|a la une)',
    '(?:les )?plus (?:lus|populaires|partages|commentes|consultes)',
    '(?:vous|tu) (?:aimer|apprecier|pourri|devri)[a-z]* (?:aussi|egalement|aimer|etre)',
    '(?:ca|cela|ces articles|ces contenus) (?:peut|peuvent|pourrai(?:t|ent)|devrai(?:t|ent)) (?:aussi |egalement )?(?:vous|t.)',
    '(?:nos|les|vos) (?:abonnes|lecteurs|lectrices|internautes) (?:ont|lisent|aiment|consultent)\\b',
    'recommandes?(?: pour vous)?$',
    'contenus? sponsorises?',
    'ailleurs sur le web',
    'prochain (?:episode|article)',
    '(?:article|billet|post|episode) (?:precedent|suivant)',
    '(?:precedent|suivant|previous|next)\\b ?(?::|$|post|article|story)',
    'a la une',
    'dossiers? ?:',
    'related\\b(?=(?: (?:articles?|posts?|stories|story|topics?|content|news|reading|coverage|links?|videos?))? ?(?::|$))',
    'read (?:more|also|next|this|on)\\b(?= ?(?::|$))',
    'see (?:also|more)\\b',
    '(?:more|other) (?:[a-z]+ )?(?:stories|articles|posts|news|from|on|like|about|in|to read|reading)\\b',
    'more ?(?::|$)',
    'most (?:read|popular|viewed|commented|shared|recent)',
    'recommended\\b',
    'you (?:may|might|.ll|will) (?:also )?(?:like|enjoy|love|be interested)',
    'don.t miss\\b',
    'up next',
    'what to read next',
    'trending',
    'further reading',
    '(?:popular|recent|latest|top|similar|previous) (?:posts?|stories|news|articles|headlines|from|comments)',
    'sponsored',
    'promoted',
    '(?:from )?around the web',
    'in other news',
    'keep reading',
    'continue reading',
  ].join('|')})`,
)

const COMMENTS = new RegExp(
  `^(?:${[
    '(?:les |vos |nos )?(?:commentaires?|reactions?|reponses?)(?: ?(?:\\(|:)? ?\\d+| des (?:lecteurs|internautes|abonnes)|$)',
    '\\d+ (?:commentaires?|reactions?|reponses?|comments?|replies|responses|thoughts on|avis)\\b',
    '(?:un|one|two|deux|trois|three|no|aucun) (?:commentaires?|comments?|repl(?:y|ies)|responses?|reponses?)\\b',
    'comments? ?(?:\\(|:)? ?(?:\\d+|$)',
    '(?:leave|post|add|write) (?:a |your )?(?:reply|comment)s?$',
    'leave a reply',
    'laisser (?:un |une |votre )?(?:commentaire|reponse|avis)$',
    'laisser un commentaire annuler',
    '(?:ajouter|poster|ecrire) (?:un|votre) commentaire$',
    'reagir (?:a cet article|au sujet)',
    '\\+? ?repondre a la discussion',
    'votre adresse (?:e-?mail|de messagerie) ne sera pas',
    'your email address will not be',
    'connectez-vous pour (?:commenter|laisser|reagir)',
    'log ?in to (?:comment|leave|reply)',
    'discussion \\(\\d',
  ].join('|')})`,
)

const META = new RegExp(
  `^(?:${[
    '(?:sources?|via|credits?(?: photos?| images?)?|photos?|illustrations?|images?|crediti|copyright|legende) ?(?::|$|-|\\(|par\\b|by\\b)',
    '(?:source|via) ',
    '©|\\(c\\) |copyright',
    '(?:tags?|mots?[- ]cles?|etiquettes?|keywords?|topics?|categories|categorie|category|rubriques?|themes?|sujets?|labels?) ?(?::|$)',
    '(?:filed|posted|published|tagged|written) (?:under|in|on|by|with)\\b',
    '(?:classe|publie|poste|redige|ecrit|mis a jour|modifie|tague|mise en ligne)e? (?:dans|le|par|sous|il y a|avec)\\b',
    '(?:partager|partagez|share|tweet|tweeter|facebook|twitter|linkedin|whatsapp|pinterest|pocket|tumblr|email|e-mail|courriel|print|imprimer|reddit|envoyer|telegram|messenger|j.aime|like|loading)(?: ?(?::|$|this|cet?|l.article|sur |on |\\())',
    'share on',
    '(?:follow|join|find|like) (?:us|me|@)',
    '(?:suivez|retrouvez|rejoignez)[- ](?:nous|moi|@)',
    '(?:abonnez|inscrivez|desabonnez)[- ]vous',
    '(?:subscribe|sign up|sign in|log in|register|unsubscribe)',
    '(?:s.abonner|s.inscrire|se connecter|je m.abonne|je m.inscris)',
    '(?:newsletter|publicite|advertisement|annonce|promo)\\b',
    '(?:haut de la page|retour (?:a|au|en)|page \\d|back to top|menu|accueil|home)\\b',
    '(?:politique de|mentions legales|conditions (?:generales|d.utilisation)|privacy|terms of|cookie)',
    '(?:tous droits reserves|all rights reserved|reproduction interdite)',
    '(?:votants?|nombre de votants|total des votes|votes? ?:|vous ne pouvez pas participer|sondage (?:a choix|termine|clos)|voir les resultats|view results|total votes|poll closed)',
    '\\d[\\d ,.%]*(?:votes?|voix)?$',
    'interview\\b.{0,60}$',
    'propos recueillis',
    '#\\S+(?: #\\S+)*$',
    '(?:temps de lecture|reading time|\\d+ min(?:utes)? (?:de lecture|read))',
    'note de (?:la redaction|l.editeur)',
    '(?:edit|maj|mise a jour|update|correction|errata) ?(?::|\\d)',
  ].join('|')})`,
)

/** The kinds of page furniture. */
export type Furniture = 'related' | 'comments' | 'meta'

/** Returns the kind of page furniture that a line is, by its first words; undefined for the article's own text. */
export function furnitureOf(plainLine: string): Furniture | undefined {
  const line = plainLine.replace(/^[^\p{L}\p{N}#©(+]+/u, '').slice(0, 160)
  if (COMMENTS.test(line)) return 'comments'
  if (RELATED.test(line)) return 'related'
  if (META.test(line)) return 'meta'
  return undefined
}

import type { Seams } from '../pack'

/** French words before which a paste loses line ends, as written. */
export const seams: Seams = {
  starters: [
    'Et vous',
    'Et toi',
    'Et pour vous',
    'Selon vous',
    "D['’]après vous",
    '[ÀA] votre avis',
    'Votre avis',
    "Qu['’](?:en|est|as|av|all|att|ut|av)",
    'Que (?:pens|fer|f|rep|dites|pref|préf|rete|cho)',
    'Quel(?:le)?s? (?:est|sont|ser|sol|out|lang|autre)',
    'Est-ce ',
    'Faut-il',
    '[A-ZÉÊ][a-zéèêîï]{1,15}ez-vous',
    '[ÊE]tes-vous',
  ],
  plainStarters: [
    'Et vous',
    "Qu['’]en (?:pens|dit)",
    'Que pensez-vous',
    'Quel est votre avis',
    'Selon vous,',
  ],
  openers: ['Quel(?:le)?s?', 'Comment', 'Pourquoi', 'Combien', 'Vous', 'Qui', 'Que', 'Où', 'Si'],
  afters: [
    'Voir aussi',
    '(?:À|A) lire aussi',
    'Lire aussi',
    '(?:À|A) lire également',
    'Sur le même (?:sujet|thème)',
    'Dans la même (?:rubrique|catégorie)',
    'Articles? (?:similaires|liés|connexes)',
    'Sources? ?:',
    'Partager ?:',
    'Mots[- ]clés ?:',
    'Tags ?:',
    '(?:(?:À|A) )?(?:LIRE|VOIR) (?:AUSSI|[ÉE]GALEMENT)',
    'SUR LE M[ÊE]ME SUJET',
  ],
}

/** Words that begin a closing question or the part around it: where restoring a lost line end is worthwhile. */
export const STARTERS = [
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
  'What (?:do|did|would|are|is|will|should)',
  'How (?:do|did|would|will|about)',
  '(?:Do|Did|Would|Will|Have|Are|Should|Can|Could) (?:you|it|this|the)',
  'Have your say',
  'Tell us',
  'Let us know',
].join('|')

/** Words that only begin a new sentence, when they stand right after a lower-case letter. */
export const OPENERS =
  "(?:Quel(?:le)?s?|Comment|Pourquoi|Combien|Vous|Qui|Que|Où|Si|What(?:['’]s)?|Which|Why|How|If) (?=\\p{Ll})"

/** The plainest of these words, which are recognised even after capitals («source : AFPEt vous ?»). */
export const PLAIN_STARTERS = [
  'Et vous',
  "Qu['’]en (?:pens|dit)",
  'Que pensez-vous',
  'Quel est votre avis',
  'Selon vous,',
  'What do you think',
].join('|')

/** Headings of what is pasted after an article. */
export const AFTERS = [
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
  'READ (?:MORE|ALSO|NEXT)',
  'RELATED',
  'Read (?:more|also|next) ?:?',
  'See also ?:?',
  'Related(?: articles?| posts?| stories)? ?:',
  'Keywords ?:',
].join('|')

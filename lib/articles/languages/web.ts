/** Words of pages in every language, folded by `plain`. */

/** What an article calls for in any language: an address. */
export const PROMPTS = ['\\b[a-z0-9._-]{1,40}@[a-z0-9-]']

/** The heading of comments. */
export const COMMENTS = ['discussion \\(\\d']

/** Sources, tags, buttons and counts. */
export const META = [
  '(?:\\d{1,4}[ ,|·…]+){1,20}(?:page )?(?:suivante?|next|›|»|>)',
  '(?:sources?|via|credits?(?: photos?| images?)?|photos?|illustrations?|images?|crediti|copyright|legende) ?(?::|$|-|\\(|par\\b|by\\b)',
  '(?:source|via) ',
  '©|\\(c\\) |copyright',
  '(?:tags?|mots?[- ]cles?|etiquettes?|keywords?|topics?|categories|categorie|category|rubriques?|themes?|sujets?|labels?) ?(?::|$)',
  '(?:partager|partagez|share|tweet|tweeter|facebook|twitter|linkedin|whatsapp|pinterest|pocket|tumblr|email|e-mail|courriel|print|imprimer|reddit|envoyer|telegram|messenger|j.aime|like|loading)(?: ?(?::|$|this|cet?|l.article|sur |on |\\())',
  '(?:newsletter|publicite|advertisement|annonce|promo)\\b',
  '\\d[\\d ,.%]*(?:votes?|voix)?$',
  'interview\\b.{0,60}$',
  '#\\S+(?: #\\S+)*$',
  '(?:edit|maj|mise a jour|update|correction|errata) ?(?::|\\d)',
]

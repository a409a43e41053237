import type { Lexicon } from '../pack'

/** French words by their class, folded by `plain`. */
export const lexicon: Lexicon = {
  determiner:
    /^(?:(?:un|une|des|le|la|les|du|ce|cet|cette|ces|mon|ma|mes|votre|vos|ton|ta|tes|son|sa|ses|notre|nos|leur|leurs|celui|celle|ceux|celles)(?![\p{L}-])|l')/u,
  preposition:
    /^(?:(?:de|a|au|aux|en|sur|sous|par|pour|avec|sans|chez|dans|vers|contre|entre|pendant|avant|apres|depuis)(?![\p{L}-])|d')/u,
  infinitive:
    /^(?:ne pas |l'|le |la |les |y |en |se |s'|vous |nous |lui |leur |tout |bien |mieux )*(?<verb>[a-z]{2,}(?:er|ir|oir|[aei]ndre|[aeo]indre|pondre|fondre|perdre|mordre|mettre|battre|lire|rire|crire|dire|uire|ivre|croire|boire|faire|plaire|taire|aitre|rompre|vaincre|clore|clure|etre)|etre|lire|rire|dire|mettre|vivre|suivre|faire|boire|croire|rendre|vendre|tendre|prendre|perdre|battre|rompre|clore|taire|plaire)(?![\p{L}-])/u,
  // Words in -er, -ir or -re that often begin an alternative.
  noVerbs:
    'hier mer cher fer hiver papier premier dernier dossier metier janvier fevrier clavier courrier quartier chantier noir soir espoir avenir plaisir loisir souvenir desir cuir air super leader manager serveur particulier entier regulier clair leger fier amer grossier familier financier policier hospitalier routier saisonnier laser hacker gamer poster server computer better order affaire fenetre ivre cuivre livre centre lettre etranger boulanger',
  adverbs:
    'trop tres plus moins assez plutot bien mal peu pas vraiment totalement completement tout aussi si',
  beforeNoun:
    'bon(?:ne)?s?|mauvaise?s?|grande?s?|petite?s?|vraie?s?|faux|fausses?|nouve(?:au|aux|lle|lles)|ancien(?:ne)?s?|beaux?|belles?|premi(?:er|ere)s?|seconde?|deuxieme|derni(?:er|ere)s?|simples?|pires?|meilleure?s?|haute?|grosse?|gros|jeunes?|vieux|vieille|longue?|courte?|forte?|lourde?|juste|veritable',
  empty:
    'alors apres aussi autre autres avant avec avoir bien cela cette ceux chez comme contre dans depuis deux dont elle elles encore entre etait etre faire fait leur leurs mais meme moins notre nous pour plus plusieurs pourrait quand quel quelle sans selon sera sont sous tous tout toute toutes tres vers votre vous ainsi ans annee annees doit peut ont ete',
}

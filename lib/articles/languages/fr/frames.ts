import type { Frame } from '../frame'

/** Words between the verb and the first alternative that are no part of it. */
export const FRENCH_ASIDES =
  "(?:(?:en profiter pour|plutot|davantage|mieux(?! (?:de|d')\b)|vraiment|donc|la(?= (?:un|une|le|la|les|de|du|des|ce|cette)\\b| [ld]')|encore|deja|toujours|enfin|alors|au fond|surtout|forcement|finalement|simplement|tout simplement|aujourd.hui|desormais|personnellement|reellement|,? ?(?:selon|pour|d.apres) (?:vous|toi)|,? ?a (?:vos yeux|votre avis|votre sens)),? )*"
/** The beginnings of French questions, and how their alternatives depend on them; the first match decides. */
export const FRENCH: [RegExp, Frame['kind']][] = [
  [
    /^(?:.{0,250}?\b)?(?:est|sont|etait|etaient|sera|seront|serait|seraient|fut|reste|restent|restera|resteront|devient|deviendra|semble|semblent|parait|demeure|apparait)-(?:t-)?(?:ce|il|elle|ils|elles|on)\b(?! qu(?:e\b|'))(?! ?(?:necessaire|temps|possible|preferable|mieux|utile|judicieux|souhaitable|raisonnable|urgent|plus \w+) (?:de|d'))/,
    'be',
  ],
  [
    /^(?:.{0,250}?\b)?est-il (?:necessaire|temps|possible|preferable|mieux|utile|judicieux|souhaitable|raisonnable|urgent|plus \w+) (?=de |d')/,
    'do',
  ],
  [/^(?:.{0,120}?\b)?s'agi(?:t|ssait)-il\b/, 'be'],
  [/^(?:.{0,120}?, )?(?:est-ce qu(?:e |'))?(?:c'est|ce sera|ca sera|ce serait|ce n'est)\b/, 'be'],
  [
    /^est-ce qu(?:e |')(?:(?!\bvous\b|\btu\b).){1,80}?\b(?:va|vont|doit|doivent|devrait|devraient|peut|peuvent|faut|faudrait|devons|pouvons|allons)\b(?: mieux)?/,
    'do',
  ],
  [
    /^(?:.{0,60}?\b)?dir[a-z]*-(?:vous|tu) (?:de |du |d').{1,80}? qu(?:e |')(?:il|elle|ils|elles) (?:est|sont|soit|soient|sera|etait)\b/,
    'be',
  ],
  [
    /^est-ce qu(?:e |')(?:(?!\bvous\b|\btu\b).){1,120}?\b(?:est|sont|sera|seront|serait|etait|va etre)\b/,
    'be',
  ],
  [
    /^(?:est-ce que )?(?:vous|tu)(?: vous| te| t')? ?(?:etes|seriez|serez|es|serais|seras|etiez|sentez)\b(?!-)/,
    'be',
  ],
  [/^(?:(?:etes|seriez|serez|etiez)-vous|es-tu|serais-tu|vous sentez-vous|te sens-tu)\b/, 'be'],
  [
    /^(?:.{0,60}?\b)?(?:trouv|jug|estim|consider|percev|qualifi|imagin)[a-z]{0,5}[- ](?:vous|tu)\b(?: (?:ca|cela)\b)?(?! que\b| qu')/,
    'judge',
  ],
  [/^(?:.{0,60}?\b)?(?:(?:avez|auriez)-vous|as-tu) (?:trouve|juge|estime|rendu)\b/, 'judge'],
  [/^(?:.{0,60}?\b)?(?:rend|laiss|gard)[a-z]{0,5}-(?:vous|tu)\b/, 'judge'],
  [
    /^(?:.{0,40}, )?(?:vous|tu) (?:trouv|jug|estim)(?:ez|es) (?:ca|cela|(?:le|la|les|l'|ce|cet|cette|ces|votre|vos) ?(?:[a-z-]+) )/,
    'judge',
  ],
  [
    /^(?:.{0,60}?\b)?(?:pens|croy|croi|trouv|estim|consider|dir|jug)[a-z]{0,5}[- ](?:vous|tu)(?: plutot)? qu(?:e |')(?:ce (?:soit|sera|serait|sont)|c'est|ce n'est|il s'agi(?:t|sse)|cela (?:soit|est|sera)|ca (?:soit|va|sera))\b/,
    'be',
  ],
  [
    /^(?:.{0,60}?\b)?[a-z]+(?:ez|es|is|x|ds)[- ](?:vous|tu)(?: plutot)? qu(?:e |').{1,150}?\b(?:est|soit|sont|soient|sera|seront|serait|seraient|a ete)\b/,
    'be',
  ],
  [
    /^(?:.{0,60}?\b)?[a-z]+(?:ez|es|is|x|ds)[- ](?:vous|tu)(?: plutot)? qu(?:e |').{1,150}?\b(?:va|vont|doit|doivent|doive|devrait|devraient|peut|peuvent|puisse|puissent|pourra|pourrait|faut|faille|faudrait)\b(?: mieux)?/,
    'do',
  ],
  [
    /^(?:.{0,60}?\b)?(?:faut|faudrait|fallait)-il (?:plutot )?qu(?:e |').{1,100}?\b(?:soit|soient|ait|aient)\b(?: ete\b)?/,
    'be',
  ],
  [
    /^(?:.{0,250}?\b)?(?:faut|faudra|faudrait|doit|doivent|devrait|devraient|devra|devront|peut|peuvent|pourrait|va|vont|vaut|vaudrait|aurait|fallait)(?:-t)?-(?:il|elle|on|ils|elles|nous)\b(?: mieux| falloir| pouvoir| du(?= [a-z]+(?:er|ir|re)\b))?/,
    'do',
  ],
  [/^(?:.{0,120}?\b)?(?:doit|devons|allons|pouvons|devrions)-nous\b/, 'do'],
  [
    /^(?:.{0,60}?\b)?(?:auriez|avez|aurais|as)-(?:vous|tu) (?:prefere|souhaite|voulu|aime) qu(?:e |').{1,100}?\b(?:soit|soient|fut)\b/,
    'be',
  ],
  [
    /^(?:.{0,60}?\b)?(?:auriez|avez|aurais|as)-(?:vous|tu) (?:plutot )?(?:prefere|choisi|souhaite|voulu)(?= (?:une?|des|les?|la|davantage|plus|moins|ce|cet|cette)\b| l')/,
    'do',
  ],
  [/^(?:.{0,120}?\b)?(?:vous|te|t')? ?[a-z']*(?:ez|es|as|is|x|ds|ois)-(?:vous|tu)\b/, 'do'],
  [
    /^(?:est-ce que |et |.{0,60}, )?(?:(?:vous|tu) (?:l'|le |la |les |en |y )?[a-z]+(?:ez|es|x|s)|on [a-z]+(?:e|t|d|a))\b(?: (?:ete|fait))?/,
    'do',
  ],
  [
    /^(?:.{0,80}, )?(?:ca|cela|ils?|elles?) (?:(?:se|ne|le|la|les|lui|leur|en|y|vous|te) |[stlyn]')*[a-z]+(?:e|t|d|a|nt)\b(?! ?-)/,
    'do',
  ],
  [/^(?:il )?(?:faut-il|vaut-il mieux|vaut mieux)\b/, 'do'],
  [/^(?:.{0,250}?\b)?[a-z]+-(?:t-)?(?:il|elle|ils|elles|on)\b(?: eu\b(?= (?:raison|tort)\b)| ete\b)?/, 'do'],
  [/^(?:plutot|entre|alors|plus)\b/, 'none'],
]

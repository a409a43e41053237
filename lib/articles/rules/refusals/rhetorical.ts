// Matches whole questions that expect no answer, whatever surrounds them.
const RHETORICAL = new RegExp(
  `^(?:(?:et|mais|alors|or|bref|oui|and|but|so|well|hey|oh),? )*(?:${[
    'qui sait',
    'qui (?:l.eut|aurait|l.aurait|pourrait|peut|oserait|s.en) .{0,40}',
    'pourquoi (?:pas|se priver|s.en priver|faire simple.*)',
    'pourquoi (?:donc )?(?:est-ce )?(?:(?:est-ce que )?vous (?:dis|raconte|parle|en parle).*)',
    '(?:vous|tu) (?:ne |n.)?(?:me |nous |le |y |l.)?(?:croyez|crois|voyez|vois|suivez|suis|comprenez|saisissez|imaginez|savez|connaissez|devinez|sentez|remarquez)(?: (?:pas|l.idee|le genre|le (?:probleme|topo|truc|tableau|principe|lien)|ou .{0,40}|quoi|bien))*',
    '(?:vous|tu) (?:l.)?(?:avez|as|aurez|auras) (?:compris|devine|remarque|reconnu|saisi|note|rien remarque|dit)(?: .{0,40})?',
    '(?:vous|tu) (?:vous|te) (?:demandez|souvenez|rappelez|doutez|posez|dites|imaginez).{0,80}',
    '(?:devinez|devine) (?:quoi|qui|ou).{0,30}',
    '(?:savez|sais|saviez|savais)-(?:vous|tu)(?: que)?.{0,160}|le (?:saviez|savais)-(?:vous|tu)|(?:vous|tu) (?:saviez|savais).{0,120}',
    '(?:rien que ca|vraiment|serieusement|serieux|ah bon|ah oui|comment ca|pardon|quoi|hein|non|si|etonnant|surprenant|surpris(?:e?s)?|pret(?:e?s)?|simple|logique|genial|incroyable|normal|banal|paradoxal|(?:le )?resultat|(?:la |sa |une )?(?:raison|solution|explication|consequence|reponse|recette|suite)(?: de .{0,30}| du .{0,30})?|la cause|le (?:bilan|verdict|hic|probleme|constat|pire|plus (?:beau|fort|drole)|prix|principe|but|objectif|secret|remede))',
    '(?:et (?:maintenant|apres|ensuite|alors|pour cause|ca|si)|et demain|et la suite|a suivre|que demander de plus|quoi d.autre|quoi de (?:plus|mieux).{0,60}|comment (?:en est-on|en sommes-nous) arrives? la|ou va-t-on|jusqu.ou (?:ira|iront).{0,60}|a quoi bon.{0,60}|que dire.{0,60}|est-ce (?:bien )?(?:serieux|raisonnable|un hasard|surprenant|etonnant)|coincidence|hasard)',
    '(?:ca|cela|on) (?:ne )?(?:vous|te|nous) (?:rappelle|dit) (?:rien|quelque chose|quelqu.un|un truc)',
    '(?:et si|what if) (?!vous |tu |you |oui|non|yes|no\\b|so\\b|on vous)(?!.*(?:,| )(?:que|qu.|quel|quelle|comment|qui|ou|lequel|combien|pourquoi|what|how|which|who|would|feriez|seriez|iriez) ).{3,120}',
    'pas (?:vous|toi)|not you|qu.attend(?:ez|s)-(?:vous|tu)(?: pour .{0,100})?|(?:faut-il|doit-on|devons-nous) en (?:rire|sourire) ou en pleurer|what are you waiting for',
    'parole de .{0,20}',
    '(?:who|what|why|how) (?:knows|knew|gives|cares|not|else is new|could (?:ask|go)|would have|can (?:blame|resist)).{0,60}',
    '(?:you )?(?:know what|guess what|guess (?:who|how).{0,40}|ready|sound (?:good|familiar)|sounds (?:good|familiar)|remember|remember (?:that|when|the).{0,60}|really|seriously|right|huh|see|get it|surprised|coincidence|confused|interested|curious|crazy|what now|so what|now what|what.s next|what next|what gives|the (?:result|reason|answer|catch|problem|solution|verdict|best part|bottom line|takeaway|upshot))',
    '(?:did you know|do you (?:know|remember) (?:what|that|how)|have you ever wondered|ever wonder(?:ed)?|don.t believe (?:me|us)|still not convinced|not convinced|can you (?:imagine|believe)|isn.t (?:it|that) (?:great|amazing|funny|cool|nice|obvious).{0,40}|where (?:do|does|did) .{0,30} go from here|what could (?:possibly )?go wrong|is (?:it|that) any wonder.{0,60})\\b.{0,160}',
  ].join('|')}) ?[?!.…)]+$`,
)

/** Returns whether a sentence is a stock question that makes the writer's own point. */
export const isRhetorical = (plainSentence: string) =>
  plainSentence.length < 240 && RHETORICAL.test(plainSentence)

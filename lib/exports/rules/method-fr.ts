import type { MethodFacts } from './study'

const TEXTS = {
  published: 'Les textes libres sont ceux qui ont été publiés.',
  all: 'Les textes libres sont tous ceux qui ont été envoyés et non retirés, y compris refusés ou en attente : ils n’ont pas vocation à être publiés.',
}
const ASIDE = {
  without: 'Les réponses mises à l’écart par une règle d’intégrité n’y sont pas.',
  with: 'Les réponses mises à l’écart par une règle d’intégrité y sont aussi, et la colonne « set_aside » nomme la règle : les résultats publics ne les comptent pas.',
}

/** Returns the note on method in French. */
export const frenchMethod = ({ title, site, source, at, ballots, allTexts, setAside, asked }: MethodFacts) =>
  `# ${title}

Consultation des lecteurs tenue sur « ${site} », article de ${source}. ${ballots} réponses, chiffres arrêtés au ${at} (UTC).

## Ce que disent ces chiffres

Toute personne ayant ouvert la page pouvait répondre, et répond qui veut : aucun échantillon n’a été tiré au sort ni
redressé, et aucune marge d’erreur ne peut être calculée. Ces chiffres ne décrivent que les réponses reçues.

Une ligne de « ballots » est une réponse : les réponses retirées n’y sont pas, une réponse modifiée y est dans son
dernier état. ${ASIDE[setAside ? 'with' : 'without']} ${TEXTS[allTexts ? 'all' : 'published']}
Rien n’y permet de reconnaître quelqu’un ; les heures sont à la minute près. Le repère de chaque ligne (« row ») est tiré
au hasard pour cet export : il permet de la citer, et ne mène à personne.

## Fichiers

- ballots : une ligne par réponse (codebook.html et codebook.xml décrivent chaque colonne) ;
- ballots-codes : les mêmes réponses, avec le numéro de chaque choix et sans les textes libres, pour les logiciels de
  statistique ; labels.sps les lit dans SPSS avec leurs libellés ;
- comments : les textes libres, avec la décision en vigueur pour chacun ;
- decisions : chaque décision de modération, sans son auteur ;
- results : les résultats cités et les résultats actuels, une ligne par choix ; snapshots.jsonl les donne tels que publiés ;
- questions.json : le libellé de chaque question, dans chacune de ses versions, et ses corrections ;
- datapackage.json : un schéma pour chaque fichier CSV (Frictionless Data) ; labels.R : un script R qui les lit avec leurs
  libellés ;
- manifest.json : le nombre de lignes et l’empreinte SHA-256 de chaque fichier.

Dans les fichiers CSV, une apostrophe (’) précède ce qu’un tableur pourrait prendre pour une formule (= + - @ tabulation,
retour, et leurs formes larges) : retirez-la pour retrouver le texte. Les fichiers JSONL donnent les valeurs
telles quelles. \`npm run verify -- FICHIER.zip\` vérifie chaque fichier et recompte les résultats publics à partir de
« ballots.jsonl ».

## Questions

${asked}
`

import { expect, it } from 'vitest'
import { sortOf } from './kinds'

/** Alternatives of one class, and frames that all of them fit: every frame is asked with every list. */
interface Grammar {
  frames: string[]
  lists: string[][]
}

const FRENCH: Record<string, Grammar> = {
  judgements: {
    frames: [
      'Cette taxe est-elle {}',
      'La nouvelle règle vous semble-t-elle {}',
      'Trouvez-vous cette mesure {}',
      'Jugez-vous la réforme du maire {}',
      'Cette hausse, annoncée mardi, est-elle {}',
      'Diriez-vous que cette mesure est {}',
      'Pensez-vous que la réforme sera {}',
      'À vos yeux, cette décision est-elle {}',
      'La décision du conseil municipal vous paraît-elle plutôt {}',
    ],
    lists: [
      ['juste', 'excessive'],
      ['nécessaire', 'bien pensée', 'inutile'],
      ['une bonne nouvelle', 'un recul'],
      ['une chance pour la ville', 'une menace pour les commerces', 'un simple coup de communication'],
      ['plus juste', 'moins juste', 'ni plus ni moins juste'],
      ['suffisante', 'encore trop timide'],
    ],
  },
  acts: {
    frames: [
      'Faut-il {}',
      'La ville devrait-elle {}',
      'Préféreriez-vous {}',
      'Seriez-vous prêt à {}',
      'Allez-vous {}',
      'Si la taxe augmente, allez-vous {}',
      'L’État doit-il, selon vous, {}',
      'Pensez-vous qu’il faut {}',
      'Vaut-il mieux {}',
      'Ce projet va-t-il {}',
      'Le maire est-il en train de {}',
    ],
    lists: [
      ['garder le bac', 'le vendre'],
      ['construire un pont', 'rénover le bac', 'ne rien faire'],
      ['rester dans le centre', 'déménager à la campagne'],
      ['baisser la vitesse à 30 km/h', 'installer des radars', 'former les conducteurs'],
    ],
  },
  things: {
    frames: [
      'Préférez-vous {}',
      'Que choisiriez-vous : {}',
      'Et vous, plutôt {}',
      'À qui la faute : {}',
      'Qu’est-ce qui compte le plus pour vous : {}',
      'Soutenez-vous {}',
      'Craignez-vous davantage {}',
      'Votre choix : {}',
    ],
    lists: [
      ['le bac', 'le pont', 'les deux'],
      ['la voiture', 'le vélo', 'autre chose'],
      ['un parc', 'des logements', 'une salle de concert'],
    ],
  },
  readers: {
    frames: ['Êtes-vous {}', 'Vous sentez-vous {}', 'Face à ce projet, êtes-vous {}', 'Seriez-vous {}'],
    lists: [
      ['satisfait', 'déçu', 'partagé'],
      ['plutôt confiant', 'plutôt inquiet', 'sans opinion'],
      ['d’accord avec le maire', 'd’un autre avis'],
    ],
  },
  passives: {
    frames: [
      'Doit-il être {}',
      'Souhaitez-vous que le bac soit {}',
      'Faut-il qu’il soit {}',
      'Aurait-il dû être {}',
    ],
    lists: [
      ['fermé', 'rénové', 'vendu à un promoteur'],
      ['réservé aux riverains', 'ouvert à tous'],
    ],
  },
  amounts: {
    frames: ['Combien paieriez-vous ({})', 'Combien dépensez-vous : {}', 'Combien y mettriez-vous — {}'],
    lists: [
      ['moins de 10 euros', 'entre 10 et 20 euros', 'plus de 20 euros'],
      ['rien', '5 euros', '10 euros'],
    ],
  },
}

const ENGLISH: Record<string, Grammar> = {
  judgements: {
    frames: [
      'Is the new rule {}',
      'Do you find the plan {}',
      'Do you think the plan is {}',
      'Does the scheme seem {}',
      'Are you finding the new timetable {}',
      'On balance, would you say the plan is {}',
      'Will the new bridge be {}',
    ],
    lists: [
      ['fair', 'too harsh'],
      ['sensible', 'overdue', 'a waste of money'],
      ['a good idea', 'a step too far'],
    ],
  },
  acts: {
    frames: [
      'Should the council {}',
      'Would you rather {}',
      'Do you want the council to {}',
      'Should the town’s new mayor {}',
      'Is it time to {}',
      'Is the plan likely to {}',
      'Is the new bridge going to {}',
      'Do you expect the law to {}',
      'Will a new bridge really {}',
      'Does the mayor want to {}',
    ],
    lists: [
      ['build a bridge', 'repair the ferry', 'do nothing'],
      ['approve the plan', 'reject it'],
      ['pay more', 'hire contractors', 'borrow more'],
    ],
  },
  things: {
    frames: [
      'Do you prefer {}',
      'Which would you choose: {}',
      'Who is to blame: {}',
      'Would you vote for {}',
    ],
    lists: [
      ['the ferry', 'the bridge', 'both'],
      ['a park', 'new homes', 'a concert hall'],
      ['cash', 'card'],
    ],
  },
  readers: {
    frames: [
      'Are you {}',
      'Do you feel {}',
      'Does it make you {}',
      'Does the news leave you {}',
      'Are you feeling {}',
    ],
    lists: [
      ['relieved', 'worried'],
      ['in favour of the plan', 'opposed'],
      ['satisfied', 'disappointed', 'torn'],
    ],
  },
  passives: {
    frames: [
      'Should it be {}',
      'Should the old bridge be {}',
      'Would you like the ferry to be {}',
      'Do you want to see the pier {}',
      'Should the town’s ferry have been {}',
    ],
    lists: [
      ['banned', 'allowed with a permit'],
      ['kept', 'scrapped', 'extended to the whole town'],
      ['reserved for residents', 'open to all'],
    ],
  },
  'things done': {
    frames: ['Have you {}', 'This winter, have you {}', 'Since the rise, have you {}'],
    lists: [
      ['switched suppliers', 'turned the heating down', 'insulated your loft'],
      ['cancelled your trip', 'cut your budget'],
    ],
  },
  claims: {
    frames: ['Do you think the law {}', 'Do you believe it {}', 'Would you say the new bridge {}'],
    lists: [
      ['helps families', 'hurts them'],
      ['saved the town', 'ruined it'],
    ],
  },
}

const listed = (list: string[], or: string) => `${list.slice(0, -1).join(', ')} ${or} ${list.at(-1)}`

const cases = (['fr', 'en'] as const).flatMap((language) =>
  Object.entries(language === 'fr' ? FRENCH : ENGLISH).map(
    ([name, grammar]) => [language, name, grammar] as const,
  ),
)

it.each(cases)('%s: every list of %s fits every frame', (language, _, { frames, lists }) => {
  const [or, mark] = language === 'fr' ? ['ou', ' ?'] : ['or', '?']
  for (const frame of frames)
    for (const list of lists) {
      const question = frame.replace('{}', listed(list, or)) + mark
      expect({ question, ...sortOf(question, language) }).toEqual({ question, kind: 'choice', options: list })
    }
})

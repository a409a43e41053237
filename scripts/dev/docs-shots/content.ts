import type { SurveyInput } from '../../../lib/surveys/schema'

export type Language = 'fr' | 'en'

/** The invented content of the pictures, in one language: no real person is in it. */
type Content = {
  slug: string
  title: string
  source: string
  summary: string
  open: string
  judged: string
  aspects: [string, string]
  stances: [yes: string, no: string, abstain: string]
  /** Readers' texts, the oldest first; the first one waits at the moderators' desk. */
  texts: string[]
  /** The text of the pictures' reader, and a moderator's note about it. */
  own: string
  note: string
  /** An article as an editor pastes it. */
  pasted: string
}

export const CONTENT: Record<Language, Content> = {
  fr: {
    slug: 'jardins-sur-toits-port',
    title: 'Des jardins sur les toits du port',
    source: 'Le Quotidien du port',
    summary:
      'Six toits du port deviendraient des potagers, deux hectares en tout. Le coût, 4 millions d’euros, et l’entretien des parcelles sont discutés.',
    open: 'Quel est votre avis sur le sujet ?',
    judged: 'Trouvez-vous ce projet utile ou réaliste ?',
    aspects: ['utile', 'réaliste'],
    stances: ['Oui', 'Non', 'Sans avis'],
    texts: [
      'Les toits de zinc ne porteront pas la terre : lisez exemple.fr/zinc avant de voter.',
      'Oui, si chaque école du quartier a sa parcelle.',
      'Qui arrosera en août ? Personne ne le dit.',
      'Deux ans de travaux pour six toits, c’est long, mais le port en a besoin.',
      'Je jardine sur un balcon depuis dix ans : la demande est là, l’eau manque.',
      'Quatre millions seraient mieux dépensés dans les parcs que nous avons déjà.',
    ],
    own: 'Mon voisin du 3, rue des Lilas, jette ses déchets par la fenêtre : alors, un potager…',
    note: 'Écrivez-le sans désigner votre voisin, et nous le publierons.',
    pasted: `Le bac du soir pourrait disparaître
Le conseil du port veut arrêter le bac après 20 heures dès septembre. La mesure économiserait 300 000 euros par an, selon la régie. Les habitants de l'île demandent une navette de remplacement.
Quel est votre avis sur le sujet ? Trouvez-vous cette mesure juste ou nécessaire ?`,
  },
  en: {
    slug: 'gardens-on-harbour-roofs',
    title: 'Gardens on the harbour roofs',
    source: 'The Harbour Daily',
    summary:
      'Six roofs of the harbour would become vegetable gardens, two hectares in all. The cost, 4 million euros, and the upkeep of the plots are disputed.',
    open: 'What is your opinion on this?',
    judged: 'Do you find this project useful or realistic?',
    aspects: ['useful', 'realistic'],
    stances: ['Yes', 'No', 'No opinion'],
    texts: [
      'Zinc roofs will never carry the soil: read example.org/zinc before you vote.',
      'Yes, if every school nearby gets a plot.',
      'Who will water them in August? Nobody says.',
      'Two years of work for six roofs is long, but the harbour needs it.',
      'I have gardened on a balcony for ten years: people want this, water is what is missing.',
      'Four million would be better spent on the parks we already have.',
    ],
    own: 'My neighbour at 3 Lilac Street throws his rubbish out of the window, so vegetables, really…',
    note: 'Say it without pointing at your neighbour, and we will publish it.',
    pasted: `The evening ferry may end
The harbour board wants to stop the ferry after 8 p.m. from September on. This would save 300,000 euros a year, it says. People on the island ask for a shuttle boat instead.
What is your opinion on this? Do you find this measure fair or necessary?`,
  },
}

const DAY_MS = 24 * 3600_000
export const OPEN_FOR_DAYS = 5

/** Returns the consultation of the pictures in `language`, open since some days. */
export function surveyOf(language: Language): SurveyInput {
  const { slug, title, source, summary, open, judged, aspects, stances } = CONTENT[language]
  const [yes, no, abstain] = stances
  return {
    slug,
    article: { title, sourceName: source, publishedOn: '2026-03-14', summary, language },
    opensAt: new Date(Date.now() - OPEN_FOR_DAYS * DAY_MS),
    questions: [
      { kind: 'open', prompt: open },
      {
        kind: 'aspects',
        prompt: judged,
        options: aspects.flatMap((aspect) => [
          { aspect, label: yes, stance: 'yes' as const },
          { aspect, label: no, stance: 'no' as const },
          { aspect, label: abstain, stance: 'abstain' as const },
        ]),
      },
    ],
  }
}

import type { SurveyInput } from '../lib/surveys/schema'

const aspect = (name: string) => [
  { aspect: name, label: 'Oui', stance: 'yes' as const },
  { aspect: name, label: 'Non', stance: 'no' as const },
  { aspect: name, label: 'Sans avis', stance: 'abstain' as const },
]

/** The demo: an article of January 2025, in our words, and its two closing questions word for word. */
export const demoSurvey: SurveyInput = {
  slug: 'meta-investissement-ia-2025',
  article: {
    title: "Meta prévoit jusqu'à 65 milliards de dollars de dépenses pour l'IA en 2025",
    sourceName: 'Article de presse (démonstration)',
    publishedOn: '2025-01',
    summary:
      "Mark Zuckerberg veut faire de 2025 l'année décisive de Meta dans l'intelligence artificielle. " +
      "Le groupe pourrait y consacrer jusqu'à 65 milliards de dollars, contre 38 à 40 milliards l'année " +
      'précédente : un centre de données de plus de deux gigawatts, grand comme une bonne partie de ' +
      "Manhattan, et plus de 1,3 million de processeurs graphiques avant la fin de l'année. Il en attend " +
      "un assistant utilisé par plus d'un milliard de personnes, un modèle Llama 4 en tête des modèles " +
      'ouverts, et une IA capable de prendre en charge une part du travail de ses ingénieurs. La course ' +
      'est générale : Microsoft annonce environ 80 milliards, Amazon plus de 75, et le projet Stargate ' +
      "d'OpenAI, SoftBank et Oracle vise 500 milliards de dollars d'infrastructures aux États-Unis.",
    language: 'fr',
  },
  opensAt: new Date('2025-01-27T06:00:00Z'),
  questions: [
    { kind: 'open', prompt: 'Quel est votre avis sur le sujet ?' },
    {
      kind: 'aspects',
      prompt: 'Trouvez-vous cette initiative de Meta crédible ou pertinente ?',
      options: [...aspect('crédible'), ...aspect('pertinente')],
    },
  ],
}

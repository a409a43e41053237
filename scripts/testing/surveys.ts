import { randomBytes } from 'node:crypto'
import { createSurvey } from '../../lib/surveys/commands/create'
import { findSurvey, type SurveyRecord } from '../../lib/surveys/queries/public'
import type { SurveyInput } from '../../lib/surveys/schema'

const aspect = (name: string) => [
  { aspect: name, label: 'Oui', stance: 'yes' as const },
  { aspect: name, label: 'Non', stance: 'no' as const },
  { aspect: name, label: 'Sans avis', stance: 'abstain' as const },
]

/** One question of each kind, in the order open, aspects, single, multiple, scale. */
export const questionsOfEveryKind: SurveyInput['questions'] = [
  { kind: 'open', prompt: 'Quel est votre avis sur le sujet ?' },
  {
    kind: 'aspects',
    prompt: 'Trouvez-vous ce projet utile ou réaliste ?',
    options: [...aspect('utile'), ...aspect('réaliste')],
  },
  {
    kind: 'single',
    prompt: 'Êtes-vous pour ou contre ?',
    options: [{ label: 'Pour' }, { label: 'Contre' }, { label: 'Sans avis', stance: 'abstain' }],
  },
  {
    kind: 'multiple',
    prompt: 'Qu’attendez-vous du projet ?',
    options: [{ label: 'Des emplois' }, { label: 'Des économies' }, { label: 'Rien' }],
  },
  {
    kind: 'scale',
    prompt: 'Sur une échelle de 1 à 5, quelle est votre confiance ?',
    options: ['1', '2', '3', '4', '5'].map((label) => ({ label })),
  },
]

/** Returns a survey for one test: open since yesterday, with every kind of question, unless `changes` differ. */
export const surveyInput = (changes: Partial<SurveyInput> = {}): SurveyInput => ({
  slug: `essai-${randomBytes(5).toString('hex')}`,
  article: {
    title: "La ville étudie une ligne de tramway jusqu'au port",
    sourceName: 'Le Quotidien du port',
    sourceUrl: 'https://journal.example/tramway',
    publishedOn: '2026-03-14',
    summary:
      'La municipalité présente un tracé de neuf kilomètres. Son coût et son calendrier sont discutés.',
  },
  opensAt: new Date(Date.now() - 24 * 3600_000),
  questions: questionsOfEveryKind,
  ...changes,
})

/** Stores the survey of `surveyInput(changes)`. */
export async function storedSurvey(changes: Partial<SurveyInput> = {}): Promise<SurveyRecord> {
  const input = surveyInput(changes)
  await createSurvey(input)
  const survey = await findSurvey(input.slug)
  if (!survey) throw new Error('the survey of this test cannot be found by readers')
  return survey
}

import { screenAll } from '../../lib/comments/commands/screen'
import type { SurveyRecord } from '../../lib/surveys/queries/public'
import { path as at, choose, question } from './answers'
import { Client } from './client'
import { questionsOfEveryKind, storedSurvey } from './surveys'

/** Texts of readers that a file format could corrupt. */
export const TEXTS = [
  '- non merci',
  '=HYPERLINK("http://mal.example")',
  '＝1＋1',
  'Des « guillemets », "droits" et; points; virgules,',
  'Sur deux lignes\net une troisième\n\nbien après',
  'Émoji 👩‍👩‍👧 et accents éèçœ',
  'مرحبا، نص من اليمين إلى اليسار',
  'Une ligne\u2028puis une autre, et un paragraphe\u2029à part',
  'Un <b>nom</b> & une \\ barre\tet une tabulation',
  'É'.repeat(3_990),
  // 4,000 characters of four bytes: the longest possible text.
  '🚲'.repeat(2_000),
]

/** Questions and choices that a spreadsheet could take for formulas. */
const HOSTILE = {
  kind: 'single' as const,
  prompt: '＝A1 ou @B2 ?',
  options: [{ label: '+Oui' }, { label: '－Non' }, { label: '=1+1' }],
}

/** The number of ballots in `answeredSurvey` that count. */
export const BALLOTS = TEXTS.length + 1

/**
 * Creates a survey with every kind of question and a hostile one. A reader for each of TEXTS answered it. So did one
 * whose text had a NUL and who withdrew, and one who changed their answers. Returns it with these two.
 */
export async function answeredSurvey(): Promise<{
  survey: SurveyRecord
  changed: Client
  withdrawn: Client
}> {
  const survey = await storedSurvey({
    moderationMode: 'after',
    questions: [...questionsOfEveryKind, HOSTILE],
  })
  const hostile = survey.view.questions.at(-1)
  const answers = (text: string, place: number) => [
    { questionId: question(survey, 'open').id, text },
    choose(survey, 'single', place % 3),
    choose(survey, 'multiple', 0, 2),
    choose(survey, 'aspects', place % 3, 3 + ((place + 1) % 3)),
    choose(survey, 'scale', place % 5),
    { questionId: hostile?.id ?? 0, optionIds: [hostile?.options[place % 3]?.id ?? 0] },
  ]
  const cast = async (text: string, place: number) => {
    const reader = new Client()
    const { status } = await reader.json(at(survey, '/ballot'), { json: { answers: answers(text, place) } })
    if (status !== 201) throw new Error(`a ballot of this test was refused: ${status}`)
    return reader
  }
  for (const [place, text] of TEXTS.entries()) await cast(text, place)
  const withdrawn = await cast('Retiré\0 ensuite', 0)
  const changed = await cast('Changé ensuite', 1)
  const gone = await withdrawn.json(at(survey, '/ballot'), { method: 'DELETE' })
  if (gone.status !== 200) throw new Error(`a withdrawal of this test was refused: ${JSON.stringify(gone)}`)
  // Its form showed the text that it withdraws.
  const again = { answers: [choose(survey, 'single', 1)], revision: 1 }
  const { status } = await changed.json(at(survey, '/ballot'), { json: again })
  if (status !== 200) throw new Error(`a change of this test was refused: ${status}`)
  await screenAll()
  return { survey, changed, withdrawn }
}

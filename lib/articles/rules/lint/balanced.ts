import { LINT, type SurveyLanguage } from '../../languages'
import { plain } from '../reading/plain'

/** Returns balanced answers that measure what `labels` measured. */
export function balanced(labels: string[], language: SurveyLanguage): string[] {
  const said = plain(labels.join(' '))
  return LINT[language].scales.find(([measure]) => measure.test(said))?.[1] ?? []
}

import { LINT, type SurveyLanguage } from '../../languages'

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)

/**
 * Returns the question without its negation («Ne faut-il pas fermer…» becomes «Faut-il fermer…»). A question without
 * one stays unchanged.
 */
export function affirmative(prompt: string, language: SurveyLanguage): string {
  for (const [negation, instead] of LINT[language].negations) {
    const said = prompt.replace(negation, instead)
    if (said !== prompt) return capital(said.replace(/ +(?=[ \u00a0\u202f])/g, ''))
  }
  return capital(prompt)
}

import type { SurveyLanguage } from '../../languages'
import { plain } from '../reading/plain'

/** Ready-made answers with equal numbers on each side and a middle, by what they measure; the last fits anything. */
const SCALES: Record<SurveyLanguage, [RegExp, string[]][]> = {
  fr: [
    [
      /satisfai|content/,
      ['Très satisfait', 'Plutôt satisfait', 'Ni l’un ni l’autre', 'Plutôt insatisfait', 'Très insatisfait'],
    ],
    [
      /d'accord/,
      [
        'Tout à fait d’accord',
        'Plutôt d’accord',
        'Ni l’un ni l’autre',
        'Plutôt pas d’accord',
        'Pas du tout d’accord',
      ],
    ],
    [
      /\butile/,
      ['Très utile', 'Plutôt utile', 'Ni l’un ni l’autre', 'Plutôt inutile', 'Tout à fait inutile'],
    ],
    [
      /\bbon|bien|mauvais|excellent/,
      ['Très bon', 'Plutôt bon', 'Ni bon ni mauvais', 'Plutôt mauvais', 'Très mauvais'],
    ],
    [
      /./,
      ['Très favorable', 'Plutôt favorable', 'Ni l’un ni l’autre', 'Plutôt défavorable', 'Très défavorable'],
    ],
  ],
  en: [
    [
      /satisfied|happy/,
      ['Very satisfied', 'Fairly satisfied', 'Neither', 'Fairly dissatisfied', 'Very dissatisfied'],
    ],
    [/agree/, ['Strongly agree', 'Agree', 'Neither', 'Disagree', 'Strongly disagree']],
    [/useful/, ['Very useful', 'Fairly useful', 'Neither', 'Fairly useless', 'Quite useless']],
    [
      /good|bad|great|excellent|poor/,
      ['Very good', 'Fairly good', 'Neither good nor bad', 'Fairly bad', 'Very bad'],
    ],
    [/./, ['Strongly in favour', 'In favour', 'Neither', 'Against', 'Strongly against']],
  ],
}

/** Returns balanced answers that measure what `labels` measured. */
export function balanced(labels: string[], language: SurveyLanguage): string[] {
  const said = plain(labels.join(' '))
  return SCALES[language].find(([measure]) => measure.test(said))?.[1] ?? []
}

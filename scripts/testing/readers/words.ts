import type { SurveyInput } from '../../../lib/surveys/schema'
import { TEXTS } from '../exports'

export type Questions = SurveyInput['questions']
const LONG =
  'Parmi les aménagements que la municipalité étudie pour le quai, la place du marché et les rues qui y mènent'
/** Options with the same first 150 letters, as in a legal text. */
const ALIKE = `${LONG}, celui qui garde les arbres et les bancs en place`
const none = { label: 'Sans avis', stance: 'abstain' as const }
const judged = (aspect: string) => [
  { aspect, label: 'Oui', stance: 'yes' as const },
  { aspect, label: 'Non', stance: 'no' as const },
  { aspect, ...none },
]

/** Questions of every kind, with wording that a format could corrupt. */
export const FIRST: Questions = [
  { kind: 'open', prompt: 'Que pensez-vous du « quai » ; "oui", \'non\', et pourquoi ?' },
  {
    kind: 'aspects',
    prompt: `${LONG} : ce projet est-il utile ou réaliste ?`,
    options: [...judged('utile'), ...judged('réaliste')],
  },
  {
    kind: 'single',
    prompt: 'Êtes-vous pour ou contre ?',
    randomised: true,
    options: [{ label: 'Pour' }, { label: 'Contre' }, { label: 'Cela dépend' }, none],
  },
  {
    kind: 'multiple',
    prompt: `${LONG}, ${LONG.toLowerCase()}, lesquels souhaitez-vous ?`,
    options: [{ label: 'Des bancs' }, { label: 'Des arbres' }, { label: 'Une fontaine' }, none],
  },
  {
    kind: 'scale',
    prompt: 'De 1 à 5, quelle est votre confiance ?',
    options: [...['1', '2', '3', '4', '5'].map((label) => ({ label })), none],
  },
  {
    kind: 'single',
    prompt: 'Quelle variante ?',
    options: [{ label: `${ALIKE} nord` }, { label: `${ALIKE} sud` }],
  },
  {
    kind: 'single',
    prompt: '＝A1 ou @B2 ?',
    options: [{ label: '+Oui' }, { label: '－Non' }, { label: '=1+1' }],
  },
  {
    kind: 'single',
    prompt: 'Le même mot ?\r\n\ufeffEt de quelle façon ?',
    options: [
      { label: 'NA' },
      { label: 'Oui,\r\n=1+1' },
      { label: 'Oui' },
      { label: 'Oui' },
      { label: 'x\ry\u2028z' },
    ],
  },
  { kind: 'open', prompt: 'Une question que la seconde version ne pose plus' },
]

/** Texts that today's input rules refuse, and that older databases may hold. */
const OLDER = [
  '\ufffe et \uffff et \u{1fffe}',
  '  des espaces autour  ',
  'suite\u0085ligne\u2028ligne\u2029ligne',
  '_x0041_ et _x000D_',
  '\u000b=1+1\u000c=1+1 et \u0001\u001f',
  'a\u0085=1+1',
  'ligne\r\n=1+1\r=2+2',
  '🚲'.repeat(4_000),
  'NA',
  'NULL',
  '007',
  '1e5',
  '\ufeffAprès une marque d’ordre',
  '\ufeff=1+1',
  'fin de ligne\n',
  '\r\nligne vide avant',
  '\\N',
  'C:\\nouveau\\',
  '"tout entre guillemets"',
  'null',
  'nan',
  'true',
  '2026-12-31',
  'e\u0301te\u0301 et été',
  '\u200fà droite\u00ad\u200b',
]
const FORMULAS = [
  'Un,\n=1+1',
  'Première ligne\ndeuxième ligne; fin "citée"',
  '\n\n+33 1 23',
  "'=1+1",
  '’=1+1',
]
export const STORED = [...TEXTS, ...FORMULAS, ...OLDER]

import type { Scale } from '../scale'

/** The French words of a scale of numbers. */
export const scale: Scale = {
  numbers: {
    zero: 0,
    un: 1,
    une: 1,
    deux: 2,
    trois: 3,
    quatre: 4,
    cinq: 5,
    six: 6,
    sept: 7,
    dix: 10,
    vingt: 20,
    cent: 100,
  },
  rates: [
    'echelle',
    'not(?:e|es|ez|er|eriez|erais|eras|erez|ation|ations)',
    'etoiles?',
    'points?',
    'recommand',
    'satisf',
    '(?:a quel point|dans quelle mesure)',
    'evalu',
    'combien (?:lui |leur |y )?(?:mett|donn|attribu)',
  ],
  from: ['de', 'entre', 'allant de'],
  opensFrom: ['de', 'entre'],
  to: ['a', 'et', "jusqu'a"],
  between: ['a'],
  of: ['\\bsur'],
  units: ['ans?', 'mois', 'jours?', 'heures?', 'pays', 'km', 'euros?'],
  stars: ["combien d'etoiles"],
}

import { expect, it } from 'vitest'
import { sortOf } from './kinds'

/** The last alternative is a clause with its own subject, or the first has words that the others lack. */
it.each<['fr' | 'en', string, string[]]>([
  [
    'fr',
    'Prenez-vous le bac, le pont, ou cela dépend-il des jours ?',
    ['le bac', 'le pont', 'cela dépend des jours'],
  ],
  [
    'fr',
    'Avec la crue, avez-vous changé vos horaires, pris le pont, ou simplement attendu ?',
    ['changé vos horaires', 'pris le pont', 'simplement attendu'],
  ],
  ['fr', 'Le nouveau bac : bonne idée, mauvaise idée ?', ['bonne idée', 'mauvaise idée']],
  [
    'fr',
    'Êtes-vous bien informé sur le bac, mal informé, ou pas informé du tout ?',
    ['bien informé sur le bac', 'mal informé', 'pas informé du tout'],
  ],
  [
    'fr',
    'Utilisez-vous le bac à titre privé, professionnel ou les deux ?',
    ['privé', 'professionnel', 'les deux'],
  ],
  ['fr', 'Prenez-vous moins, autant ou davantage le bac ?', ['moins', 'autant', 'davantage']],
  [
    'en',
    'Do you take the ferry, the bridge, or does it depend on the day?',
    ['the ferry', 'the bridge', 'it depends on the day'],
  ],
  [
    'en',
    'In this heat, have you rowed, taken the ferry, or just waited for it to pass?',
    ['rowed', 'taken the ferry', 'just waited for it to pass'],
  ],
  ['en', 'Do you think it’s fair, or are rowers being punished?', ['it’s fair', 'rowers are being punished']],
  ['en', 'Could you give up meat, flying or your car?', ['meat', 'flying', 'your car']],
  ['en', 'Do you support or oppose more ferries?', ['support', 'oppose']],
  [
    'en',
    'Do you take your tea black, with milk, or with something made from oats, peas or soy?',
    ['black', 'with milk', 'with something made from oats, peas or soy'],
  ],
  [
    'en',
    'Do these rules strike you as sensible, excessive, or overdue?',
    ['sensible', 'excessive', 'overdue'],
  ],
])('%s: %s', (language, question, options) =>
  expect(sortOf(question, language)).toEqual({ kind: 'choice', options }),
)

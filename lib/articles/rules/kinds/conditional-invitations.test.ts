import { describe, expect, it } from 'vitest'
import { detectClosing } from '../closing/detect'

const ARTICLE = 'La ville a tranché jeudi soir. Les travaux commenceront au printemps, selon la mairie.'
const REPORT = 'The council voted on Thursday night. Work will begin in the spring, the mayor said.'
const closing = (text: string, language: 'fr' | 'en') =>
  detectClosing(`${language === 'fr' ? ARTICLE : REPORT}\n\n${text}`).questions

const CONDITIONS_FR = [
  'Si vous avez eu affaire à ce syndic',
  'Et si vous avez trouvé mieux, moins cher ou plus simple',
  'S’il vous est arrivé de renoncer',
  'Vous avez déjà essayé',
]
const ORDERS_FR = [
  'racontez-nous comment cela s’est passé.',
  'dites-nous pourquoi vous êtes resté.',
  'partagez votre méthode avec les autres lecteurs !',
]
const CONDITIONS_EN = [
  'If a firm has turned down your claim',
  'And if you have found better, cheaper or faster',
  'Have you ever tried',
]
const ORDERS_EN = [
  'tell us what reason they gave.',
  'let us know how it went.',
  'share your trick with other readers!',
]

describe('an order that asks for words, after a condition', () => {
  it.each(CONDITIONS_FR.flatMap((condition) => ORDERS_FR.map((order) => [`${condition}, ${order}`])))(
    '%s',
    (text) => {
      expect(closing(text, 'fr').map(({ text, kind }) => [text, kind])).toEqual([[text, 'open']])
    },
  )
  it.each(CONDITIONS_EN.flatMap((condition) => ORDERS_EN.map((order) => [`${condition}, ${order}`])))(
    '%s',
    (text) => {
      expect(closing(text, 'en').map(({ text, kind }) => [text, kind])).toEqual([[text, 'open']])
    },
  )
  it.each([
    'Si vous avez aimé cet article, partagez-le avec vos amis.',
    'Si vous avez une question, écrivez à la rédaction.',
    'Si vous souhaitez réagir, les commentaires sont ouverts.',
    'Si le maire l’avait voulu, rien ne l’en empêchait.',
  ])('is no question: %s', (text) => {
    expect(closing(text, 'fr')).toEqual([])
  })
  it.each([
    'If you enjoyed this story, share it with your friends.',
    'If you have a question, write to the newsdesk.',
    'If the mayor had wanted it, nothing stood in his way.',
  ])('is no question: %s', (text) => {
    expect(closing(text, 'en')).toEqual([])
  })
})

describe('tags and credits after a question', () => {
  it.each(['Transports • SNCF • Numérique', 'Culture • Musique • Festivals'])(
    'are not its answers: %s',
    (tags) => {
      const [found] = closing(`Vous êtes billet papier ou application ?\n\n${tags}`, 'fr')
      expect(found).toMatchObject({ kind: 'choice', options: ['billet papier', 'application'] })
    },
  )
  it('are its answers where they name them', () => {
    const [found] = closing('Êtes-vous pour ou contre ?\n\n• Pour\n• Contre\n• Sans avis', 'fr')
    expect(found?.options).toEqual(['Pour', 'Contre', 'Sans avis'])
  })
  it.each([
    'LDRS / Additional reporting: Kim Marsh',
    'Words and pictures: Tom Hallam',
    'Photos by Ann Reed',
    'Illustrations: Bo Lin',
  ])('end the article: %s', (credit) => {
    expect(
      closing(`Have the new bins made your street any cleaner?\n\n${credit}`, 'en').map(({ kind }) => kind),
    ).toEqual(['yesno'])
  })
})

it.each([
  ['À vous, maintenant ! Quel jeu mériterait une suite ?', 'fr'],
  ['À vous maintenant ! Quel film faut-il revoir ?', 'fr'],
  ['Which station should we visit next?', 'en'],
  ['What should we review next?', 'en'],
] as const)('a question for the next subject is asked of readers: %s', (text, language) => {
  expect(closing(text, language).map(({ kind }) => kind)).toEqual(['open'])
})

it.each([
  ['Steam Deck, Switch or desktop: where will you be playing it?', ['Steam Deck', 'Switch', 'desktop']],
  ['Bus, tram or bike: how do you get to work?', ['Bus', 'tram', 'bike']],
])('a list before its question is a choice: %s', (text, options) => {
  expect(closing(text, 'en')).toMatchObject([{ kind: 'choice', options }])
})

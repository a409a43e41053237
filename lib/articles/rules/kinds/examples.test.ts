import { describe, expect, it } from 'vitest'
import { sortOf } from './kinds'

const across = (...lists: string[][]): string[] =>
  lists.reduce((all, list) => all.flatMap((head) => list.map((piece) => head + piece)), [''])

describe('examples between dashes answer nothing', () => {
  it.each(
    across(
      [
        'Votre famille en a-t-elle gardé une trace',
        'Possédez-vous encore des objets de la mine',
        'Y a-t-il dans votre rue un commerce fermé',
        'Utilisez-vous un autre moyen de transport',
      ],
      [' – ', ' — '],
      ['lettre, photo, récit', 'une caisse, un outil', 'vélo, bus, trottinette électrique'],
      [' ?', '\u202f?'],
    ),
  )('%s', (question) => expect(sortOf(question, 'fr').kind).toBe('yesno'))
  it.each(
    across(
      ['Have you kept anything from the fair', 'Is there a shop in your street', 'Do you own some old tools'],
      [' – ', ' — '],
      ['tickets, photos, programmes', 'a lamp, a clock'],
      ['?', ' – that you would lend us?'],
    ),
  )('%s', (question) => expect(sortOf(question, 'en').kind).toBe('yesno'))
  it.each([
    ['Connaissez-vous un métier – sabotier, rémouleur ou rétameur – qui se perd ?', 'fr'],
    ['Is there a place near you – pub, barn or chapel – that deserves a visit?', 'en'],
  ] as const)('with an «ou» between them: %s', (question, language) =>
    expect(sortOf(question, language).kind).toBe('yesno'),
  )
})

describe('answers after a dash stay', () => {
  it.each([
    ['Préférez-vous une ville du sud – Nice, Toulon, Marseille ?', ['Nice', 'Toulon', 'Marseille']],
    ['Êtes-vous favorable au projet – oui, non, sans avis ?', ['oui', 'non', 'sans avis']],
    ['Viendrez-vous en train – ou en car ?', ['en train', 'en car']],
    ['Lequel choisiriez-vous – le vieux, le neuf, le provisoire ?', ['le vieux', 'le neuf', 'le provisoire']],
    ['Quel moyen de transport – train ou bus – choisissez-vous ?', ['train', 'bus']],
    ['Quel camp – les anciens ou les modernes – rejoignez-vous ?', ['les anciens', 'les modernes']],
  ])('%s', (question, options) => expect(sortOf(question, 'fr')).toEqual({ kind: 'choice', options }))
  it.each([
    ['Do you prefer a city – Paris, Rome, Berlin?', ['Paris', 'Rome', 'Berlin']],
    ['Would you take the train – or the bus?', ['the train', 'the bus']],
    ['Which would you choose – train or bus – for the trip?', ['train', 'bus']],
  ])('%s', (question, options) => expect(sortOf(question, 'en')).toEqual({ kind: 'choice', options }))
})

describe('readers called before a colon are no answers', () => {
  it.each(
    across(
      ['Drivers or cyclists', 'Parents, teachers or pupils', 'Tenants or owners'],
      [': '],
      ['is the new junction safe for you?', 'does the fare seem too high?', 'would you sign it?'],
    ),
  )('%s', (question) => expect(sortOf(question, 'en').kind).toBe('yesno'))
  it.each(
    across(
      ['Locataires ou propriétaires', 'Parents, élèves ou professeurs'],
      [' : ', '\u00a0: '],
      ['cette hausse vous inquiète-t-elle ?', 'signeriez-vous ?'],
    ),
  )('%s', (question) => expect(sortOf(question, 'fr').kind).toBe('yesno'))
  it.each([
    ['Train or bus: which do you take?', ['Train', 'bus']],
    ['Sweet or salty: what do you prefer?', ['Sweet', 'salty']],
  ])('unless the question picks among them: %s', (question, options) =>
    expect(sortOf(question, 'en')).toEqual({ kind: 'choice', options }),
  )
})

describe('words at the end of every alternative are part of it', () => {
  it.each(['jam', 'salt', 'the soup', 'milk'].flatMap((one) => ['cream', 'lemon'].map((two) => [one, two])))(
    '%s first or %s first',
    (one, two) => {
      for (const [before, mark] of [
        ['Which camp are you in – ', '?'],
        ['Which camp are you in: ', '?'],
      ])
        expect(sortOf(`${before}${one} first or ${two} first${mark}`, 'en').options).toEqual([
          `${one} first`,
          `${two} first`,
        ])
    },
  )
  it('but a word after the last alone belongs to the question', () =>
    expect(sortOf('Should we fix the roof or the road first?', 'en').options).toEqual([
      'the roof',
      'the road',
    ]))
})

it.each(['thé', 'billet papier', 'plage', 'chat'])('«au cas où» asks for no place: %s', (one) =>
  expect(sortOf(`Vous êtes ${one}, appli, ou les deux au cas où ?`, 'fr')).toEqual({
    kind: 'choice',
    options: [one, 'appli', 'les deux au cas où'],
  }),
)

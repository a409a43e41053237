import { describe, expect, it } from 'vitest'
import { detectClosing } from '../closing/detect'
import { sortOf } from './kinds'

const choice = (options: string[]) => ({ kind: 'choice', options })

describe('things listed without an «ou»', () => {
  const LISTS = [
    ['une bonne idée', 'une dérive', 'un gadget'],
    ['le progrès', 'la mode', 'la paresse'],
    ['un luxe', 'un besoin', 'une corvée', 'un droit'],
  ]
  it.each(
    LISTS.flatMap((list) =>
      ['Est-ce', 'Selon vous, est-ce', 'Le tri, est-ce', 'Pour vous, était-ce'].map(
        (asked) => [asked, list] as const,
      ),
    ),
  )('%s %j', (asked, list) =>
    expect(sortOf(`${asked} ${list.join(', ')} ?`, 'fr')).toEqual(choice([...list])),
  )
  it.each(['Is it', 'In your view, was it'])('%s', (asked) =>
    expect(sortOf(`${asked} a tax, a thank-you, a scandal?`, 'en')).toEqual(
      choice(['a tax', 'a thank-you', 'a scandal']),
    ),
  )
  it.each([
    'Avez-vous un chien, un chat, un lapin ?',
    'Est-ce un progrès, une corvée et un gadget ?',
    'Est-ce un progrès, une liberté ?',
    'Est-ce juste, à vos yeux, de payer ?',
    'Demain, après-demain, serez-vous là ?',
  ])('unless they are no answers: %s', (asked) => expect(sortOf(asked, 'fr').kind).toBe('yesno'))
})

describe('things before the question which of them', () => {
  it.each(['lequel choisiriez-vous ?', 'que préférez-vous ?', 'quelle serait votre préférence ?'])(
    '%s',
    (asked) =>
      expect(sortOf(`Un parc, un musée, des logements : ${asked}`, 'fr')).toEqual(
        choice(['Un parc', 'un musée', 'des logements']),
      ),
  )
  it.each(['what should it be?', 'which would you pick?', "what's your choice?"])('%s', (asked) => {
    const report = 'The council voted on Thursday night. Work will begin in the spring, the mayor said.'
    const found = detectClosing(`${report}\n\nFlats, a museum, a ruin: ${asked}`).questions
    expect(found).toMatchObject([choice(['Flats', 'a museum', 'a ruin'])])
  })
  it.each([
    ['Génial, poussif ou raté, quel est votre verdict ?', 'fr', ['Génial', 'poussif', 'raté']],
    ['Rare, medium or well done, how do you like it?', 'en', ['Rare', 'medium', 'well done']],
  ] as const)('before a comma: %s', (asked, language, options) =>
    expect(sortOf(asked, language)).toEqual(choice([...options])),
  )
  it.each([
    ['Parents, élèves, voisins : que pensez-vous de ce projet ?', 'fr'],
    ['Parents, élèves, voisins : comment venez-vous ?', 'fr'],
    ['Parents, teachers, pupils: what do you make of it?', 'en'],
    ['Yesterday, at noon, in the rain: what would you say?', 'en'],
  ] as const)('those who are called are no answers: %s', (asked, language) =>
    expect(sortOf(asked, language).kind).toBe('open'),
  )
})

describe('a subject said twice', () => {
  const LISTS = [
    ['au lard', 'au jarret', 'sans viande'],
    ['dedans', 'dehors', 'les deux'],
  ]
  it.each(
    LISTS.flatMap((list) =>
      ['La potée, elle se fait', 'Et chez vous, le chien, il vit', 'Les anniversaires, ça se fête'].map(
        (asked) => [asked, list] as const,
      ),
    ),
  )('%s %j', (asked, [one, two, three]) =>
    expect(sortOf(`${asked} ${one}, ${two} ou ${three} ?`, 'fr')).toEqual(
      choice([one ?? '', two ?? '', three ?? '']),
    ),
  )
})

describe('two clauses about the reader', () => {
  const FIRST = ['avez déjà rentré le bois', 'connaissez le musée', 'partez tôt']
  const SECOND = [
    'attendez le dernier moment comme chaque année',
    'ne l’avez jamais visité',
    'restez jusqu’au bout pour le bal',
  ]
  it.each(FIRST.flatMap((one) => SECOND.map((two) => [one, two])))('%s, %s', (one, two) => {
    expect(sortOf(`Vous ${one} ou vous ${two} ?`, 'fr')).toEqual(choice([one, two]))
    expect(sortOf(`Vous ${one}, ou vous ${two} ?`, 'fr')).toEqual(choice([one, two]))
  })
  it.each([
    'Vous avez déjà mangé à la cantine ou au restaurant du port ?',
    'Vous avez déjà vu un lynx ou un loup ?',
  ])('one clause with two things stays closed: %s', (asked) => expect(sortOf(asked, 'fr').kind).toBe('yesno'))
})

describe('an interrogative after its verb', () => {
  it.each([
    'Vous prenez quel bus ?',
    'Vous en êtes à quelle page ?',
    'Le dimanche, tu vas à quel marché ?',
    'Vous avez combien de poules ?',
  ])('%s', (asked) => expect(sortOf(asked, 'fr').kind).toBe('open'))
  it.each(['Voisins, jusqu’où iriez-vous ?', 'Éleveurs, depuis où venez-vous ?'])('%s', (asked) =>
    expect(sortOf(asked, 'fr').kind).toBe('open'),
  )
})

describe('«ou pas de…» after a comma is an alternative', () => {
  it.each(['sapin', 'meuble', 'dessert'])('%s', (thing) => {
    expect(sortOf(`Neuf, ancien, ou pas de ${thing} du tout ?`, 'fr').options).toEqual([
      'Neuf',
      'ancien',
      `pas de ${thing} du tout`,
    ])
    expect(sortOf(`Êtes-vous content ou pas de ce ${thing} ?`, 'fr').kind).toBe('yesno')
  })
})

describe('the announcement before a closed question', () => {
  it.each(["Tonight's question: ", 'Teachers: ', 'Drivers and riders: '])('%s', (said) => {
    expect(sortOf(`${said}is the tip a thank-you, a tax or a scandal?`, 'en').options).toEqual([
      'a thank-you',
      'a tax',
      'a scandal',
    ])
    expect(
      sortOf(`${said}has it changed your mornings for the better or for the worse?`, 'en').options,
    ).toEqual(['for the better', 'for the worse'])
  })
})

describe('what follows a question', () => {
  const REPORT = 'The library scrapped its fines on Monday. Borrowing rose by a fifth in the first month.'
  const ASKED = "What's the longest you have ever kept a library book?"
  it.each(['No names needed.', 'No judgement here.', 'No wrong answers.', 'No real names required.'])(
    'is no answer: %s',
    (said) =>
      expect(detectClosing(`${REPORT}\n\n${ASKED} ${said}`).questions).toMatchObject([
        { text: ASKED, kind: 'open' },
      ]),
  )
  it.each(['No, never.', 'No one has ever kept one.'])('is one: %s', (said) =>
    expect(detectClosing(`${REPORT}\n\n${ASKED} ${said}`).questions).toEqual([]),
  )
})

it.each(['l’on vous proposait enfin ce que vous attendez', 'l’on vous disait ce que vous valez'])(
  '«Et si %s ?» is a suggestion',
  (said) => {
    const text = `Capricorne : faites le tri avant le 15, et gardez une soirée pour vos proches. Et si ${said} ?\n\nRetrouvez la suite dans notre magazine.`
    expect(detectClosing(text).questions).toEqual([])
  },
)

import { describe, expect, it } from 'vitest'
import { detectClosing } from '../closing/detect'
import { sortOf } from './kinds'

const ARTICLE = 'La ville a tranché jeudi soir. Les travaux commenceront au printemps, selon la mairie.'
const REPORT = 'The council voted on Thursday night. Work will begin in the spring, the mayor said.'
const choice = (options: string[]) => ({ kind: 'choice', options })

describe('statements are offered as they stand', () => {
  it.each([
    ['Ça vous choque', 'ça vous amuse'],
    ['Ça vous choque', 'ça vous amuse', 'vous vous en fichez'],
    ['Elle doit partir', 'elle peut rester'],
    ['Cela vous rassure', 'cela vous inquiète', 'vous attendez de voir'],
  ])('%s, %s', (...options) => {
    const last = options.at(-1)
    expect(sortOf(`${options.slice(0, -1).join(', ')} ou ${last} ?`, 'fr')).toEqual(choice(options))
    expect(sortOf(`${options.slice(0, -1).join(', ')}, ou ${last} ?`, 'fr')).toEqual(choice(options))
  })
  it.each(['Il faut le garder ou le jeter ?', 'Elle est rouge ou bleue ?'])(
    'but one clause is cut: %s',
    (asked) => {
      const [first] = sortOf(asked, 'fr').options
      expect(first).not.toMatch(/^(?:Il|Elle)/)
    },
  )
})

describe('verbs that have the reader as their object', () => {
  it.each(['Cette affaire', 'Un tel retard', 'La fin du ticket'])('%s', (thing) =>
    expect(sortOf(`${thing} vous choque, vous amuse ou vous laisse indifférent ?`, 'fr')).toEqual(
      choice(['vous choque', 'vous amuse', 'vous laisse indifférent']),
    ),
  )
  it.each(['this', 'that'])('%s', (thing) =>
    expect(sortOf(`Does ${thing} shock you, amuse you or leave you cold?`, 'en')).toEqual(
      choice(['shock you', 'amuse you', 'leave you cold']),
    ),
  )
})

describe('a subject for each alternative, and one verb for all', () => {
  const SUBJECTS = ['the ferry', 'the old pool', 'their offices']
  it.each(SUBJECTS)('%s', (subject) => {
    expect(sortOf(`Should ${subject} be replaced, the bridge raised, or the toll abolished?`, 'en')).toEqual(
      choice([`${subject} replaced`, 'the bridge raised', 'the toll abolished']),
    )
    expect(sortOf(`Should ${subject} be replaced, repaired or sold?`, 'en')).toEqual(
      choice(['replaced', 'repaired', 'sold']),
    )
  })
  it.each(['le bac', 'la vieille halle', 'l’école'])('%s', (subject) => {
    expect(
      sortOf(`Faut-il que ${subject} soit remplacé, le pont relevé ou le péage supprimé ?`, 'fr'),
    ).toEqual(choice([`${subject} remplacé`, 'le pont relevé', 'le péage supprimé']))
  })
})

describe('a noun with the clause that says which', () => {
  it.each(['the type', 'a driver', 'someone'])('%s', (noun) =>
    expect(sortOf(`Are you ${noun} who books early or ${noun} who wings it?`, 'en').options).toEqual([
      `${noun} who books early`,
      `${noun} who wings it`,
    ]),
  )
  it('one noun with two verbs is no choice', () =>
    expect(sortOf('Do you know anyone who lost or sold a boat?', 'en').kind).toBe('yesno'))
})

describe('an opinion of what stands before', () => {
  it.each(['qu’en dites-vous ?', 'qu’en pensez-vous ?'])('%s', (asked) => {
    for (const [before, mark] of [
      ['', ','],
      ['Alors, ', ','],
      ['', ' :'],
      ['', ' –'],
    ])
      expect(sortOf(`${before}justice ou acharnement${mark} ${asked}`, 'fr')).toEqual(
        choice(['justice', 'acharnement']),
      )
    expect(sortOf(`La piscine ou le stade va fermer, ${asked}`, 'fr').kind).toBe('open')
    expect(sortOf(`Fermer la piscine, ${asked}`, 'fr').kind).toBe('open')
  })
  it.each([',', ':', ' –'])('“what do you reckon?” after «%s»', (mark) =>
    expect(sortOf(`Fair cop or daylight robbery${mark} what do you reckon?`, 'en')).toEqual(
      choice(['Fair cop', 'daylight robbery']),
    ),
  )
})

describe('answers in brackets in the middle of a question', () => {
  it.each(['Laquelle de ces options', 'Quelle solution', 'Quel avenir'])('%s', (asked) =>
    expect(sortOf(`${asked} (rénover, vendre, raser) retenez-vous ?`, 'fr').options).toEqual([
      'rénover',
      'vendre',
      'raser',
    ]),
  )
})

it.each(['ce vieux pont', 'cette halle de 1904', 'ces bancs'])(
  'what a pronoun stood for is no answer: %s',
  (thing) =>
    expect(sortOf(`Il faut le garder ou le jeter, ${thing} ?`, 'fr').options).toEqual([
      'le garder',
      'le jeter',
    ]),
)

it.each(['Le prix', 'Le résultat', 'Le verdict'])(
  'a noun among the questions of its line is an answer: %s',
  (noun) =>
    expect(
      detectClosing(`${ARTICLE}\n\nQu’est-ce qui vous retient ? ${noun} ? L’attente ? Le bruit ?`).questions,
    ).toMatchObject([choice([noun, 'L’attente', 'Le bruit'])]),
)

describe('alternatives before a call to decide', () => {
  it.each(['à vous de dire.', 'à vous de trancher !', 'votez !', 'dites-nous !'])('%s', (call) => {
    expect(detectClosing(`${ARTICLE}\n\nPont ou tunnel : ${call}`).questions).toMatchObject([
      choice(['Pont', 'tunnel']),
    ])
    expect(
      detectClosing(`${ARTICLE}\n\nGarder la halle, la vendre ou la raser : ${call}`).questions,
    ).toMatchObject([choice(['Garder la halle', 'la vendre', 'la raser'])])
  })
  it.each(['you decide.', 'have your say!', 'you tell us.'])('%s', (call) =>
    expect(detectClosing(`${REPORT}\n\nKeep it, sell it or scrap it: ${call}`).questions).toMatchObject([
      choice(['Keep it', 'sell it', 'scrap it']),
    ]),
  )
  it.each([
    'Sur place ou à emporter : à vous de choisir.',
    'Le maire a deux choix, rester ou partir : à vous de juger.',
    'Pour tout savoir : à vous de juger.',
    'Le pont : votez !',
  ])('not: %s', (text) => expect(detectClosing(`${ARTICLE}\n\n${text}`).questions).toEqual([]))
})

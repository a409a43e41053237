import { describe, expect, it } from 'vitest'
import { detectClosing } from './detect'

const FRENCH =
  'Le bac de Lornay ne passera plus le dimanche. La régie invoque le prix du gazole.\n\nLes riverains ont appris la nouvelle par une affiche.\n\n'
const ENGLISH =
  'The Lornay ferry will stop on Sundays. The board blames the price of fuel.\n\nResidents learned of it from a poster.\n\n'

const french = (ending: string) => detectClosing(FRENCH + ending).questions
const english = (ending: string) => detectClosing(ENGLISH + ending).questions
const kinds = (found: ReturnType<typeof french>) => found.map(({ kind, options }) => [kind, options])

describe('answers with a question mark each belong to the question before them', () => {
  it('in French and in English', () => {
    expect(kinds(french('Que choisiriez-vous ? Un pont ? Un bac plus grand ? Rien du tout ?'))).toEqual([
      ['choice', ['Un pont', 'Un bac plus grand', 'Rien du tout']],
    ])
    expect(kinds(english('Which would you choose? A bridge? A tunnel?'))).toEqual([
      ['choice', ['A bridge', 'A tunnel']],
    ])
  })
  it('unless one of them asks something of its own', () => {
    expect(french('Que choisiriez-vous ? Le prenez-vous souvent ? Combien payez-vous ?')).toHaveLength(3)
  })
})

describe('a lone question about what another ought to do asks readers', () => {
  it.each([
    'La région devrait-elle payer le bac ?',
    'Les communes devraient-elles racheter la régie ?',
    'Faudrait-il un pont à cet endroit ?',
  ])('%s', (ending) => expect(kinds(french(ending))).toEqual([['yesno', ['Oui', 'Non']]]))
  it.each(['Should the county pay for the ferry?', 'Should every village keep its ferry?'])('%s', (ending) =>
    expect(kinds(english(ending))).toEqual([['yesno', ['Yes', 'No']]]),
  )
  it.each([
    'Lire aussi\nLa région devrait-elle payer le bac ?',
    'La région devrait-elle payer le bac ? Non, répond le tribunal.',
    'La région devrait-elle payer le bac ? C’est la loi qui le dit, depuis 1982, et personne ne l’a jamais contestée devant un juge.',
    'La région devrait-elle\u00a0?',
  ])('and nothing is taken from %j', (ending) => expect(french(ending)).toEqual([]))
})

describe('a question to somebody who is no reader is refused', () => {
  it.each([
    'Monsieur le préfet, quand prendrez-vous le bac ?',
    'Madame la présidente, que proposez-vous ? Quand viendrez-vous voir la rive ?',
  ])('%s', (ending) => expect(french(ending)).toEqual([]))
  it.each(['Prime Minister, when will you take the ferry?', 'Dear Mr Hale, what do you suggest?'])(
    '%s',
    (ending) => expect(english(ending)).toEqual([]),
  )
  it('but readers may be called by name', () => {
    expect(french('Mesdames et messieurs les lecteurs, que proposez-vous ?')).toHaveLength(1)
    expect(english('Dear readers, what do you suggest?')).toHaveLength(1)
  })
})

describe('a question whose subject the next sentence takes up is answered', () => {
  it('in the same paragraph', () => {
    expect(english('What do you do with a ferry that nobody takes? You raise the fare.')).toEqual([])
    expect(french('Que fait-on d’un bac que personne ne prend ? On augmente le billet.')).toEqual([])
  })
  it('and a call to answer is no answer', () => {
    expect(english('What do you do on Sundays? You can tell us below.')).toHaveLength(1)
    expect(english('What do you do on Sundays? We want to hear from you.')).toHaveLength(1)
  })
})

describe('several judgements of one thing', () => {
  it('the last may have words of its own', () => {
    expect(kinds(french('Trouvez-vous ce bac solide, utile et adapté aux écoliers ?'))).toEqual([
      ['multi', ['solide', 'utile', 'adapté aux écoliers']],
    ])
    expect(kinds(french('Ce tarif est-il, selon vous, juste, clair et facile à payer ?'))).toEqual([
      ['multi', ['juste', 'clair', 'facile à payer']],
    ])
    expect(kinds(english('Are the timetables clear, well kept and up to date?'))).toEqual([
      ['multi', ['clear', 'well kept', 'up to date']],
    ])
  })
})

describe('answers beside a question', () => {
  it('boxes to tick and answers for or against stand under any question', () => {
    expect(kinds(french('Et vous, qu’en dites-vous ?\n☐ Je suis pour\n☐ Je prendrai le pont'))).toEqual([
      ['choice', ['Je suis pour', 'Je prendrai le pont']],
    ])
    expect(kinds(english('How will you vote on the ferry?\n- Yes\n- No\n- Not sure'))).toEqual([
      ['choice', ['Yes', 'No', 'Not sure']],
    ])
    expect(kinds(french('Qu’en pensez-vous ?\n- Le bac de Lornay\n- Le pont de Sarn'))).toEqual([
      ['open', []],
    ])
  })
  it('a line of buttons lists them', () => {
    expect(kinds(english('Where do you stand on the ferry? [For] [Against] [Both]'))).toEqual([
      ['choice', ['For', 'Against', 'Both']],
    ])
  })
  it('numbers with their meaning make a scale, and a note shows that answers are wanted', () => {
    expect(kinds(french('En êtes-vous satisfait (1 = pas du tout, 5 = tout à fait) ?'))).toEqual([
      ['scale', ['1', '2', '3', '4', '5']],
    ])
    expect(
      french('Le pont suffira-t-il ou faut-il garder le bac ? (Une seule réponse possible.)'),
    ).toHaveLength(1)
  })
  it('the halves of a choice keep their own words', () => {
    expect(kinds(french('Est-ce une économie ? Ou bien un abandon de plus pour les riverains ?'))).toEqual([
      ['choice', ['une économie', 'un abandon de plus pour les riverains']],
    ])
  })
  it('«, pour vous ou pour un proche» says for whom', () => {
    expect(kinds(french('Avez-vous recours au bac, pour vous ou pour un proche ?'))).toEqual([
      ['yesno', ['Oui', 'Non']],
    ])
  })
})

describe('openings and notes', () => {
  it('readers called before a colon are no part of the question', () => {
    expect(
      english('Readers: is the ferry too dear, too slow or about right?').map(({ text }) => text),
    ).toEqual(['is the ferry too dear, too slow or about right?'])
    expect(french('Lecteurs : prenez-vous le bac ?').map(({ text }) => text)).toEqual([
      'prenez-vous le bac ?',
    ])
  })
  it('a judged idea is a choice, «à partir de quel âge» is open, and «do you know how to» asks', () => {
    expect(kinds(english('Good idea or waste of money? Tell us below.'))).toEqual([
      ['choice', ['Good idea', 'waste of money']],
    ])
    expect(kinds(french('Le prenez-vous seul ? À partir de quel âge ?'))[1]).toEqual(['open', []])
    expect(english('Do you take the ferry? Do you know how to row?')).toHaveLength(2)
    expect(english('Who will I complain about now?')).toEqual([])
  })
  it('«et si non» may open a question of its own', () => {
    expect(kinds(french('Prenez-vous le bac ? Et si non, que prenez-vous ?'))).toEqual([
      ['yesno', ['Oui', 'Non']],
      ['open', []],
    ])
    expect(kinds(english('Do you take the ferry? And if not, what would you change?'))).toEqual([
      ['yesno', ['Yes', 'No']],
      ['open', []],
    ])
  })
  it('a picture before «Et vous ?» hides nothing', () => {
    expect(french('🗨️ Et vous ?\n\n👉 Que pensez-vous du bac ?').map(({ text }) => text)).toEqual([
      'Que pensez-vous du bac ?',
    ])
  })
  it('a note that allows several answers announces them', () => {
    expect(kinds(english('Which ferry do you take? Select all that apply.\nLornay\nPell\nSarn'))).toEqual([
      ['multi', ['Lornay', 'Pell', 'Sarn']],
    ])
  })
  it('a degree with its numbers is a scale', () => {
    const steps = ['1', '2', '3', '4', '5']
    expect(kinds(english('How confident are you in the ferry, from 1 (not at all) to 5 (very)?'))).toEqual([
      ['scale', steps],
    ])
    expect(kinds(french('À quel point le bac vous manque-t-il, de 1 à 5 ?'))).toEqual([['scale', steps]])
  })
  it('a verb that both answers share stays in both, and a noun in -ing is no answer', () => {
    expect(kinds(english('Do you think the toll will help, or will it just annoy drivers?'))).toEqual([
      ['choice', ['will help', 'will just annoy drivers']],
    ])
    expect(kinds(english('What do you think? Was the ending brilliant, baffling or both?'))[1]).toEqual([
      'choice',
      ['brilliant', 'baffling', 'both'],
    ])
  })
  it('«à personne d’autre qu’à…» is one answer', () => {
    expect(kinds(french('Confieriez-vous le bac à un marin ou à personne d’autre qu’à la régie ?'))).toEqual([
      ['choice', ['à un marin', 'à personne d’autre qu’à la régie']],
    ])
  })
})

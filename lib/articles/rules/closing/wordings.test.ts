import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { surveyQuestions } from '../survey/survey-questions'
import { detectClosing } from './detect'

const FRENCH =
  'Le bac de Lornay ne passera plus le dimanche. La régie invoque le prix du gazole et le manque de pilotes.\n\nLes riverains ont appris la nouvelle par une affiche.\n\n'
const ENGLISH =
  'The Lornay ferry will stop on Sundays. The board blames the price of fuel and a lack of pilots.\n\nResidents learned of it from a poster.\n\n'

const french = (ending: string) => detectClosing(FRENCH + ending).questions
const english = (ending: string) => detectClosing(ENGLISH + ending).questions
const kinds = (found: ReturnType<typeof french>) => found.map(({ kind, options }) => [kind, options])
const OPEN = ['open', []]
const YES_NO = ['yesno', ['Oui', 'Non']]

const some = <T>(...values: T[]) => fc.constantFrom(...values)
const mark = some(' ?', '\u00a0?', '\u202f?', '?')

describe('a choice over several question marks is one question', () => {
  it.each<[string, string[]]>([
    ['Est-ce un caprice ? Ou est-ce une nécessité ?', ['un caprice', 'une nécessité']],
    ['Est-ce un caprice ? Ou serait-ce une nécessité ?', ['un caprice', 'une nécessité']],
    ['Faut-il garder le bac ? Ou faut-il bâtir un pont ?', ['garder le bac', 'bâtir un pont']],
    [
      'Voulez-vous un pont ? Un bac plus grand ? Ou un tunnel ?',
      ['un pont', 'un bac plus grand', 'un tunnel'],
    ],
    ['Sondage : est-ce un caprice ? Ou est-ce une nécessité ?', ['un caprice', 'une nécessité']],
    ['Faut-il y voir une erreur ? Ou plutôt un calcul ?', ['une erreur', 'un calcul']],
  ])('%s', (ending, options) => expect(kinds(french(ending))).toEqual([['choice', options]]))

  it.each<[string, string[]]>([
    ['Is it a whim? Or is it a need?', ['a whim', 'a need']],
    ['Do you want a bridge? A ferry? Or a tunnel?', ['a bridge', 'a ferry', 'a tunnel']],
  ])('%s', (ending, options) => expect(kinds(english(ending))).toEqual([['choice', options]]))

  it('leaves two questions apart, and «où» without its accent', () => {
    expect(kinds(french('Prenez-vous le bac ? Le prendrez-vous encore ?'))).toEqual([YES_NO, YES_NO])
    expect(french('Prenez-vous le bac ? Ou en êtes-vous de vos démarches ?').map(({ kind }) => kind)).toEqual(
      ['yesno', 'open'],
    )
  })
})

describe('judgements joined by «et» or commas are asked one by one', () => {
  const feminine = some(
    'utile',
    'juste',
    'claire',
    'réaliste',
    'courageuse',
    'suffisante',
    'applicable',
    'lisible',
  )
  const asked = some(
    'Cette mesure est-elle',
    'Cette mesure vous semble-t-elle',
    'Cette mesure vous paraît-elle',
    'Trouvez-vous cette mesure',
    'Jugez-vous cette mesure',
    'La nouvelle grille sera-t-elle',
    'Selon vous, cette mesure est-elle',
  )
  const list = fc.uniqueArray(feminine, { minLength: 2, maxLength: 4 })

  it('in French', () => {
    fc.assert(
      fc.property(asked, list, mark, fc.boolean(), (frame, names, end, commas) => {
        const last = names.at(-1)
        const joined =
          commas && names.length > 2 ? names.join(', ') : `${names.slice(0, -1).join(', ')} et ${last}`
        const found = french(`${frame} ${joined}${end}`)
        expect(kinds(found)).toEqual([['multi', names]])
        const [question] = surveyQuestions(found, 'fr')
        expect(question?.kind).toBe('aspects')
        expect([...new Set(question?.options.map(({ aspect }) => aspect))]).toEqual(names)
      }),
    )
  })

  it('in English', () => {
    const adjective = some('useful', 'fair', 'clear', 'realistic', 'affordable', 'safe')
    const frame = some('Is it', 'Is the new fare', 'Do you find the new fare', 'Are these rules')
    fc.assert(
      fc.property(frame, fc.uniqueArray(adjective, { minLength: 2, maxLength: 3 }), (asks, names) => {
        const joined = `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`
        expect(kinds(english(`What do you think? ${asks} ${joined}?`))).toEqual([OPEN, ['multi', names]])
      }),
    )
  })

  it.each([
    'Faut-il consulter les bateliers et les riverains ?',
    'Connaissez-vous Lornay et ses quais ?',
    'Jugez-vous les pilotes et les mousses assez payés ?',
    'Est-ce la faute du maire et du préfet ?',
  ])('and «et» between nouns joins none: %s', (ending) =>
    expect(kinds(french(`Qu’en pensez-vous ? ${ending}`))).toEqual([OPEN, YES_NO]),
  )
})

describe('three acts or qualities with an «ou» are three answers', () => {
  it.each<[string, string[]]>([
    [
      'Avez-vous vendu votre barque, réduit vos trajets ou pris le train ?',
      ['vendu votre barque', 'réduit vos trajets', 'pris le train'],
    ],
    ['Ce bac est-il trop lent, trop cher ou inutile ?', ['trop lent', 'trop cher', 'inutile']],
  ])('%s', (ending, options) => expect(kinds(french(ending))).toEqual([['choice', options]]))

  it.each<[string, string[]]>([
    [
      'Have you sold your boat, kept it, or lent it to a friend?',
      ['sold your boat', 'kept it', 'lent it to a friend'],
    ],
    [
      'Have you changed jobs, stayed put, or given up on work altogether?',
      ['changed jobs', 'stayed put', 'given up on work altogether'],
    ],
  ])('%s', (ending, options) => expect(kinds(english(ending))).toEqual([['choice', options]]))

  it('unless whether it ever happened is asked', () => {
    expect(english('Have you ever rowed, swum or sailed across?').map(({ kind }) => kind)).toEqual(['yesno'])
  })
})

describe('an invitation is an open question', () => {
  it.each([
    'Dites-nous pourquoi.',
    'Dites-nous comment vous faites sans voiture.',
    'Dites-nous ce qui vous a manqué.',
    'Racontez-nous votre première traversée.',
    'Racontez-nous la plus longue de vos traversées !',
    'Votre avis sur les nouveaux horaires :',
    'Vos souvenirs sur le bac de nuit :',
    'N’hésitez pas à nous dire quel quai vous préférez.',
    'Partagez vos recettes de friture.',
  ])('%s', (ending) => {
    const [question, another] = french(ending)
    expect(question).toMatchObject({ text: ending, kind: 'open', options: [] })
    expect(another).toBeUndefined()
  })

  it.each([
    'Tell us how you cross the river.',
    'Tell us about your first crossing.',
    'Let us know which quay you use.',
    'Share your best ferry recipe.',
  ])('%s', (ending) => {
    expect(english(ending)).toMatchObject([{ text: ending, kind: 'open' }])
  })

  it.each([
    'Dites-le-nous en commentaire.',
    'Dites-nous tout !',
    'Dites-nous ce que vous en pensez.',
    'Donnez votre avis dans les commentaires.',
    'Votre avis nous intéresse.',
    'Envoyez-nous vos idées !',
    'Racontez-nous ça en commentaire.',
  ])('and a bare call stays a call: %s', (call) =>
    expect(kinds(french(`Prendrez-vous encore le bac ? ${call}`))).toEqual([YES_NO]),
  )

  it('and one far above the end asks nothing', () => {
    expect(
      kinds(french(`Dites-nous pourquoi.\n\n${'La barque dérive encore vers le barrage. '.repeat(6)}`)),
    ).toEqual([])
  })
})

describe('«et si oui, pourquoi ?» stands after its question', () => {
  const main = some('Êtes-vous pour le péage', 'Garderiez-vous votre barque', 'Avez-vous changé de quai')
  const followUp = some(
    'et si oui, pourquoi',
    'et si oui, lequel',
    'et si non, comment faites-vous',
    'et pourquoi',
    'si oui, depuis quand',
  )

  it('as words beside a choice', () => {
    fc.assert(
      fc.property(main, followUp, mark, (asks, then, end) => {
        const text = `${asks}, ${then}${end}`
        const found = french(text)
        expect(found).toHaveLength(1)
        expect(found[0]?.followUp?.startsWith(then)).toBe(true)
        const [first, second, third] = surveyQuestions(found, 'fr')
        expect(first?.kind).toBe('single')
        expect(first?.prompt.startsWith(asks)).toBe(true)
        expect(first?.prompt).not.toContain(then)
        expect(second?.kind).toBe('open')
        expect(second?.prompt).toMatch(/^(?:Si|Pourquoi)/)
        expect(third).toBeUndefined()
      }),
    )
  })

  it('in English, and beside a choice', () => {
    expect(english('Would you pay a toll, and if so, how much?')).toMatchObject([
      { kind: 'yesno', followUp: 'and if so, how much?' },
    ])
    expect(french('Êtes-vous pour ou contre le pont, et pourquoi ?')).toMatchObject([
      { kind: 'choice', options: ['pour', 'contre'], followUp: 'et pourquoi ?' },
    ])
  })

  it('and an open question keeps its end', () => {
    expect(french('Quel quai préférez-vous, et pourquoi ?')).toMatchObject([{ kind: 'open' }])
    expect(french('Quel quai préférez-vous, et pourquoi ?')[0]?.followUp).toBeUndefined()
  })
})

describe('levels in brackets or dashes are a scale', () => {
  const levels = some(
    ['pas du tout', 'plutôt pas', 'plutôt', 'tout à fait'],
    ['jamais', 'parfois', 'souvent', 'toujours'],
    ['très bon', 'bon', 'mauvais', 'très mauvais'],
    ['pas du tout', 'un peu', 'beaucoup'],
    ['très confiant', 'assez confiant', 'peu confiant', 'pas confiant du tout'],
  )
  const asks = some(
    'À quel point faites-vous confiance au pilote',
    'Comment jugez-vous votre quai',
    'Êtes-vous content du bac',
  )
  const between = some(', ', ' / ', ' ; ')
  it('whatever separates them', () => {
    fc.assert(
      fc.property(
        asks,
        levels,
        between,
        some(['(', ')'], ['— ', ''], ['– ', ' –']),
        (ask, names, cut, [opens, closes]) => {
          expect(kinds(french(`${ask} ${opens}${names.join(cut)}${closes} ?`))).toEqual([['scale', names]])
        },
      ),
    )
  })

  it('and other lists in brackets are none', () => {
    expect(french('Que prenez-vous (bac, pont, tunnel) ?')[0]?.kind).not.toBe('scale')
  })
})

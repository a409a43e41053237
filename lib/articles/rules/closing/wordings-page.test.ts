import { describe, expect, it } from 'vitest'
import { detectClosing } from './detect'

const FRENCH =
  'Le bac de Lornay ne passera plus le dimanche (1). La régie invoque le prix du gazole [2] et le manque de pilotes.\n\nLes riverains ont appris la nouvelle par une affiche.\n\n'
const ENGLISH =
  'The Lornay ferry will stop on Sundays.[1] The board blames the price of fuel and a lack of pilots.\n\nResidents learned of it from a poster.\n\n'

const french = (ending: string) => detectClosing(FRENCH + ending).questions
const english = (ending: string) => detectClosing(ENGLISH + ending).questions
const kinds = (found: ReturnType<typeof french>) => found.map(({ kind, options }) => [kind, options])
const YES_NO = ['yesno', ['Oui', 'Non']]

describe('a question inside another wants words', () => {
  it.each([
    'Sauriez-vous dire combien de bacs passent encore la nuit ?',
    'Sauriez-vous nous expliquer pourquoi le quai est vide ?',
    'Savez-vous comment on devient pilote ?',
    'Savez-vous d’où vient ce nom ?',
    'Et vous, savez-vous qui entretient votre quai ?',
    'Pourriez-vous citer quel bac passe le premier ?',
  ])('%s', (ending) => expect(kinds(french(ending))).toEqual([['open', []]]))

  it('and knowing how to do something is yes or no', () => {
    expect(kinds(french('Et vous, savez-vous ramer ?'))).toEqual([YES_NO])
  })

  it('and «le saviez-vous» asks nothing', () => {
    expect(french('Savez-vous que le bac a cent ans ?')).toEqual([])
    expect(french('Le saviez-vous ?')).toEqual([])
  })
})

describe('capitals without accents are read', () => {
  it.each<[string, string, string[]]>([
    ['OU EN ETES-VOUS DE VOS DEMARCHES ?', 'open', []],
    ['OU ALLEZ-VOUS PASSER L’ETE ?', 'open', []],
    ['D’OU VENEZ-VOUS ?', 'open', []],
    ['Ou en êtes-vous de vos démarches ?', 'open', []],
    ['QU’EN PENSEZ-VOUS ?', 'open', []],
    ['PREFEREZ-VOUS LE BAC OU LE PONT ?', 'choice', ['LE BAC', 'LE PONT']],
    ['ETES-VOUS POUR OU CONTRE LE PEAGE ?', 'choice', ['POUR', 'CONTRE']],
    ['AVEZ-VOUS RECU LA CARTE ?', 'yesno', ['Oui', 'Non']],
  ])('%s', (ending, kind, options) => expect(kinds(french(ending))).toEqual([[kind, options]]))
})

describe('what leads to the answers is no answer', () => {
  it.each<[string, string[]]>([
    ['Pour traverser, ce sera plutôt : bac, pont ou barque ?', ['bac', 'pont', 'barque']],
    ['Et pour vos prochains trajets, vous êtes plutôt : bac ou pont ?', ['bac', 'pont']],
    ['Dernière question : bac ou pont ?', ['bac', 'pont']],
    ['À vous de choisir : le bac ou le pont ?', ['le bac', 'le pont']],
    [
      'Lequel prenez-vous le plus (une seule réponse) : le bac, le pont ou la barque ?',
      ['le bac', 'le pont', 'la barque'],
    ],
    ['Quel moyen préférez-vous (une seule réponse possible) : le bac ou le pont ?', ['le bac', 'le pont']],
    ['Le choix est simple : garder le bac ou bâtir un pont ?', ['garder le bac', 'bâtir un pont']],
  ])('%s', (ending, options) => {
    const [question] = french(ending)
    expect(question).toMatchObject({ kind: 'choice', options })
  })

  it('and the question keeps its own words', () => {
    const ending = 'Quels quais utilisez-vous (plusieurs réponses possibles) : Nord, Sud, Est ?'
    expect(french(ending)).toMatchObject([{ text: ending, kind: 'multi', options: ['Nord', 'Sud', 'Est'] }])
  })
})

describe('what an author asks themselves is refused', () => {
  it.each([
    'Peut-être devrais-je acheter une barque ?',
    'Dois-je en rire ? Faut-il être né au bord de l’eau pour comprendre ?',
    'Aurais-je dû prendre le pont ?',
    'Et si je ramais ?',
    'Suis-je trop vieux pour ramer ? Qui me le dira ?',
    'Peut-être faudrait-il un passeur ?',
  ])('%s', (ending) => expect(french(ending)).toEqual([]))
  it.each([
    'Maybe I should learn to row?',
    'Should I have taken the bridge? Who can say?',
    'Perhaps it is time to swim? Who would hold my coat?',
    'Why did I sell the boat?',
  ])('%s', (ending) => expect(english(ending)).toEqual([]))
  it('unless readers are called', () => {
    expect(kinds(french('Dois-je vendre ma barque ? Dites-le-moi en commentaire.'))).toEqual([YES_NO])
    expect(french('Suis-je la seule à préférer le bac ?')).toHaveLength(1)
  })
})

describe('notes and page numbers are no answers', () => {
  const after = [
    '(1) Délibération du 3 mars, annexe B.\n[2] Relevé de la régie, page 12.',
    '1. Délibération du 3 mars, annexe B.\n2. Relevé de la régie, page 12.',
    '[1] Délibération du 3 mars\n[2] Relevé de la régie',
    '* Les prix sont ceux de mars.\n** Hors vacances.',
    '¹ Délibération du 3 mars, annexe B.\n² Relevé de la régie.',
    'Page 1 / 3\nPage suivante',
    '1 2 3 Suivant »',
    '« Précédent\n1\n2\n3\nSuivant »',
    '- 1\n- 2\n- 3',
  ]
  it.each(after)('below a choice: %j', (rest) => {
    expect(kinds(french(`Préférez-vous le bac ou le pont ?\n\n${rest}`))).toEqual([
      ['choice', ['le bac', 'le pont']],
    ])
  })
  it.each(after)('below a debate: %j', (rest) => {
    const found = french(`Faut-il garder le bac ou bâtir un pont ?\n\n${rest}`)
    expect(kinds(found)).toEqual([['choice', ['garder le bac', 'bâtir un pont']]])
  })
  it.each(after)('below a yes or no: %j', (rest) => {
    expect(kinds(french(`Prendrez-vous encore le bac ?\n${rest}`))).toEqual([YES_NO])
  })
  it.each(['Page 1 of 2\nNext', '1 2 3 Next »', 'Previous 1 2 3 Next'])('below answers: %j', (rest) => {
    expect(english(`Which one do you take?\n- the ferry\n- the bridge\n${rest}`)).toMatchObject([
      { options: ['the ferry', 'the bridge'] },
    ])
  })
  it('and numbered answers stay answers', () => {
    expect(french('Quel trajet prenez-vous ?\n1. par la digue\n2. par le gué')).toMatchObject([
      { kind: 'choice', options: ['par la digue', 'par le gué'] },
    ])
  })
})

describe('what the site asks is no question of the article', () => {
  it.each([
    'Vous avez aimé cet article ?',
    'Cet article vous a plu ?',
    'Ce contenu vous a-t-il été utile ?',
    'Abonnez-vous à notre lettre ?',
    'Envie de réagir ?',
    'Envie de lire la suite ?',
    'Une remarque sur cet article ?',
    'Pas encore abonné ?',
    'Vous souhaitez réagir à cet article ?',
    'Vous avez une information à nous transmettre ?',
    'Vous êtes témoin d’un événement ?',
    'Vous habitez Lornay et vous voulez recevoir nos alertes ?',
  ])('%s', (line) => {
    expect(french(line)).toEqual([])
    expect(kinds(french(`Prendrez-vous encore le bac ?\n\n${line}`))).toEqual([YES_NO])
  })
  it.each([
    'Have something to add?',
    'Got a tip for our newsroom?',
    'Did this story help you?',
    'Want more stories like this?',
    'Spotted a mistake?',
    'Have a question about this story?',
    'Not a member yet?',
    'Would you like to be notified of new stories?',
  ])('%s', (line) => expect(english(line)).toEqual([]))
})

describe('headlines of other articles are no questions', () => {
  it.each([
    'More in Travel\nSail or row: which is faster?\nIs the new bridge a triumph or a mess?',
    'Read next\nBridge or tunnel?\nShould you buy or rent a boat?',
    'Related\n\nRow or sail: what to choose?',
    'Also in this section\nFerry or bridge: who wins?',
    'Sail or row: which is faster?\nBoom or bust for the boatyards?\nFog returns to the estuary',
  ])('%j', (rest) => expect(english(rest)).toEqual([]))
  it('nor is the headline of the article itself', () => {
    const headline = 'Ferry or bridge: who pays?'
    expect(detectClosing(`${headline}\n\n${ENGLISH}`, headline).questions).toEqual([])
    expect(detectClosing(`${headline}\n\n${ENGLISH}`).questions).toEqual([])
  })
})

describe('«qu’est-ce que» is never yes or no', () => {
  it.each([
    'Qu’est-ce que ce bac a changé pour vous ?',
    'Qu’est-ce qui vous ferait prendre le pont ?',
    'Concrètement qu’est-ce que ça change pour vous ?',
    'Et au quotidien, qu’est-ce que vous y gagnez ?',
    'QU’EST-CE QUE VOUS ATTENDEZ D’UN PILOTE ?',
    'Qu est-ce que vous attendez d’un pilote ou d’un mousse ?',
    'Dans votre rue qu’est-ce qui manque le plus ?',
  ])('%s', (ending) => expect(kinds(french(ending))).toEqual([['open', []]]))
})

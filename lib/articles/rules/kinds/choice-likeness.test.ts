import { describe, expect, it } from 'vitest'
import { sortOf } from './kinds'

/** A French alternative's bounds follow from its likeness to the others. */
describe('French alternatives that are alike', () => {
  it.each<[string, string, string[]]>([
    [
      'a word that narrows changes nothing of what begins alike',
      'Faut-il ouvrir le pont à tous ou seulement aux piétons ?',
      ['à tous', 'seulement aux piétons'],
    ],
    [
      'the likeness of the second decides where the first says nothing',
      'Aimez-vous votre crêpe nature, au sucre ou salée ?',
      ['nature', 'au sucre', 'salée'],
    ],
    [
      'verbs that all lack their subject',
      'Diriez-vous que la crue s’éloigne, dure ou se rapproche ?',
      ['s’éloigne', 'dure', 'se rapproche'],
    ],
    [
      '«on» keeps its place before the verb',
      'Ce naufrage était-il fatal ou pouvait-on l’éviter ?',
      ['fatal', 'on pouvait l’éviter'],
    ],
    ['a pronoun that is judged', 'Vous trouvez ça prudent ou ridicule ?', ['prudent', 'ridicule']],
    [
      'whether it is done already',
      'Le quai est-il déjà perdu ou récupérable ?',
      ['déjà perdu', 'récupérable'],
    ],
    ['words in quotes', 'Dites-vous « bac à voile » ou « gabare » ?', ['« bac à voile »', '« gabare »']],
    [
      'a time and a clause of time',
      'Laissez-vous la lampe allumée toute la nuit ou quand il y a du brouillard ?',
      ['toute la nuit', 'quand il y a du brouillard'],
    ],
    [
      'two things done',
      'Auriez-vous vendu la barque ou gardé votre place au port ?',
      ['vendu la barque', 'gardé votre place au port'],
    ],
    [
      'what is wanted by one of two adjectives is its own',
      'Jugez-vous ce bac dangereux ou indispensable au bourg ?',
      ['dangereux', 'indispensable au bourg'],
    ],
    [
      'a verb that governs another',
      'Doit-on laisser les passeurs fixer leur prix ou les payer ?',
      ['laisser les passeurs fixer leur prix', 'les payer'],
    ],
    [
      'the auxiliary goes where a clause follows',
      'La crue va-t-elle durer tout l’hiver ou sera-t-elle vite oubliée ?',
      ['durer tout l’hiver', 'sera vite oubliée'],
    ],
    [
      'verbs with objects of their own share nothing',
      'La crue vous effraie-t-elle ou vous laisse-t-elle froid ?',
      ['vous effraie', 'vous laisse froid'],
    ],
    [
      '«or» after an apostrophe',
      'Le bac vaut-il son prix d’or ou est-ce du vol ?',
      ['vaut son prix d’or', 'du vol'],
    ],
    [
      'a preposition said once after the verb',
      'Avez-vous voté pour le bac, la barque ou le pont ?',
      ['le bac', 'la barque', 'le pont'],
    ],
    ['one of two, set apart', 'Qui, du maire ou du passeur, doit payer ?', ['le maire', 'le passeur']],
    [
      '«on» as subject',
      'On garde le vieux bac ou on passe au pont ?',
      ['garde le vieux bac', 'passe au pont'],
    ],
    [
      'the noun of the first of three',
      'Prendriez-vous une barque neuve, repeinte ou cabossée ?',
      ['une barque neuve', 'une barque repeinte', 'une barque cabossée'],
    ],
    [
      'the noun of two qualities, after its subject',
      'Le retour du bac : bonne ou mauvaise surprise ?',
      ['bonne surprise', 'mauvaise surprise'],
    ],
    [
      'a thing judged before a clause',
      'Jugez-vous ces péages légers, ou faut-il les baisser ?',
      ['légers', 'les baisser'],
    ],
    [
      'a thing that was judged',
      'Avez-vous trouvé la traversée courte, longue ou pénible ?',
      ['courte', 'longue', 'pénible'],
    ],
    [
      '«avoir» that is no auxiliary',
      'Les bacs ont-ils un avenir ou sont-ils condamnés ?',
      ['ont un avenir', 'condamnés'],
    ],
    [
      '«n’est-ce que»',
      'Faut-il craindre la crue ou n’est-ce qu’un orage ?',
      ['craindre la crue', 'un orage'],
    ],
    [
      'pieces without a verb',
      'Manque de bacs, de quais, de bras ?',
      ['Manque de bacs', 'de quais', 'de bras'],
    ],
    [
      'what is said of either',
      'Est-ce le courant ou le vent qui retarde le bac ?',
      ['le courant', 'le vent'],
    ],
    [
      'clauses said of the reader',
      'Le vieux bac, vous le prenez encore ou vous n’en voulez plus ?',
      ['le prenez encore', 'n’en voulez plus'],
    ],
    [
      'a quantity beside a thing that was preferred',
      'Auriez-vous préféré un second bac ou davantage de traversées ?',
      ['un second bac', 'davantage de traversées'],
    ],
    ['two places before «où»', 'Entre le pont et le bac, où passez-vous ?', ['le pont', 'le bac']],
    ['degrees without an «ou»', 'Un peu, beaucoup, pas du tout ?', ['Un peu', 'beaucoup', 'pas du tout']],
  ])('%s: %s', (_, question, options) => expect(sortOf(question, 'fr')).toEqual({ kind: 'choice', options }))
})

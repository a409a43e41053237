import { describe, expect, it } from 'vitest'
import { sortOf } from './kinds'

/** Each line is one form of question, with a ferry or a bridge in place of the news. */
describe('French alternatives', () => {
  it.each<[string, string, string[]]>([
    [
      'two definite nouns share what they are of',
      'Le bac est-il la cause ou le remède de ces bouchons ?',
      ['la cause', 'le remède'],
    ],
    [
      'an opposite keeps the first whole',
      'Faut-il élargir le pont sans toucher au quai, ou l’inverse ?',
      ['élargir le pont sans toucher au quai', 'l’inverse'],
    ],
    [
      'a word that narrows an adjective',
      'Ce bac vous semble-t-il utile, ruineux ou simplement provisoire ?',
      ['utile', 'ruineux', 'simplement provisoire'],
    ],
    [
      'two acts with a preposition inside the first',
      'Faut-il fermer les quais de pêche en mer plutôt que d’aider les pêcheurs ?',
      ['fermer les quais de pêche en mer', 'aider les pêcheurs'],
    ],
    [
      '«comme» is said twice',
      'Voyez-vous le péage comme un impôt ou comme un service ?',
      ['un impôt', 'un service'],
    ],
    [
      'the verb of a passive',
      'Le bac doit-il être payé par la ville ou par les passagers qui le prennent ?',
      ['par la ville', 'par les passagers qui le prennent'],
    ],
    [
      'reflexive verbs',
      'Diriez-vous que le trafic s’apaise, se durcit ou stagne ?',
      ['s’apaise', 'se durcit', 'stagne'],
    ],
    [
      'a preposition said once',
      'Traversez-vous par le pont, le tunnel ou le gué ?',
      ['le pont', 'le tunnel', 'le gué'],
    ],
    [
      'a known thing and its states',
      'Avez-vous acheté votre barque neuve ou cabossée ?',
      ['neuve', 'cabossée'],
    ],
    ['infinitives after a wish', 'Avez-vous envie de ramer ou de dériver ?', ['ramer', 'dériver']],
    [
      'a time that all share',
      'Prendrez-vous le bac, la barque ou le pont cet été ?',
      ['le bac', 'la barque', 'le pont'],
    ],
    [
      'degrees that wait for a noun',
      'Voulez-vous plus ou moins de bacs ?',
      ['plus de bacs', 'moins de bacs'],
    ],
    [
      'the noun said after the second',
      'Ces travaux vont-ils dans le bon ou dans le mauvais sens ?',
      ['dans le bon sens', 'dans le mauvais sens'],
    ],
    [
      'prepositions that share a noun',
      'Le bac était-il plus sûr avant ou après la crue ?',
      ['avant la crue', 'après la crue'],
    ],
    [
      'what is governed by «relever de»',
      'Ce retard relève-t-il du hasard ou de la négligence ?',
      ['le hasard', 'la négligence'],
    ],
    ['a partitive article', 'Est-ce de la chance ou du métier ?', ['de la chance', 'du métier']],
    [
      'a negative clause',
      'Le péage paie-t-il le pont ou n’est-il qu’un impôt ?',
      ['paie le pont', 'n’est qu’un impôt'],
    ],
    [
      'a list before its question',
      'Bac du matin ou bac du soir : lequel prenez-vous ?',
      ['Bac du matin', 'bac du soir'],
    ],
    ['one of two', 'Qui du bac ou de la barque arrivera premier ?', ['le bac', 'la barque']],
    [
      'a manner',
      'Irez-vous voir la crue seul, en couple ou à plusieurs ?',
      ['seul', 'en couple', 'à plusieurs'],
    ],
    [
      '«faut-il» after «est-ce que»',
      'Est-ce qu’il faut fermer le bac ou seulement le ralentir ?',
      ['fermer le bac', 'le ralentir'],
    ],
    [
      'a topic before the verb',
      'Vos courses, vous les faites au port ou à l’étranger ?',
      ['au port', 'à l’étranger'],
    ],
    ['«avoir eu raison»', 'Le passeur a-t-il eu raison ou tort de partir ?', ['raison', 'tort']],
    [
      'an adverb that judges',
      'Le péage est-il juste, excessif ou simplement inévitable ?',
      ['juste', 'excessif', 'simplement inévitable'],
    ],
    [
      'how many days',
      'Prenez-vous le bac tous les jours, certains jours ou jamais ?',
      ['tous les jours', 'certains jours', 'jamais'],
    ],
    ['two verbs share their object', 'Soutenez-vous ou condamnez-vous le péage ?', ['soutenez', 'condamnez']],
    [
      '«voter pour» said twice',
      'Avez-vous voté pour le pont ou pour le bac ?',
      ['pour le pont', 'pour le bac'],
    ],
    [
      'numbers',
      'Seriez-vous prêt à payer 2, 3 ou 4 euros par traversée ?',
      ['2', '3', '4 euros par traversée'],
    ],
    [
      'a degree and a participle',
      'Le quai est-il trop loin du bourg ou bien placé ?',
      ['trop loin du bourg', 'bien placé'],
    ],
    [
      'a bare noun and what it is of',
      'Le bac de nuit, gadget ou avenir du fleuve ?',
      ['gadget', 'avenir du fleuve'],
    ],
    ['a place shared by both', 'Faut-il creuser au nord ou au sud du port ?', ['au nord', 'au sud']],
    ['«croire à»', 'Croyez-vous à une crue ou à une panne ?', ['une crue', 'une panne']],
  ])('%s: %s', (_, question, options) => expect(sortOf(question, 'fr')).toEqual({ kind: 'choice', options }))

  it.each([
    'Craignez-vous une crue d’ici un mois ou deux ?',
    'Pensez-vous que les péages ou les bacs vont fermer ?',
    'Ce péage change-t-il vos trajets, ou pas du tout ?',
  ])('yes or no: %s', (question) => expect(sortOf(question, 'fr').kind).toBe('yesno'))
})

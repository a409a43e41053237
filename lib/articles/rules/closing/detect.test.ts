import { describe, expect, it } from 'vitest'
import { detectClosing, explainClosing } from './detect'

const found = (text: string, title?: string) => detectClosing(text, title).questions.map(({ text }) => text)

describe('closing questions are found', () => {
  it('in a careless paste with glued sentences', () => {
    const text =
      "Le fabricant de planeurs Aérolis mise sur l'hydrogène.Son usine ouvrira en Corrèze.« Nous irons au bout », dit sa présidente.Que pensez-vous de ce choix ?Jugez-vous ce projet d'Aérolis ambitieux ou raisonnable ?"
    expect(detectClosing(text)).toMatchObject({
      language: 'fr',
      start: text.indexOf('Que pensez'),
      questions: [
        { text: 'Que pensez-vous de ce choix ?', kind: 'open', options: [] },
        { kind: 'choice', options: ['ambitieux', 'raisonnable'] },
      ],
    })
  })

  it('after a lead-in, and before what the page shows next', () => {
    const text =
      'Le musée ferme.\n\nEt vous ?\n👉 Y êtes-vous déjà allé ?\n👉 Faut-il le vendre ?\n\nVoir aussi\nQui veut encore des musées ?'
    expect(found(text)).toEqual(['Y êtes-vous déjà allé ?', 'Faut-il le vendre ?'])
    expect(detectClosing(text).start).toBe(text.indexOf('Et vous ?'))
  })

  it('after an announcement that is not part of the question', () => {
    expect(found('La rue ferme.\n\nQuestion du jour : irez-vous à pied ?')).toEqual(['irez-vous à pied ?'])
    expect(found('Le bac part. D’ici là, une question : l’avez-vous déjà pris ?')).toEqual([
      'l’avez-vous déjà pris ?',
    ])
    expect(found('Poll: Should the ferry go?\n\nYes\nNo\nOnly on Sundays\n\nVote below.')).toEqual([
      'Should the ferry go?',
    ])
    expect(found('The ferry is back. I’d love to hear from you: will you row?')).toEqual(['will you row?'])
    expect(found('Question simple : voulez-vous d’un péage ?')).toEqual(['voulez-vous d’un péage ?'])
    expect(found('Répondez à cette question : faut-il un péage ?')).toEqual(['faut-il un péage ?'])
    expect(found('Le bac part.\n\nPS : ramez-vous le matin ou le soir ? Répondez à ce mail.')).toEqual([
      'ramez-vous le matin ou le soir ?',
    ])
    expect(found('The road closes. Have your say: Will you walk?')).toEqual(['Will you walk?'])
  })

  it('when only the call to comment shows that readers are asked', () => {
    expect(found('La rue ferme. Faut-il s’en réjouir ? Dites-le en commentaire.')).toEqual([
      'Faut-il s’en réjouir ?',
    ])
  })

  it('when readers are asked to send what they think', () => {
    expect(found('Si vous étiez passeur, que changeriez-vous ? Envoyez-nous vos idées !')).toEqual([
      'Si vous étiez passeur, que changeriez-vous ?',
    ])
  })

  it('in a few words that offer a choice at the very end', () => {
    expect(found('La fête du bac est une affaire de goût. Moules, frites ou salade ?')).toEqual([
      'Moules, frites ou salade ?',
    ])
  })

  it('after dots that leave the sentence open', () => {
    expect(found('Bonne traversée… et vous, que lisez-vous à bord ?')).toEqual([
      'et vous, que lisez-vous à bord ?',
    ])
  })

  it('when a writer asks whether nobody else does so', () => {
    expect(found('Je rame encore à la main. Suis-je le seul ?')).toEqual(['Suis-je le seul ?'])
  })

  it('before a call of two words', () => {
    expect(found('Le bac rouvre. Passera-t-il l’hiver ? Vos pronostics !')).toEqual([
      'Passera-t-il l’hiver ?',
    ])
  })

  it('when trying is no offer but a matter of talk', () => {
    expect(found('Le bac a un an. Vous aimeriez essayer ? Racontez-nous en commentaire.')).toEqual([
      'Vous aimeriez essayer ?',
    ])
  })

  it('in one word that turns to readers', () => {
    expect(found('Le bac est gratuit en mai. Alors, tentés ?')).toEqual(['Alors, tentés ?'])
  })

  it('when a question was cut in two', () => {
    expect(found('Le train arrive. Comptez-vous le prendre ? Ou rester ici ?')).toEqual([
      'Comptez-vous le prendre ? Ou rester ici ?',
    ])
  })

  it('before a signature, tags and comments', () => {
    const text =
      'Le livre paraît.\n\nL’avez-vous lu ?\n\nBien à vous,\nMona\n\nTags : roman\n\n3 commentaires\nQui l’a lu ?'
    expect(found(text)).toEqual(['L’avez-vous lu ?'])
  })

  it('as a poll with its answers', () => {
    const text =
      'Le pont ferme.\n\nPrenez-vous encore le pont ?\n- Souvent : 12 %\n- Rarement : 60 %\n- Jamais : 28 %'
    expect(detectClosing(text).questions).toMatchObject([
      { options: ['Souvent', 'Rarement', 'Jamais'], reason: 'poll' },
    ])
  })

  it.each([
    [
      'lone lines that are counted',
      'Which ferry do you take?\nThe early one\nThe late one\nNone yet\n1,204 votes',
    ],
    [
      'boxes to tick',
      'POLL\nWhat do you think of the ferry?\n( ) The early one\n( ) The late one\n( ) None yet',
    ],
  ])('as a poll with %s', (_, poll) => {
    expect(detectClosing(`The bridge is shut until May.\n\n${poll}`).questions).toMatchObject([
      { kind: 'choice', options: ['The early one', 'The late one', 'None yet'] },
    ])
  })

  it('before the frequent questions of a page', () => {
    const text =
      'Le bac part.\n\nAvez-vous déjà pris ce bac ? Racontez-le en commentaire.\n\n## FAQ\n\nLe bac est-il gratuit ?\nOui, le dimanche, pour les moins de douze ans qui le prennent avec leur école.'
    expect(found(text)).toEqual(['Avez-vous déjà pris ce bac ?'])
  })

  it('after capitals that lost their line end', () => {
    expect(found('Le bac part. Source : bulletin SNBFEt vous ?Le prendrez-vous ?')).toEqual([
      'Le prendrez-vous ?',
    ])
  })

  it.each<[string, string, string[]]>([
    [
      'numbered with keycaps',
      'Le bac part.\n\n1️⃣ Le prendrez-vous ?\n2️⃣ À quel prix ?',
      ['Le prendrez-vous ?', 'À quel prix ?'],
    ],
    [
      'in a list before prose that answers nothing',
      'The ferry leaves.\n\n1) Will you take it?\n2) Who would lose most by it: rowers or swimmers?\n3) Would you rather walk?\n\nTeachers: print this page for your class.',
      ['Will you take it?', 'Who would lose most by it: rowers or swimmers?', 'Would you rather walk?'],
    ],
    [
      'set apart like a quote by the writer',
      'Le bac part.\n\n> Et vous, l’avez-vous déjà pris ? Répondez à ce mail.\n\nÀ bientôt !',
      ['Et vous, l’avez-vous déjà pris ?'],
    ],
    [
      'before glued related titles in capitals',
      'Le bac part.Le prendrez-vous ?Racontez-nous : redac@exempleLIRE AUSSI. Bacs : qui part, qui reste ?',
      ['Le prendrez-vous ?'],
    ],
  ])('%s', (_, text, questions) => expect(found(text)).toEqual(questions))

  it('without taking a call for ideas, advice or tips as its answers', () => {
    const text =
      'Le bac part. Quels sont vos souvenirs ? N’hésitez pas à partager photos, cartes ou lettres ici !'
    expect(detectClosing(text).questions).toMatchObject([{ kind: 'open', options: [] }])
  })

  it('allowing several answers where the next sentence does', () => {
    const text =
      'The ferry leaves. What do you take along — a rope, a bucket, an oar? Pick as many as you like!'
    expect(detectClosing(text).questions).toMatchObject([
      { kind: 'multi', options: ['a rope', 'a bucket', 'an oar'] },
    ])
  })

  it('allowing several answers where the question itself does, whatever it asks', () => {
    const text =
      'Le pont ferme lundi.\n\nComment traversez-vous (cochez tout ce qui convient) ?\n- à pied\n- à vélo'
    expect(detectClosing(text).questions).toMatchObject([{ kind: 'multi', options: ['à pied', 'à vélo'] }])
  })

  it('numbered with a stroke', () => {
    const text = 'Le bac part à huit heures.\n\n1/ Que pensez-vous du bac ?\n2/ Qu’est-ce qui vous manque ?'
    expect(detectClosing(text).questions.map((question) => question.text)).toEqual([
      'Que pensez-vous du bac ?',
      'Qu’est-ce qui vous manque ?',
    ])
  })

  it('beside a call to give an opinion, and after one', () => {
    for (const text of [
      'Le bac est vieux.\n\nTraverser à la nage : est-ce une bonne idée ?\n\nExprimez votre opinion sur notre site.',
      'Le bac est vieux.\n\nJe tiens à vous interroger sur ce bac. Doit-on le remplacer ?',
    ])
      expect(detectClosing(text).questions).toMatchObject([{ kind: 'yesno' }])
  })

  it('after an order to answer', () => {
    expect(found('The ferry is back. Let us know in the comments, will you take it?')).toEqual([
      'will you take it?',
    ])
    expect(found('The ferry is back. 🤝 Join the debate: will you take it?')).toEqual(['will you take it?'])
  })

  it('with a reason and a confidence', () => {
    const [question] = detectClosing('Le train part. Qu’en pensez-vous ?').questions
    expect(question).toMatchObject({ reason: 'asks_opinion', confidence: 0.9 })
  })

  it('with the title and the date of the article', () => {
    const text =
      '# Le train de nuit revient\n\nPublié le 4 mai 2024\n\nLes couchettes aussi. Le prendrez-vous ?'
    expect(detectClosing(text)).toMatchObject({ title: 'Le train de nuit revient', date: '2024-05-04' })
    expect(detectClosing('Publié le 4 mai.', 'Un titre')).toMatchObject({ title: 'Un titre' })
  })

  it('explains what was refused', () => {
    const { refused } = explainClosing(
      'Le train part. Vraiment ? Personne ne sait.\n\nLire aussi : Où dormir à Brive ?',
    )
    expect(refused.map(({ reason }) => reason)).toEqual(['rhetorical', 'related'])
  })
})

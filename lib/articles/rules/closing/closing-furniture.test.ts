import fc from 'fast-check'
import { expect, it } from 'vitest'
import { detectClosing } from './detect'

/** An ending is a body with questions that are no closing ones, an announcement, closing questions, and furniture. */
interface Page {
  bodies: string[]
  leads: string[]
  questions: string[][]
  furniture: string[]
}

const FRENCH: Page = {
  bodies: [
    'Le bac reprendra en mai. Pourquoi si tard ? Parce que la coque était percée.\n\n« Qui va payer ? » demande Paul Rémy, passeur depuis vingt ans. La région a promis 40 000 euros.\n\n',
    'Trois ans de travaux, deux reports. Le maire plaide l’imprévu.\n\nÀ lire aussi : Pont ou bac, qui a raison ?\n\nLes habitants attendent. Faut-il y croire ? Le chantier a repris lundi.\n\n',
  ],
  leads: [
    '',
    'Et vous ?\n\n',
    'À vous la parole !\n\n',
    'Question du jour – ',
    'On en parle ? ',
    'La parole est à vous. ',
    'Exprimez-vous : ',
  ],
  questions: [
    ['Faut-il garder le bac ou construire un pont ?'],
    ['Que pensez-vous de ce retour ?', 'Seriez-vous prêt à payer la traversée ?'],
    ['Prendrez-vous le bac ?', 'Et à quel prix ?'],
    ['Selon vous, qui doit payer : la région, la commune ou les passagers ?'],
  ],
  furniture: [
    '',
    ' Dites-le-nous en commentaire.',
    '\n\nPartager\nFacebook\nX\nE-mail',
    '\n\nLire aussi\nFaut-il fermer le port ?\nPourquoi la pêche décline ?',
    '\n\nVous avez aimé cet article ? Abonnez-vous !',
    '\n\nUne faute dans cet article ? Signalez-la',
    '\n\n12 commentaires\nJean : Et pourquoi pas un tunnel ?',
    '\n\nPas encore inscrit ? Créez votre compte gratuitement',
    '\n\nAnne Morel est journaliste au Passeur depuis 2012.',
  ],
}

const ENGLISH: Page = {
  bodies: [
    'The ferry is back in May. Why so late? Because the hull had rusted through.\n\n“Who is going to pay?” asks Paul Reed, a ferryman for twenty years. The county promised $40,000.\n\n',
    'Three years of work and two delays. The mayor blames the weather.\n\nRelated: Ferry or bridge: who was right?\n\nResidents are waiting. Can it last? Work began again on Monday.\n\n',
  ],
  leads: [
    '',
    'What about you?\n\n',
    'Over to you.\n\n',
    'Question of the day – ',
    'Let’s talk. ',
    'Have your say!\n\n',
  ],
  questions: [
    ['Should the council keep the ferry or build a bridge?'],
    ['What do you make of the return?', 'Would you pay for the crossing?'],
    ['Will you take the ferry?', 'And at what price?'],
    ['Who should pay: the county, the town or the passengers?'],
  ],
  furniture: [
    '',
    ' Let us know in the comments.',
    '\n\nShare\nFacebook\nX\nEmail',
    '\n\nRead next\nShould the port close?\nWhy is fishing in decline?',
    '\n\nEnjoyed this article? Subscribe!',
    '\n\nPublished 12 May 2026 by the newsroom',
    '\n\n12 comments\nJohn: Why not a tunnel?',
    '\n\nNot a member yet? Create a free account',
    '\n\nAnn Reed has covered transport for The Ferryman since 2012.',
  ],
}

it.each([
  ['French', FRENCH],
  ['English', ENGLISH],
])('%s closing questions are found alone, whatever stands around them', (_, page) => {
  const { bodies, leads, questions, furniture } = page
  const from = <T>(parts: T[]) => fc.constantFrom(...parts)
  fc.assert(
    fc.property(from(bodies), from(leads), from(questions), from(furniture), (body, lead, asked, after) => {
      const found = detectClosing(body + lead + asked.join(' ') + after).questions
      expect(found.map(({ text }) => text)).toEqual(asked)
    }),
    { numRuns: 150 },
  )
})

it('a list is read with any marks, before and after which anything stands', () => {
  const marks = ['- ', '• ', '# ', '☐ ', '( ) ', '→ ', 'X) ', 'X. ', 'X - ', '1) ', '1. ']
  const marked = (mark: string, at: number) =>
    mark
      .replace('#', '*')
      .replace('X', 'ABC'.charAt(at))
      .replace('1', String(at + 1))
  const after = fc.constantFrom(
    '',
    '\n\nVotez !',
    '\n1 204 votes',
    '\n\nVoir les résultats',
    '\n\nPartager\nFacebook',
  )
  const asked = fc.constantFrom(
    'Faut-il garder le bac ?',
    'Que pensez-vous du retour du bac ?',
    'Votre avis sur le bac ?',
  )
  const answers = fc.constantFrom(
    ['Oui', 'Non', 'Sans opinion'],
    ['Le bac', 'Le pont', 'La barque'],
    ['Souvent', 'Parfois', 'Jamais'],
  )
  fc.assert(
    fc.property(asked, answers, fc.constantFrom(...marks), after, (question, options, mark, end) => {
      const list = options.map((option, at) => marked(mark, at) + option).join('\n')
      const found = detectClosing(`${FRENCH.bodies[0]}${question}\n${list}${end}`).questions
      expect(found).toMatchObject([{ text: question, kind: 'choice', options }])
    }),
    { numRuns: 60 },
  )
})

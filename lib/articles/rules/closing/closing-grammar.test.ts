import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { detectClosing } from './detect'

/** Each property is one kind of ending, written out of parts that vary. */
const NEWS = 'Le bac reprend du service en mai, après deux ans de travaux.\n\n'
const ENGLISH_NEWS = 'The ferry is back in May, after two years of repairs.\n\n'

const closing = (text: string) =>
  detectClosing(text).questions.map(({ text, kind, options }) => ({ text, kind, options }))
const from = <T>(...parts: T[]) => fc.constantFrom(...parts)
const lowered = (text: string) => text.charAt(0).toLowerCase() + text.slice(1)
const few = { numRuns: 60 }

const three = (...parts: string[]) => fc.shuffledSubarray(parts, { minLength: 3, maxLength: 3 })

describe('a choice over several question marks', () => {
  const heads = from('Combien paieriez-vous ?', 'Quel prix vous semble juste ?', 'Que choisiriez-vous ?')
  const names = three('Deux euros', 'Trois euros', 'Rien du tout', 'Le prix du pont', 'Un abonnement')
  it('after a question for words, is the list of its answers', () => {
    fc.assert(
      fc.property(heads, names, from('', 'Ou bien '), (head, answers, or) => {
        const last = answers.at(-1) ?? ''
        const text = `${head} ${answers.slice(0, -1).join(' ? ')} ? ${or === '' ? last : or + lowered(last)} ?`
        const options = [...answers.slice(0, -1), or === '' ? last : lowered(last)]
        expect(closing(NEWS + text)).toEqual([{ text, kind: 'choice', options }])
      }),
      few,
    )
  })

  it('after a closed one, begins in that question', () => {
    fc.assert(
      fc.property(
        from('Vous sentez-vous', 'Êtes-vous'),
        three('soulagé', 'inquiet', 'partagé', 'indifférent'),
        (head, [one = '', two = '', three = '']) => {
          const text = `${head} ${one} ? ${two} ? ${three} ?`
          expect(closing(NEWS + text)).toEqual([{ text, kind: 'choice', options: [one, two, three] }])
        },
      ),
      few,
    )
    fc.assert(
      fc.property(
        from('Would you', 'Will you'),
        three('take the bus', 'walk', 'stay at home', 'buy a boat'),
        (head, [one = '', two = '', three = '']) => {
          const text = `${head} ${one}? ${two}? ${three}?`
          expect(closing(ENGLISH_NEWS + text)[0]?.options).toEqual([one, two, three])
        },
      ),
      few,
    )
  })

  it('is none where each question has its own verb, or adds to the first', () => {
    for (const text of [
      'Avez-vous pris le bac ? Vous en rêvez ? Vous trouvez ça cher ?',
      'Faut-il fermer le pont le dimanche ? Le samedi aussi ? Tout l’été aussi ?',
    ])
      expect(closing(NEWS + text).map(({ kind }) => kind)).toEqual(['yesno', 'yesno', 'yesno'])
  })
})

describe('a question that a closed one asks in passing', () => {
  it('is separate, whatever it asks', () => {
    const asked = from('à qui', 'depuis quand', 'avec qui', 'pourquoi', 'pour combien de temps', 'comment')
    fc.assert(
      fc.property(from('Prenez-vous le bac', 'Avez-vous déjà écrit au passeur'), asked, (head, follow) => {
        const [found] = detectClosing(`${NEWS}${head}, et ${follow} ?`).questions
        expect(found).toMatchObject({ kind: 'yesno', followUp: `et ${follow} ?` })
      }),
      few,
    )
    const english = from('with whom', 'for how long', 'why', 'what did you think of it', 'when')
    fc.assert(
      fc.property(from('Have you taken the ferry', 'Will you go'), english, (head, follow) => {
        const [found] = detectClosing(`${ENGLISH_NEWS}${head}, and ${follow}?`).questions
        expect(found).toMatchObject({ kind: 'yesno', followUp: `and ${follow}?` })
      }),
      few,
    )
  })
})

describe('an aside', () => {
  const asides = from('', ', comme notre passeur,', ', selon vous,', ', à votre avis,')
  it('between a verb and its clause changes no kind', () => {
    fc.assert(
      fc.property(asides, (aside) => {
        const [found] = closing(`${NEWS}Pensez-vous${aside || ''} que le bac tiendra dix ans ?`)
        expect(found?.kind).toBe('yesno')
      }),
      few,
    )
  })
  it('about the subject hides no alternatives', () => {
    const relative = from(
      '',
      ', qui a coûté cher,',
      ', dont tout le monde parle,',
      ', où l’on attend une heure,',
    )
    fc.assert(
      fc.property(relative, three('utile', 'ruineux', 'fiable', 'bruyant'), (aside, [one, two, three]) => {
        const [found] = closing(`${NEWS}Ce bac${aside} vous semble-t-il ${one}, ${two} ou ${three} ?`)
        expect(found).toMatchObject({ kind: 'choice', options: [one, two, three] })
      }),
      few,
    )
  })
})

describe('answers under a question', () => {
  const marks = from('- ', '• ', '○ ')
  it('complete a sentence with a colon', () => {
    fc.assert(
      fc.property(
        from('Pour traverser, vous préférez :', 'Au travail, vous êtes :', 'Votre choix :'),
        three('le bac', 'le pont', 'la barque', 'rien de tout cela'),
        marks,
        (stem, answers, mark) => {
          const text = `${NEWS}${stem}\n${answers.map((answer) => mark + answer).join('\n')}`
          expect(closing(text)).toEqual([{ text: stem, kind: 'choice', options: answers }])
        },
      ),
      few,
    )
  })
  it('are levels without a mark, or a few short words with one', () => {
    fc.assert(
      fc.property(three('Souvent', 'Parfois', 'Rarement', 'Jamais'), (levels) => {
        const [found] = closing(`${NEWS}À quelle fréquence prenez-vous le bac ?\n${levels.join('\n')}`)
        expect(found).toMatchObject({ kind: 'choice', options: levels })
      }),
      few,
    )
    fc.assert(
      fc.property(three('Delighted', 'Not bothered', 'It’s fine', 'Cross'), marks, (answers, mark) => {
        const list = answers.map((answer) => mark + answer).join('\n')
        const [found] = closing(`${ENGLISH_NEWS}How do you feel about the ferry?\n${list}`)
        expect(found).toMatchObject({ kind: 'choice', options: answers })
      }),
      few,
    )
  })
})

describe('an invitation', () => {
  it('asks for words, never for pictures or files', () => {
    fc.assert(
      fc.property(
        from('Envoyez-nous', 'Partagez'),
        from('vos photos', 'vos plus belles images', 'votre vidéo', 'vos dessins'),
        from('.', ' à redaction@bac.example.', ' avec #bac.'),
        (call, what, end) => {
          expect(closing(`${NEWS}Avez-vous pris le bac ? ${call} ${what}${end}`)).toHaveLength(1)
        },
      ),
      few,
    )
    expect(closing(`${NEWS}Dites-nous si vous prenez souvent le bac.`)).toMatchObject([{ kind: 'open' }])
    expect(closing(`${ENGLISH_NEWS}Have you been? Send us your best pictures.`)).toHaveLength(1)
  })
})

describe('English alternatives', () => {
  it('with another subject are statements', () => {
    fc.assert(
      fc.property(
        from(
          ['does rowing teach patience', 'rowing teaches patience'],
          ['is a small boat still the smarter buy', 'a small boat is still the smarter buy'],
          ['do the council’s plans need more time', 'the council’s plans need more time'],
          ['should the port pay for it', 'the port should pay for it'],
        ),
        ([asked = '', said]) => {
          const [found] = closing(`${ENGLISH_NEWS}Would you buy a boat, or ${asked}?`)
          expect(found?.options).toEqual(['buy a boat', said])
        },
      ),
      few,
    )
  })
  it('are the verbs of a claim, without its subject', () => {
    const subjects = from('the council', 'the new ferry company', 'it', 'our mayor')
    fc.assert(
      fc.property(
        subjects,
        three('got it right', 'went too far', 'made things worse', 'didn’t go far enough'),
        (subject, [one, two, three]) => {
          const [found] = closing(`${ENGLISH_NEWS}Do you think ${subject} ${one}, ${two} or ${three}?`)
          expect(found?.options).toEqual([one, two, three])
        },
      ),
      few,
    )
  })
  it('say how often', () => {
    const often = three(
      'every weekend',
      'once or twice a month',
      'a few times a year',
      'hardly ever',
      'almost every day',
    )
    fc.assert(
      fc.property(often, (times) => {
        const [one, two, three] = times
        const [found] = closing(`${ENGLISH_NEWS}Would you take the night ferry ${one}, ${two} or ${three}?`)
        expect(found?.options).toEqual(times)
      }),
      few,
    )
  })
})

describe('what no question is', () => {
  it.each([
    `${NEWS}Nous vous avons posé la question : prenez-vous encore le bac ? Vous avez été 1 200 à répondre.`,
    `${ENGLISH_NEWS}We asked you on Monday: do you still take the ferry? Most of you said no.`,
    `${ENGLISH_NEWS}We went nowhere and saw nothing. What more could anyone ask?`,
  ])('%s', (text) => expect(closing(text)).toEqual([]))
})

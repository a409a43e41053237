import { readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { surveyQuestions } from '../survey/survey-questions'
import { detectClosing } from './detect'

const ARTICLE =
  'La barca de Lornay dejará de cruzar los domingos. La empresa habla del precio del gasóleo y de la falta de pilotos.\n\nLos vecinos lo supieron por un cartel.\n\n'
const spanish = (ending: string) =>
  detectClosing(ARTICLE + ending).questions.map(({ kind, options }) => [kind, options])

describe('Spanish endings', () => {
  it.each<[string, string, string[]]>([
    ['¿Qué piensa usted?', 'open', []],
    ['¿Qué les parece la idea?', 'open', []],
    ['Y usted, ¿qué haría?', 'open', []],
    ['Díganos por qué.', 'open', []],
    ['¿Volvería usted a remar?', 'yesno', ['Sí', 'No']],
    ['¿Cree usted que la barca volverá?', 'yesno', ['Sí', 'No']],
    ['¿Está usted a favor o en contra del puente?', 'choice', ['a favor', 'en contra']],
    [
      'Del 0 al 10, ¿qué nota daría a la barca?',
      'scale',
      ['0', '1', '2', '3', '4', '5', '6', '7', '8', '9', '10'],
    ],
    [
      '¿Cruza usted el río (nunca, a veces, a menudo, siempre)?',
      'scale',
      ['nunca', 'a veces', 'a menudo', 'siempre'],
    ],
    ['¿Prefiere usted la barca o el puente?', 'open', []],
  ])('%s', (ending, kind, options) => expect(spanish(ending)).toEqual([[kind, options]]))

  it.each([
    '¿Quién sabe?',
    '«¿Qué hago yo aquí?», preguntó el piloto.',
    '¿Te ha gustado este artículo?',
    'Quizás debería comprar una barca.',
    'Tal vez debería yo remar, ¿verdad?',
  ])('and nothing is found in %s', (ending) => expect(spanish(ending)).toEqual([]))

  it('are told from French and English ones', () => {
    expect(detectClosing(`${ARTICLE}¿Qué opina usted?`).language).toBe('es')
    expect(detectClosing('Le bac est parti, y compris le dimanche. Qu’en pensez-vous ?').language).toBe('fr')
    expect(detectClosing('The ferry left. What do you think?').language).toBe('en')
  })

  it('answer in Spanish', () => {
    const { questions, language } = detectClosing(`${ARTICLE}¿Volvería usted a remar?`)
    const [question] = surveyQuestions(questions, language)
    expect(question?.options.map(({ label }) => label)).toEqual(['Sí', 'No', 'Sin opinión'])
  })

  it('may list their answers, one of which abstains', () => {
    const [yesNo] = detectClosing(`${ARTICLE}¿Volvería usted a remar?\n- Sí\n- No`).questions
    expect(yesNo).toMatchObject({ kind: 'yesno', options: ['Sí', 'No'] })
    const { questions, language } = detectClosing(
      `${ARTICLE}Y usted, ¿está a favor, en contra o sin opinión?`,
    )
    const [question] = surveyQuestions(questions, language)
    expect(question?.options.map(({ label }) => label)).toEqual(['a favor', 'en contra', 'sin opinión'])
  })

  it('are found in the labelled endings', () => {
    const file = path.join(
      import.meta.dirname,
      '..',
      '..',
      '..',
      '..',
      'scripts',
      'testing',
      'endings',
      'spanish.jsonl',
    )
    const lines = readFileSync(file, 'utf8').trim().split('\n')
    expect(lines.length).toBeGreaterThan(10)
    for (const line of lines) {
      const {
        id,
        text,
        questions,
      }: { id: string; text: string; questions: { text: string; kind: string; options: string[] }[] } =
        JSON.parse(line)
      const found = detectClosing(text).questions.map(({ text, kind, options }) => ({ text, kind, options }))
      expect([id, found]).toEqual([id, questions.map(({ text, kind, options }) => ({ text, kind, options }))])
    }
  })
})

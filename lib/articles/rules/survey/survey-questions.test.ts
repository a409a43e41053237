import { describe, expect, it } from 'vitest'
import { surveyQuestion, surveyQuestions } from './survey-questions'

describe('survey questions', () => {
  it('asks yes, no and no opinion', () => {
    expect(surveyQuestion({ text: 'Irez-vous ?', kind: 'yesno', options: ['Oui', 'Non'] }, 'fr')).toEqual({
      kind: 'single',
      prompt: 'Irez-vous ?',
      required: false,
      options: [
        { label: 'Oui', stance: 'yes' },
        { label: 'Non', stance: 'no' },
        { label: 'Sans avis', stance: 'abstain' },
      ],
    })
  })

  it('asks judgements that may both hold as aspects', () => {
    const found = {
      text: 'Is the bridge safe or useful?',
      kind: 'choice',
      options: ['safe', 'useful'],
    } as const
    const { kind, options } = surveyQuestion({ ...found, options: [...found.options] }, 'en')
    expect(kind).toBe('aspects')
    expect(options).toHaveLength(6)
    expect(options[3]).toEqual({ label: 'Yes', aspect: 'useful', stance: 'yes' })
  })

  it.each<[string, string[]]>([
    ['Trouvez-vous la mesure juste ou injuste ?', ['juste', 'injuste']],
    ['Êtes-vous pour ou contre ?', ['pour', 'contre']],
    ['Préférez-vous le pont ou le bac ?', ['le pont', 'le bac']],
    ['Trouvez-vous le bac utile, beau ou ni l’un ni l’autre ?', ['utile', 'beau', 'ni l’un ni l’autre']],
  ])('keeps answers that exclude each other as one choice: %s', (text, options) => {
    const question = surveyQuestion({ text, kind: 'choice', options }, 'fr')
    expect(question.kind).toBe('single')
    expect(question.options.map(({ label }) => label)).toEqual([...options, 'Sans avis'])
  })

  it('does not add an abstention that is already there', () => {
    const options = ['Oui', 'Non', 'Je ne sais pas']
    expect(surveyQuestion({ text: 'Irez-vous ?', kind: 'choice', options }, 'fr').options).toEqual([
      { label: 'Oui' },
      { label: 'Non' },
      { label: 'Je ne sais pas', stance: 'abstain' },
    ])
  })

  it('keeps one of two ways to have no opinion, in every kind', () => {
    const options = ['le pont', 'le bac', 'sans avis', 'ne se prononce pas']
    for (const kind of ['choice', 'multi', 'scale'] as const)
      expect(surveyQuestion({ text: 'Pont ou bac ?', kind, options }, 'fr').options).toEqual([
        { label: 'le pont' },
        { label: 'le bac' },
        { label: 'sans avis', stance: 'abstain' },
      ])
  })

  it('keeps several answers, scales and open questions what they are', () => {
    const questions = surveyQuestions(
      [
        { text: 'Que prenez-vous ?', kind: 'multi', options: ['le pont', 'le bac'] },
        { text: 'De 1 à 3 ?', kind: 'scale', options: ['1', '2', '3'] },
        { text: 'Pourquoi ?', kind: 'open', options: [] },
      ],
      'fr',
    )
    expect(questions.map(({ kind, options }) => [kind, options.length])).toEqual([
      ['multiple', 2],
      ['scale', 3],
      ['open', 0],
    ])
  })
})

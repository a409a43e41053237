import { describe, expect, it } from 'vitest'
import { lintQuestion } from './lint'
import { type QuestionInput, surveyQuestion } from './survey-questions'

const single = (prompt: string, labels: string[]): QuestionInput => ({
  kind: 'single',
  prompt,
  required: false,
  options: labels.map((label) => ({ label })),
})
const yesNo = (prompt: string, language: 'fr' | 'en' = 'fr') =>
  surveyQuestion({ text: prompt, kind: 'yesno', options: [] }, language)
const codes = (question: QuestionInput, language: 'fr' | 'en' = 'fr') =>
  lintQuestion(question, language).map(({ code }) => code)

describe('lint', () => {
  it('has nothing to say about a plain question', () => {
    expect(codes(yesNo('Irez-vous au bal ?'))).toEqual([])
    expect(codes(surveyQuestion({ text: 'Qu’en pensez-vous ?', kind: 'open', options: [] }, 'fr'))).toEqual(
      [],
    )
  })

  it('offers aspects for two judgements in one answer', () => {
    const [finding] = lintQuestion(
      single('Trouvez-vous ce pont beau ou solide ?', ['beau', 'solide', 'Sans avis']),
      'fr',
    )
    expect(finding).toMatchObject({ code: 'double_barrelled', offer: { kind: 'aspects' } })
    expect(lintQuestion(yesNo('Le pont est-il beau et solide ?'), 'fr')[0]).toMatchObject({
      code: 'double_barrelled',
      why: { words: 'beau et solide' },
      offer: { kind: 'aspects' },
    })
  })

  it('sees two questions in one', () => {
    expect(codes(yesNo('Aimez-vous le pont et faut-il le repeindre ?'))).toContain('double_subject')
  })

  it('sees wording that suggests the answer', () => {
    expect(codes(yesNo('N’est-il pas temps de fermer le pont ?'))).toContain('leading')
    expect(codes(yesNo('Shouldn’t we close the bridge?', 'en'))).toContain('leading')
    expect(codes(yesNo('Que dire de ce péage scandaleux ?'))).toContain('loaded')
  })

  it('turns a negative question round', () => {
    expect(lintQuestion(yesNo('Ne voulez-vous plus de ce pont ?'), 'fr')).toMatchObject([
      { code: 'negative', offer: { prompt: 'Voulez-vous de ce pont ?' } },
    ])
  })

  it('wants a way to say nothing, and adds it', () => {
    expect(lintQuestion(single('Le pont ?', ['le vieux', 'le neuf']), 'fr')).toMatchObject([
      { code: 'no_abstention', offer: { options: [{}, {}, { label: 'Sans avis', stance: 'abstain' }] } },
    ])
  })

  it('counts both sides of a scale', () => {
    expect(codes(single('Le bac ?', ['Très bon', 'Bon', 'Assez bon', 'Mauvais', 'Sans avis']))).toEqual([
      'unbalanced_options',
    ])
    expect(codes(single('Le bac ?', ['Très bon', 'Bon', 'Mauvais', 'Très mauvais', 'Sans avis']))).toEqual([])
    const scale = surveyQuestion({ text: 'De 1 à 4 ?', kind: 'scale', options: ['1', '2', '3', '4'] }, 'fr')
    expect(codes(scale)).toEqual(['unbalanced_scale'])
  })

  it('counts options', () => {
    const labels = [...'abcdefgh', 'Sans avis']
    expect(lintQuestion(single('Le bac ?', labels), 'fr')).toEqual([
      { code: 'too_many_options', why: { count: 8, most: 7 } },
    ])
  })

  it('warns of elections', () => {
    expect(codes(yesNo('Le maire doit-il se présenter aux municipales ?'))).toEqual(['election'])
  })
})

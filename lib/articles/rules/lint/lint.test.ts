import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type QuestionInput, surveyQuestion } from '../survey/survey-questions'
import { lintQuestion } from './lint'

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
  })

  it('takes no purpose for a side: «pour» and «contre» stand at an end of an answer', () => {
    const tolls = ['le péage pour tous', 'la gratuité pour les riverains', 'pas de péage', 'Sans avis']
    expect(codes(single('Le pont ?', tolls))).toEqual([])
    const shields = ['A wall against noise', 'A road for lorries', 'A toll for cars', 'No opinion']
    expect(codes(single('The bridge?', shields), 'en')).toEqual([])
    expect(codes(single('Le pont ?', ['Pour', 'Plutôt pour', 'Contre', 'Sans avis']))).toEqual([
      'unbalanced_options',
    ])
  })

  it('calls no scale of numbers unbalanced', () => {
    const prompt = fc.constantFrom('Notez le projet', 'Sur une échelle, notez le projet', 'Le bac ?')
    fc.assert(
      fc.property(
        prompt,
        fc.integer({ min: 0, max: 1 }),
        fc.integer({ min: 3, max: 20 }),
        (asks, low, high) => {
          const steps = Array.from({ length: high - low + 1 }, (_, step) => String(low + step))
          const text = `${asks} de ${low} à ${high}`
          expect(codes(surveyQuestion({ text, kind: 'scale', options: steps }, 'fr'))).toEqual([])
          expect(
            codes(single(text, [...steps, 'Sans avis'])).filter((code) => code !== 'too_many_options'),
          ).toEqual([])
        },
      ),
    )
  })

  it.each([
    'Cette piste est-elle dangereuse ?',
    'Faut-il garder cette dangereuse passerelle ?',
    'Approuvez-vous ce projet irresponsable ?',
    'Approuvez-vous ce projet exemplaire ?',
    'Cette décision est-elle admirable ?',
    'Faut-il soutenir cette initiative prometteuse ?',
  ])('finds words that judge on either side: %s', (prompt) =>
    expect(codes(yesNo(prompt))).toContain('loaded'),
  )

  it('leaves a judging word that readers may choose', () => {
    expect(
      codes(single('Le pont est-il sûr ou dangereux ?', ['sûr', 'dangereux', 'Sans avis'])),
    ).not.toContain('loaded')
  })

  it('counts options', () => {
    const labels = [...'abcdefgh', 'Sans avis']
    expect(lintQuestion(single('Le bac ?', labels), 'fr')).toEqual([
      {
        code: 'too_many_options',
        why: { count: 8, most: 7 },
        offer: single('Le bac ?', [...'abcdef', 'Autre', 'Sans avis']),
      },
    ])
  })

  it('warns of elections', () => {
    expect(codes(yesNo('Le maire doit-il se présenter aux municipales ?'))).toEqual(['election'])
  })
})

describe('repairs', () => {
  const offered = (prompt: string, language: 'fr' | 'en' = 'fr') =>
    lintQuestion(yesNo(prompt, language), language)[0]?.offer

  it.each<[string, string]>([
    ['N’est-il pas temps de fermer le pont ?', 'Est-il temps de fermer le pont ?'],
    ['Le pont est trop vieux, non ?', 'Le pont est trop vieux ?'],
    ['Faut-il bien sûr fermer le pont ?', 'Faut-il fermer le pont ?'],
    ['Êtes-vous d’accord pour dire que le pont est trop vieux ?', 'Pensez-vous que le pont est trop vieux ?'],
    ['Aimez-vous le pont et faut-il le repeindre ?', 'Aimez-vous le pont ?'],
    ['Acceptez-vous ce péage scandaleux ?', 'Acceptez-vous ce péage ?'],
    ['Acceptez-vous ce honteux impôt ?', 'Acceptez-vous cet impôt ?'],
    ['Acceptez-vous ce racket ?', 'Acceptez-vous cette mesure ?'],
    ['Les péages sont-ils scandaleux ?', 'Que pensez-vous des péages ?'],
  ])('%s becomes %s', (prompt, mended) => expect(offered(prompt)?.prompt).toBe(mended))

  it.each<[string, string]>([
    ['Shouldn’t we close the bridge?', 'Should we close the bridge?'],
    ['Won’t you take the ferry?', 'Will you take the ferry?'],
    ['Should the ferry not be free?', 'Should the ferry be free?'],
    ['Do you agree that the ferry is slow?', 'Do you think that the ferry is slow?'],
    ['Is this toll shameful?', 'What do you think of this toll?'],
    ['Do you accept this absurd toll?', 'Do you accept this toll?'],
  ])('%s becomes %s', (prompt, mended) => expect(offered(prompt, 'en')?.prompt).toBe(mended))

  it('names both sides where one was asked to agree', () => {
    expect(offered('Êtes-vous d’accord avec ce péage ?')).toMatchObject({
      prompt: 'Êtes-vous d’accord ou pas d’accord avec ce péage ?',
      options: [{ label: 'D’accord' }, { label: 'Pas d’accord' }, { stance: 'abstain' }],
    })
  })

  it('offers as many answers on each side, and leaves nothing more to say', () => {
    const lean = single('Le bac ?', ['Très bon', 'Bon', 'Assez bon', 'Mauvais', 'Sans avis'])
    const offer = lintQuestion(lean, 'fr')[0]?.offer
    expect(offer?.options.map(({ label }) => label)).toEqual([
      'Très bon',
      'Plutôt bon',
      'Ni bon ni mauvais',
      'Plutôt mauvais',
      'Très mauvais',
      'Sans avis',
    ])
    expect(offer && codes(offer)).toEqual([])
  })

  it('leaves alone what cannot be taken out', () => {
    expect(offered('Que dire de la folie des péages ?')).toBeUndefined()
  })

  it('has an answer for whatever an editor types, numbers with signs included', () => {
    const kind = fc.constantFrom('single', 'multiple', 'scale', 'open' as const)
    const label = fc.oneof(fc.string(), fc.constantFrom('+1', '-1', '1.5', '0x1', '1e3', '(1', '*', ' 2'))
    const labels = fc.array(label, { maxLength: 6 })
    fc.assert(
      fc.property(
        kind,
        fc.string(),
        labels,
        fc.constantFrom('fr' as const, 'en' as const),
        (kind, prompt, labels, language) => {
          lintQuestion({ ...single(prompt, labels), kind: kind as QuestionInput['kind'] }, language)
        },
      ),
    )
  })
})

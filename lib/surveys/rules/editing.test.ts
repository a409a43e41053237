import { describe, expect, it } from 'vitest'
import { questionsOfEveryKind } from '@/scripts/testing/surveys'
import { questionInput } from '../schema'
import { editableOf, questionOf, withAbstention } from './editing'
import { faultOf } from './questions'

describe('a question on the desk', () => {
  it('comes back as it was, of every kind', () => {
    for (const question of questionsOfEveryKind) {
      const back = questionOf(editableOf(question, 'fr'), 'fr')
      expect(back).toEqual({ required: false, options: [], ...question })
      expect(faultOf(questionInput.parse(back))).toBeUndefined()
    }
  })

  it('shows judgements and choices as lines, and «sans avis» as a switch', () => {
    expect(
      questionsOfEveryKind
        .map((question) => editableOf(question, 'fr'))
        .map(({ lines, abstain }) => [lines, abstain]),
    ).toEqual([
      [[], false],
      [['utile', 'réaliste'], true],
      [['Pour', 'Contre'], true],
      [['Des emplois', 'Des économies', 'Rien'], false],
      [['1', '2', '3', '4', '5'], false],
    ])
  })

  it('leaves out blank lines and outer spaces', () => {
    const { options } = questionOf(
      { kind: 'single', prompt: '?', required: false, lines: [' Pour ', '', ' ', 'Contre'], abstain: false },
      'fr',
    )
    expect(options).toEqual([{ label: 'Pour' }, { label: 'Contre' }])
  })

  it('makes the words of its language', () => {
    const editable = {
      kind: 'aspects' as const,
      prompt: '?',
      required: true,
      lines: ['useful', 'fair'],
      abstain: true,
    }
    expect(questionOf(editable, 'en').options?.map((option) => `${option.aspect} ${option.label}`)).toEqual([
      'useful Yes',
      'useful No',
      'useful No opinion',
      'fair Yes',
      'fair No',
      'fair No opinion',
    ])
  })

  it('keeps oui and non as the stances they are', () => {
    const { options } = questionOf(
      { kind: 'single', prompt: '?', required: false, lines: ['Oui', 'Non'], abstain: true },
      'fr',
    )
    expect(options?.map((option) => option.stance)).toEqual(['yes', 'no', 'abstain'])
  })

  it.each(['single', 'multiple', 'scale'] as const)(
    'takes «sans avis» typed in a list of kind %s for the abstention',
    (kind) => {
      const question = (lines: string[], abstain: boolean) =>
        questionOf({ kind, prompt: '?', required: false, lines, abstain }, 'fr')
      for (const abstain of [true, false])
        expect(question(['Ne se prononce\u00a0pas', 'Bien', 'Mal'], abstain).options).toEqual([
          { label: 'Bien' },
          { label: 'Mal' },
          { label: 'Ne se prononce\u00a0pas', stance: 'abstain' },
        ])
      const typed = question(['Bien', 'Mal', 'No opinion'], true)
      expect(questionOf(editableOf(typed, 'fr'), 'fr')).toEqual(typed)
      expect(editableOf(typed, 'fr')).toMatchObject({ lines: ['Bien', 'Mal', 'No opinion'], abstain: false })
      expect(editableOf(question(['Bien', 'Mal', 'Sans avis'], false), 'fr')).toMatchObject({
        lines: ['Bien', 'Mal'],
        abstain: true,
      })
    },
  )

  it('marks an option of an import that says «sans avis»', () => {
    const question = questionInput.parse({
      kind: 'multiple',
      prompt: '?',
      options: [{ label: 'a' }, { label: 'b' }, { label: 'Sans opinion' }],
    })
    expect(withAbstention(question).options).toEqual([
      { label: 'a' },
      { label: 'b' },
      { label: 'Sans opinion', stance: 'abstain' },
    ])
  })
})

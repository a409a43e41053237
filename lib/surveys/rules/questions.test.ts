import { expect, it } from 'vitest'
import { questionsOfEveryKind } from '@/scripts/testing/surveys'
import { questionInput } from '../schema'
import { faultOf } from './questions'

const fault = (question: object) => faultOf(questionInput.parse({ prompt: 'Lequel ?', ...question }))
const yes = (aspect: string) => ({ aspect, label: 'Oui', stance: 'yes' })
const no = (aspect: string) => ({ aspect, label: 'Non', stance: 'no' })

it('finds nothing wrong with a question of each kind', () => {
  expect(questionsOfEveryKind.map(fault)).toEqual([undefined, undefined, undefined, undefined, undefined])
})

it.each([
  ['an open question with options', { kind: 'open', options: [{ label: 'x' }] }],
  ['a choice of one', { kind: 'single', options: [{ label: 'x' }] }],
  ['a choice with aspects', { kind: 'single', options: [yes('a'), no('a')] }],
  [
    'aspects without stance',
    { kind: 'aspects', options: [{ aspect: 'a', label: 'Oui' }, no('a'), yes('b'), no('b')] },
  ],
  ['a single aspect', { kind: 'aspects', options: [yes('a'), no('a')] }],
  [
    'five aspects',
    { kind: 'aspects', options: ['a', 'b', 'c', 'd', 'e'].flatMap((name) => [yes(name), no(name)]) },
  ],
  ['an aspect with two yes', { kind: 'aspects', options: [yes('a'), yes('a'), no('a'), yes('b'), no('b')] }],
  [
    'two ways to have no opinion',
    {
      kind: 'multiple',
      options: [{ label: 'a' }, { label: 'b' }, { label: 'Sans avis', stance: 'abstain' }, { label: 'NSP' }],
    },
  ],
  [
    'two judgements of the same words',
    { kind: 'aspects', options: [yes('utile'), no('utile'), yes('Utile '), no('Utile ')] },
  ],
  ['an aspect with no «no»', { kind: 'aspects', options: [yes('a'), yes('b'), no('b')] }],
])('refuses %s', (_, question) => {
  expect(fault(question)).toBeTypeOf('string')
})

it.each(['single', 'multiple', 'scale'])('says which two options of kind %s have the same words', (kind) => {
  const labels = ['Le métro', 'L’été', 'Le bus', "l'E\u0301te\u0301"]
  expect(fault({ kind, options: labels.map((label) => ({ label })) })).toBe(
    "Options 2 and 4 are the same: «l'E\u0301te\u0301».",
  )
})

import { expect, it } from 'vitest'
import { translator } from '../../platform/i18n/messages'
import type { QuestionView } from '../../surveys/schema'
import { figureGroups, showsShares } from './figures'

const question = (kind: QuestionView['kind'], options: Partial<QuestionView['options'][number]>[]) => ({
  id: 1,
  kind,
  prompt: '?',
  required: false,
  options: options.map((option, index) => ({ id: index + 1, label: `o${index + 1}`, ...option })),
})
const results = (answered: number, ...counts: number[]) => ({
  id: 1,
  answered,
  options: counts.map((count, index) => ({ id: index + 1, count })),
})
const shares = (groups: ReturnType<typeof figureGroups>) =>
  groups.map(({ rows }) => rows.map(({ share }) => share?.label(translator('en', 'results'))))

it('«sans avis» takes nothing from the shares of those who have an opinion', () => {
  const asked = question('single', [{}, {}, {}, { stance: 'abstain' }])
  const groups = figureGroups(asked, results(40, 10, 10, 10, 10))
  expect(groups).toMatchObject([{ base: 'expressed', total: 30, abstained: 10 }])
  expect(shares(groups)).toEqual([['33%', '33%', '33%']])
})

it('below 20 answers there are counts alone, in the order asked', () => {
  const groups = figureGroups(question('scale', [{}, {}]), results(19, 4, 15))
  expect(groups[0]?.rows).toEqual([
    { id: 1, label: 'o1', count: 4, share: undefined },
    { id: 2, label: 'o2', count: 15, share: undefined },
  ])
})

it('several choices overlap, each of those who answered', () => {
  const groups = figureGroups(question('multiple', [{}, {}]), results(20, 20, 5))
  expect(groups).toMatchObject([{ base: 'multiple', total: 20 }])
  expect(shares(groups)).toEqual([['100%', '25%']])
})

it('of several choices too, «sans avis» is counted apart', () => {
  const groups = figureGroups(question('multiple', [{}, {}, { stance: 'abstain' }]), results(30, 20, 5, 10))
  expect(groups).toMatchObject([{ base: 'multipleExpressed', total: 20, abstained: 10 }])
  expect(shares(groups)).toEqual([['100%', '25%']])
})

it('every judgement has shares of its own', () => {
  const asked = question('aspects', [
    { aspect: 'utile', stance: 'yes' },
    { aspect: 'utile', stance: 'no' },
    { aspect: 'sûr', stance: 'yes' },
    { aspect: 'sûr', stance: 'no' },
  ])
  const groups = figureGroups(asked, results(40, 30, 10, 6, 13))
  expect(groups.map(({ aspect, total }) => [aspect, total])).toEqual([
    ['utile', 40],
    ['sûr', 19],
  ])
  expect(shares(groups)).toEqual([
    ['75%', '25%'],
    [undefined, undefined],
  ])
})

it('of an open question there is nothing to count', () => {
  expect(figureGroups(question('open', []), results(30))).toEqual([])
})

it('shares are spoken of where one is shown', () => {
  const asked = [question('single', [{}, {}]), { ...question('open', []), id: 2 }]
  expect(showsShares(asked, { questions: [results(20, 10, 10)] })).toBe(true)
  expect(showsShares(asked, { questions: [results(19, 10, 9), { ...results(40), id: 2 }] })).toBe(false)
  expect(showsShares(asked, { questions: [] })).toBe(false)
})

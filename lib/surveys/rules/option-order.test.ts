import { expect, it } from 'vitest'
import type { QuestionView } from '../schema'
import { shownOrder } from './option-order'
import { inOrder, isSameForAll, mayRandomise } from './randomised'

const options = [1, 2, 3].map((id) => ({ id, label: `o${id}` }))
const question = (changes: Partial<QuestionView>): QuestionView => ({
  id: 7,
  kind: 'single',
  prompt: '?',
  required: false,
  options: [...options, { id: 4, label: 'Sans avis', stance: 'abstain' }],
  ...changes,
})
const mixed = [question({ randomised: true })]

it('one attempt always shows one order, and «sans avis» last', () => {
  const first = shownOrder(mixed, 'attempt')
  expect(shownOrder(mixed, 'attempt')).toEqual(first)
  expect(first.at(-1)).toBe(4)
  expect(first.toSorted()).toEqual([1, 2, 3, 4])
})

it('over many attempts each of the six orders is as likely as any other', () => {
  const seen = new Map<string, number>()
  for (let n = 0; n < 6000; n++) {
    const order = shownOrder(mixed, `attempt ${n}`).join()
    seen.set(order, (seen.get(order) ?? 0) + 1)
  }
  expect(seen.size).toBe(6)
  for (const count of seen.values()) expect(Math.abs(count - 1000)).toBeLessThan(150)
})

it('options are put in the order shown, and stay as asked where none is known', () => {
  const ids = (shown: number[], asked = mixed) => inOrder(asked, shown)[0]?.options.map(({ id }) => id)
  expect(ids([3, 1, 2, 4])).toEqual([3, 1, 2, 4])
  expect(ids([])).toEqual([1, 2, 3, 4])
  expect(ids([3, 1, 2, 4], [question({})])).toEqual([1, 2, 3, 4])
})

it('a form with randomised options is not the same for all', () => {
  expect(isSameForAll({ questions: [question({})] })).toBe(true)
  expect(isSameForAll({ questions: [question({}), ...mixed] })).toBe(false)
  expect(shownOrder([question({})], 'attempt')).toEqual([])
})

it.each([
  ['single', ['Paris', 'Lyon'], true],
  ['multiple', ['Le prix', 'Le délai', 'Le bruit'], true],
  ['single', ['Oui', 'Non'], false],
  ['single', ['Moins de 18 ans', '18 à 35 ans', 'Plus de 35 ans'], false],
  ['scale', ['a', 'b'], false],
  ['aspects', ['utile', 'sûr'], false],
] as const)('a %s question with %j: %s', (kind, labels, expected) => {
  expect(mayRandomise({ kind, labels: [...labels] })).toBe(expected)
})

import { expect, it } from 'vitest'
import type { QuestionView } from '../../surveys/schema'
import { crossingOf, optionShares } from './crossing'
import { matchesOf } from './matching'
import { rateOf } from './reach'
import { Share } from './shares'
import { chosenVariables, variablesOf } from './variables'

let next = 1
const option = (label: string, rest: object = {}) => ({ id: next++, label, ...rest })
const asked = (
  kind: QuestionView['kind'],
  prompt: string,
  options: QuestionView['options'],
): QuestionView => ({
  id: next++,
  kind,
  prompt,
  required: false,
  options,
})
const judged = (aspect: string) => [
  option('Oui', { aspect, stance: 'yes' }),
  option('Non', { aspect, stance: 'no' }),
  option('Sans avis', { aspect, stance: 'abstain' }),
]
const open = () => asked('open', 'Pourquoi ?', [])
const yesNo = (prompt: string) => asked('single', prompt, [option('Oui'), option('Non')])

it('every question with choices can be counted, an aspects question once for each judgement', () => {
  const aspects = asked('aspects', 'Utile ou réaliste ?', [...judged('utile'), ...judged('réaliste')])
  const several = asked('multiple', 'Quoi ?', [option('a'), option('b')])
  expect(
    variablesOf([open(), aspects, several]).map(({ key, aspect, several: many, options }) => [
      key,
      aspect,
      many,
      options.length,
    ]),
  ).toEqual([
    [`q${aspects.id}-1`, 'utile', false, 3],
    [`q${aspects.id}-2`, 'réaliste', false, 3],
    [`q${several.id}`, undefined, true, 2],
  ])
})

it('two different ones are chosen, whatever the address asks for', () => {
  const all = variablesOf([yesNo('A ?'), yesNo('B ?'), yesNo('C ?')])
  const [a, b, c] = all.map(({ key }) => key)
  const chosen = (given: { a?: string; b?: string }, from = all) =>
    chosenVariables(from, given).map(({ key }) => key)
  expect(chosen({})).toEqual([a, b])
  expect(chosen({ a: c as string })).toEqual([c, a])
  expect(chosen({ b: a as string })).toEqual([b, a])
  expect(chosen({ a: b as string, b: b as string })).toEqual([b, a])
  expect(chosen({ a: 'q0', b: '__proto__' })).toEqual([a, b])
  expect(chosen({ b: a as string }, all.slice(0, 1))).toEqual([a])
  expect(chosen({}, [])).toEqual([])
})

it('shares leave «sans avis» out, overlap where several choices are allowed, and need 20 answers', () => {
  const judgement = { options: judged('utile'), several: false }
  expect(optionShares(judgement, [13, 7, 80], 100)).toEqual([Share.of(13, 20), Share.of(7, 20), undefined])
  expect(optionShares(judgement, [13, 6, 80], 99)).toEqual([undefined, undefined, undefined])
  expect(
    optionShares({ options: [option('a'), option('b'), option('c')], several: false }, [7, 7, 7], 21),
  ).toEqual([Share.of(7, 21), Share.of(7, 21), Share.of(7, 21)])
  const several = { options: [option('a'), option('b')], several: true }
  expect(optionShares(several, [30, 20], 40)).toEqual([Share.of(30, 40), Share.of(20, 40)])
  const abstaining = { options: [option('a'), option('Sans avis', { stance: 'abstain' })], several: true }
  expect(optionShares(abstaining, [20, 10], 30)).toEqual([Share.of(20, 20), undefined])
  expect(optionShares(several, [15, 10], 19)).toEqual([undefined, undefined])
})

it('a crossing has a line for each option, at nought where nobody said both', () => {
  const [rows, columns] = variablesOf([yesNo('A ?'), yesNo('B ?')])
  if (!rows || !columns) throw new Error('two questions were asked')
  const cell = (id: number | undefined) => `o${id}`
  const [yes, no] = columns.options
  const made = crossingOf(
    [
      { row: 'o1', column: cell(yes?.id), count: 15 },
      { row: 'o1', column: cell(no?.id), count: 5 },
      { row: 'o1', column: '*', count: 20 },
      { row: '*', column: cell(yes?.id), count: 15 },
      { row: '*', column: cell(no?.id), count: 5 },
      { row: '*', column: '*', count: 20 },
    ],
    ['o1', 'o2'],
    columns,
  )
  expect(made.rows).toEqual([
    { key: 'o1', counts: [15, 5], total: 20, shares: [Share.of(15, 20), Share.of(5, 20)] },
    { key: 'o2', counts: [0, 0], total: 0, shares: [undefined, undefined] },
  ])
  expect(made.all).toEqual({
    key: '*',
    counts: [15, 5],
    total: 20,
    shares: [Share.of(15, 20), Share.of(5, 20)],
  })
})

it('two surveys share what has the same choices, first where the wording is the same', () => {
  const first = [yesNo('Pour ou contre ?'), yesNo("L'idée vous plaît ?"), open()]
  const second = [
    open(),
    yesNo('L’idée vous plaît ?'),
    asked('single', 'Un autre ordre ?', [option(' non '), option('OUI')]),
    asked('multiple', 'Plusieurs ?', [option('Oui'), option('Non')]),
  ]
  const matches = matchesOf(first, second)
  expect(matches.map((match) => [match.first.prompt, match.second.prompt, match.sameWording])).toEqual([
    ['Pour ou contre ?', 'Un autre ordre ?', false],
    ["L'idée vous plaît ?", 'L’idée vous plaît ?', true],
  ])
  expect(matches[0]?.second.options.map(({ label }) => label)).toEqual(['OUI', ' non '])
  expect(matchesOf([yesNo('A ?')], [asked('single', 'A ?', [option('Oui'), option('Oui !')])])).toEqual([])
  const utile = () => asked('aspects', 'Utile ?', judged('utile'))
  const cru = () => asked('aspects', 'Utile ?', judged('crédible'))
  expect([matchesOf([utile()], [utile()]).length, matchesOf([utile()], [cru()]).length]).toEqual([1, 0])
})

it('rates are of enough openings, and never of more answers than openings', () => {
  expect([rateOf(5, 20), rateOf(5, 19), rateOf(21, 20), rateOf(0, 40), rateOf(40, 40)]).toEqual([
    Share.of(5, 20),
    undefined,
    undefined,
    Share.of(0, 40),
    Share.of(40, 40),
  ])
})

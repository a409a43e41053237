import fc from 'fast-check'
import { expect, it } from 'vitest'
import { ballotTable } from './ballots'
import { codebookRows } from './codebook-sheet'
import { type AskedQuestion, columnName, wordedApart } from './question-columns'
import { Recount } from './recount'

const asked = (id: number, kind: AskedQuestion['kind'], labels: string[]): AskedQuestion => ({
  ...{ id, version: 1, kind, prompt: 'Laquelle ?', required: false },
  options: labels.map((label, at) => ({ id: id * 100 + at, label })),
})

it('two choices of the same words are two in every file, and are counted as two again', () => {
  const labels = ['Oui', 'Oui', 'Oui (1)', 'Non']
  const questions = [asked(1, 'single', labels), asked(2, 'multiple', labels)]
  const { columns, row } = ballotTable(questions, { language: 'fr' })
  const [single] = columns.filter(({ name }) => name === columnName({ id: 1, version: 1 }))
  const words = single?.codes?.map(({ label }) => label) ?? []
  expect(words).toEqual(['Oui (1) (1)', 'Oui (2)', 'Oui (1)', 'Non'])
  expect(new Set(columns.map(({ title }) => title)).size).toBe(columns.length)
  const recount = new Recount(questions, 1)
  for (const place of [0, 1, 1, 2]) {
    const cells = ['b', 'v1', 'q1', `o${100 + place}`].join(' ')
    const { shared, own } = row({ cells, cast: 1, changed: 1, rule: '', shown: '', texts: {} })
    const left = [...own]
    const line = Object.fromEntries(
      columns.map(({ name, own }, at) => [name, own ? left.shift() : shared[at]]),
    )
    expect(line[single?.name ?? '']).toBe(words[place])
    recount.add(line)
  }
  const counts = [1, 2, 1, 0]
  const question = { id: 1, answered: 4, options: counts.map((count, at) => ({ id: 100 + at, count })) }
  const results = { ballots: 4, earlier: 0, questions: [question] }
  expect(recount.differences(results as Parameters<typeof recount.differences>[0])).toEqual([])
})

it('no two choices keep the same words, and those of their own keep theirs', () => {
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom('a', 'a (1)', 'a (2)', 'a (2) (2)', 'b'), { maxLength: 8 }),
      (labels) => {
        const apart = wordedApart(labels.map((label) => ({ label }))).map(({ label }) => label)
        expect(new Set(apart).size).toBe(labels.length)
        labels.forEach((label, at) => {
          if (labels.filter((other) => other === label).length === 1) expect(apart[at]).toBe(label)
        })
      },
    ),
  )
})

it('former words are all in the codebook of a workbook, in cells that a spreadsheet has room for', () => {
  const before = 'é'.repeat(500)
  const corrections = Array.from({ length: 90 }, (_, at) => ({
    ...{ at: '2026-05-02T22:30:00Z', before, after: `${at}${before}` },
  }))
  const question = { ...asked(1, 'single', ['Oui', 'Non']), corrections }
  const rows = codebookRows(ballotTable([question], { language: 'fr' }).columns, 'fr')
  const told = rows.flatMap((row) => (typeof row[5] === 'string' ? row[5] : []))
  expect(told.length).toBeGreaterThan(2)
  for (const cell of told) expect(cell.length).toBeLessThanOrEqual(32_767)
  expect(told.join('\n').split('\n')).toHaveLength(corrections.length)
})

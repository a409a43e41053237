import { expect, it } from 'vitest'
import { z } from 'zod'
import { MAX_FAULTS, refusal } from './problem-codes'
import { fieldProblems } from './problem-response'

it('an answer names the first faults and no more, however many there are', () => {
  const keys = Object.fromEntries(Array.from({ length: 1_000 }, (_, index) => [`k${index}`, index]))
  const unknown = z.strictObject({}).safeParse(keys)
  const wrong = z.array(z.int()).safeParse(Array.from({ length: 1_000 }, () => 'a'))
  for (const { error } of [unknown, wrong]) {
    const problems = fieldProblems(error as z.ZodError)
    expect(problems).toHaveLength(MAX_FAULTS)
    expect(refusal('invalid_request', [...problems, ...problems]).problem.fields).toEqual(problems)
  }
})

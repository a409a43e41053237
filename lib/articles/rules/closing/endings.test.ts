import { readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, it } from 'vitest'
import { z } from 'zod'
import { detectClosing } from './detect'

const question = z.object({
  text: z.string(),
  kind: z.string(),
  options: z.array(z.string()),
  follow_up: z.string().optional(),
  accept_kinds: z.array(z.string()).optional(),
})
const ending = z.object({
  id: z.string(),
  title: z.string(),
  text: z.string(),
  questions: z.array(question),
  optional_questions: z.array(question),
})

const file = path.resolve(import.meta.dirname, '../../../../scripts/testing/endings/kinds.jsonl')
const endings = readFileSync(file, 'utf8')
  .trim()
  .split('\n')
  .map((line) => ending.parse(JSON.parse(line)))

it.each(endings)('$id is read as an editor would', ({ title, text, questions, optional_questions }) => {
  const found = detectClosing(text, title).questions
  const wanted = found.filter((one) => !optional_questions.some((optional) => optional.text === one.text))
  expect(wanted.map(({ text }) => text)).toEqual(questions.map(({ text }) => text))
  for (const [
    at,
    { kind, options, accept_kinds: kinds = [kind], follow_up: followUp },
  ] of questions.entries()) {
    expect(kinds).toContain(wanted[at]?.kind)
    expect(wanted[at]?.followUp).toBe(followUp)
    const lowered = (all: string[] = []) => all.map((one) => one.charAt(0).toLowerCase() + one.slice(1))
    if (wanted[at]?.kind === kind) expect(lowered(wanted[at]?.options)).toEqual(lowered(options))
  }
})

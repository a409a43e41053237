// One article a line in, its closing questions a line out, in order: `npm run --silent detect < in.jsonl`.
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { z } from 'zod'
import { detectClosing } from '../lib/articles/rules/detect'

const article = z.object({
  id: z.union([z.string(), z.number()]),
  text: z.string(),
  title: z.string().nullish(),
})

function answer(line: string): unknown {
  try {
    const { id, text, title } = article.parse(JSON.parse(line))
    const { start, questions } = detectClosing(text, title ?? undefined)
    return { id, start, questions: questions.map(({ text, kind, options }) => ({ text, kind, options })) }
  } catch (error) {
    if (error instanceof z.ZodError) return { id: null, error: z.prettifyError(error) }
    if (error instanceof SyntaxError) return { id: null, error: error.message }
    throw error
  }
}

// A reader that stops early (`| head`) is no failure of ours.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0)
  throw error
})

for await (const line of createInterface({ input: process.stdin, crlfDelay: Number.POSITIVE_INFINITY })) {
  if (line.trim() === '') continue
  if (!process.stdout.write(`${JSON.stringify(answer(line))}\n`)) await once(process.stdout, 'drain')
}

// `npm run --silent detect < in.jsonl`: reads one article a line, and writes the closing questions of each on
// one line, in order.
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { z } from 'zod'
import { parse } from '../../lib/articles/commands/parse'
import { workers } from '../../lib/platform/runtime/worker-pool'

/** Lines read in advance of the one being written: enough to keep every worker busy. */
const AHEAD = 32

const article = z.object({
  id: z.union([z.string(), z.number()]),
  text: z.string(),
  title: z.string().nullish(),
})

/** Returns the result of one line: its questions and cuts, or its problem's code. Other lines continue. */
async function answer(line: string): Promise<unknown> {
  try {
    const { id, text, title } = article.parse(JSON.parse(line))
    const analysed = await parse('article', { text, ...(title && { title }) })
    if (!analysed.ok) return { id, error: analysed.problem.code }
    const { start, questions, cuts } = analysed.value
    return {
      id,
      start,
      questions: questions.map(({ text, kind, options, followUp }) => ({
        text,
        kind,
        options,
        ...(followUp !== undefined && { followUp }),
      })),
      ...(cuts.length > 0 && { cuts }),
    }
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

const waiting: Promise<unknown>[] = []
async function writeNext() {
  const next = await waiting.shift()
  if (!process.stdout.write(`${JSON.stringify(next)}\n`)) await once(process.stdout, 'drain')
}

for await (const line of createInterface({ input: process.stdin, crlfDelay: Number.POSITIVE_INFINITY })) {
  if (line.trim() === '') continue
  waiting.push(answer(line))
  if (waiting.length > AHEAD) await writeNext()
}
while (waiting.length > 0) await writeNext()
await workers().end()

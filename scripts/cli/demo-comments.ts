/**
 * `npm run demo:comments -- --count N [--survey SLUG]`: creates invented readers who answer and write, to try
 * moderation at size. They use the same commands as real ones. They count in the results of that consultation.
 */
import { randomBytes } from 'node:crypto'
import { demoSurvey } from '../../prisma/demo'
import { endWith, withDatabase } from '../runtime/with-database'
import { commandArguments } from './arguments'
import { inventComment } from './demo/comments'

const MOST = 1_000_000
/** Ballots under way at once: what a group commit writes in one statement. */
const TOGETHER = 512
const SAY_MS = 2_000

const { options: values, misuse } = commandArguments('demo:comments')
const count = Number(values.count ?? 100)
if (!Number.isInteger(count) || count < 1 || count > MOST) misuse(`--count is a number from 1 to ${MOST}.`)

async function run(slug: string): Promise<number> {
  const { castBallot } = await import('../../lib/ballots/commands/cast')
  const { screenComments } = await import('../../lib/comments/commands/screen')
  const { pseudonymOf, newReaderId } = await import('../../lib/readers/rules/identity')
  const { composeModules } = await import('../../lib/server/composition-root')
  const { findSurvey } = await import('../../lib/surveys/queries/public')
  composeModules()
  const survey = await findSurvey(slug)
  const open = survey?.view.questions.find(({ kind }) => kind === 'open')
  if (survey?.view.status !== 'open' || !open) {
    console.error(`There is no open consultation «${slug}» with a free question: --survey names another one.`)
    return 1
  }
  let said = Date.now()
  const say = (line: string) => {
    if (Date.now() - said < SAY_MS) return
    said = Date.now()
    console.log(line)
  }
  const cast = async (number: number) => {
    const answers = survey.view.questions.flatMap((question) => {
      if (question.id === open.id)
        return [{ question, options: [], text: inventComment(number, randomBytes(8)) }]
      const aspects = [...new Set(question.options.map(({ aspect }) => aspect))]
      const options = aspects.flatMap((aspect, index) => {
        const choices = question.options.filter((option) => option.aspect === aspect)
        return choices.slice(Math.floor(number / 3 ** index) % choices.length).slice(0, 1)
      })
      return options.length ? [{ question, options }] : []
    })
    const reader = pseudonymOf(survey.readerKey, newReaderId())
    const done = await castBallot(survey, reader, answers)
    if (!done.ok) throw new Error(`a ballot was refused: ${done.problem.code}`)
  }
  for (let sent = 0; sent < count; sent += TOGETHER) {
    const size = Math.min(TOGETHER, count - sent)
    await Promise.all(Array.from({ length: size }, (_, index) => cast(sent + index)))
    say(`${sent + size} of ${count} sent…`)
  }
  let screened = 0
  for (let more = await screenComments(); more > 0; more = await screenComments()) {
    screened += more
    say(`${screened} of about ${count} through the checks…`)
  }
  console.log(`${count} invented comments wait at /moderation, or were decided by the checks.`)
  return 0
}

await endWith(() => withDatabase({ join: true }, () => run(values.survey ?? demoSurvey.slug)))

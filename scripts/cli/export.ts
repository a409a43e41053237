/** `npm run export -- SLUG --format F --out FILE`: writes a consultation's data to a file, also while Avis runs. */
import { z } from 'zod'
import { problemOf } from '../../lib/exports/rules/job'
import { exportInput } from '../../lib/exports/schema'
import { translator } from '../../lib/platform/i18n/messages'
import { endWith, withDatabase } from '../runtime/with-database'
import { commandArguments } from './arguments'

const SAY_MS = 2_000

function readArguments() {
  const { words, options, misuse } = commandArguments('export')
  const { out, 'all-texts': allTexts, 'set-aside': setAside, version, ...chosen } = options
  const input = exportInput.safeParse({
    ...chosen,
    ...(allTexts !== undefined && { allTexts }),
    ...(setAside !== undefined && { setAside }),
    ...(version !== undefined && { version: Number(version) }),
  })
  if (!input.success) return misuse(z.prettifyError(input.error))
  if (!out) return misuse('Give a file to write: --out FILE.')
  return { slug: words[0] ?? '', out, input: input.data }
}

async function run({ slug, out, input }: ReturnType<typeof readArguments>): Promise<number> {
  const { exportSurvey } = await import('../../lib/exports/commands/export-survey')
  const { findSurvey } = await import('../../lib/surveys/queries/public')
  const survey = await findSurvey(slug)
  if (!survey) {
    console.error(`There is no consultation «${slug}» that readers have seen.`)
    return 1
  }
  let said = Date.now()
  try {
    const { rows, bytes, sha256 } = await exportSurvey(survey, input, out, (count) => {
      if (Date.now() - said < SAY_MS) return
      said = Date.now()
      console.log(`${count} rows…`)
    })
    console.log(`${out}: ${rows} rows, ${bytes} bytes, SHA-256 ${sha256}`)
    return 0
  } catch (error) {
    const problem = problemOf(error)
    const why = problem === 'internal' ? (error as Error).message : translator('en', 'problems')(problem)
    console.error(`Nothing was written: ${why}`)
    return 1
  }
}

const asked = readArguments()
await endWith(() => withDatabase({ join: true }, () => run(asked)))

/** `npm run export -- SLUG --format F --out FILE`: a consultation's data as a file, also while Avis runs. */
import { parseArgs } from 'node:util'
import { z } from 'zod'
import { problemOf } from '../lib/exports/rules/job'
import { exportInput } from '../lib/exports/schema'
import { translator } from '../lib/messages'
import { endWith, withGround } from './on-ground'

const USAGE = `npm run export -- SLUG --format F --out FILE
  F            csv-excel-fr, csv, jsonl, xlsx, parquet, sav, or one ZIP: polis, bundle (all tables)
  --table T    ballots (without it), comments, decisions, results
  --from DAY --to DAY (in UTC) --version N
  --all-texts  also texts that were not published
  --set-aside  also ballots that a quarantine has set aside`
const SAY_MS = 2_000

function readArguments() {
  try {
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: {
        format: { type: 'string' },
        out: { type: 'string' },
        table: { type: 'string' },
        from: { type: 'string' },
        to: { type: 'string' },
        version: { type: 'string' },
        'all-texts': { type: 'boolean' },
        'set-aside': { type: 'boolean' },
      },
    })
    const { out, 'all-texts': allTexts, 'set-aside': setAside, version, ...given } = values
    const input = exportInput.safeParse({
      ...given,
      ...(allTexts !== undefined && { allTexts }),
      ...(setAside !== undefined && { setAside }),
      ...(version !== undefined && { version: Number(version) }),
    })
    if (!input.success) throw new Error(z.prettifyError(input.error))
    const [slug] = positionals
    if (!slug || !out || positionals.length > 1) throw new Error('Give one consultation and a file to write.')
    return { slug, out, input: input.data }
  } catch (error) {
    console.error(`${(error as Error).message}\n\n${USAGE}`)
    process.exit(2)
  }
}

async function run({ slug, out, input }: ReturnType<typeof readArguments>): Promise<number> {
  const { exportSurvey } = await import('../lib/exports/commands/export')
  const { findSurvey } = await import('../lib/surveys/queries/public')
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

const given = readArguments()
await endWith(() => withGround({ join: true }, () => run(given)))

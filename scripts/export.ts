/** `npm run export -- SLUG --format F --out FILE`: a consultation's data as a file, also while Avis runs. */
import { parseArgs } from 'node:util'
import { z } from 'zod'
import { exportInput } from '../lib/exports/schema'
import { layGround } from './ground'
import { StartFailure } from './postgres/failure'

const USAGE = `npm run export -- SLUG --format F --out FILE
  F            csv-excel-fr, csv, jsonl, xlsx, parquet, or bundle (all tables as one ZIP)
  --table T    ballots (without it), comments, decisions, results
  --from DAY --to DAY --version N --all-texts`
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
      },
    })
    const { out, 'all-texts': allTexts, version, ...given } = values
    const input = exportInput.safeParse({
      ...given,
      ...(allTexts !== undefined && { allTexts }),
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
    const { code, message } = error as NodeJS.ErrnoException
    console.error(
      code === 'ENOSPC' ? 'The disk is full: nothing was written.' : `Nothing was written: ${message}`,
    )
    return 1
  }
}

const given = readArguments()
try {
  const ground = await layGround(() => undefined, { join: true })
  process.env.DATABASE_URL = ground.databaseUrl
  process.env.AVIS_SECRET = ground.secret
  const code = await run(given)
  const { db } = await import('../lib/db')
  await db().$disconnect()
  await ground.stop()
  process.exit(code)
} catch (error) {
  console.error(error instanceof StartFailure ? error.message : error)
  process.exit(1)
}

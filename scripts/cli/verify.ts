/**
 * `npm run verify -- FILE.zip`: recounts the public figures of a bundle from its own files, without a database. `npm
 * run verify -- SLUG`: verifies a consultation's chain and recounts its tally from its ballots, also while Avis runs.
 */
import { existsSync } from 'node:fs'
import { verifyBundle } from '../../lib/exports/commands/verify'
import { digestOf } from '../../lib/exports/writers/output'
import { endWith, withDatabase } from '../runtime/with-database'
import { commandArguments } from './arguments'

const {
  words: [named = ''],
} = commandArguments('verify')

const verifySurvey = (slug: string) =>
  withDatabase({ join: true }, async () => {
    const { checkOne } = await import('../../lib/operations/data-check')
    const found = await checkOne(slug)
    return found?.map(({ invariant, row, wrong }) => `${row} ${wrong} («${invariant}»)`)
  })

await endWith(async () => {
  const found =
    named.endsWith('.zip') || existsSync(named) ? await verifyBundle(named) : await verifySurvey(named)
  for (const difference of found ?? []) console.log(difference)
  // A bundle forged as a whole is another file: the desk shows the SHA-256 of the one it wrote.
  if (existsSync(named)) console.log(`SHA-256 ${(await digestOf(named)).sha256}`)
  if (!found) console.error(`There is no consultation «${named}», and no file of that name.`)
  else console.log(found.length ? `${named}: NOT equal` : `${named}: equal`)
  return found?.length === 0 ? 0 : 1
})

/**
 * `npm run test:readers`: exports a rich consultation, lets independent programs read every file, and compares each
 * value with the database. Writes the result of each program and format to docs/readers.md. Ends with 1 on a
 * difference.
 */
import { execFileSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { commandArguments } from '../cli/arguments'
import { installLine, present } from '../testing/readers'
import { onStage } from '../testing/readers/test-database'

const WRITTEN = path.join('docs', 'readers.md')

const { options } = commandArguments('test:readers')

async function readersThere() {
  const first = await present()
  if (!first.missing.length) return first
  const line = installLine(first.missing)
  console.log(
    `Missing: ${first.missing.map(({ name }) => name).join(', ')}. Debian has them: ${line.join(' ')}`,
  )
  if (!options.install) return first
  execFileSync(line[0] ?? '', line.slice(1), { stdio: 'inherit' })
  return present()
}

const there = await readersThere()
const { missing } = there
const found = there.found.filter(({ reader }) => reader.name.includes(options.only ?? ''))
for (const { version } of found) console.log(`Found: ${version}`)

const faults = await onStage(async (folder) => {
  const { richConsultation } = await import('../testing/readers/consultation')
  const { judge, judgeArchive, samplesOf } = await import('../testing/readers/compare-exports')
  const { linesOf, readersPage } = await import('../testing/readers/report')
  const { archiveSamples } = await import('../testing/readers/archives')
  const { monthFaults } = await import('../testing/readers/sav-dates')
  const survey = await richConsultation()
  const samples = await samplesOf(survey, folder)
  const archives = await archiveSamples(survey, folder)
  const verdicts = []
  for (const { reader } of found) {
    const judged = []
    for (const format of reader.formats) judged.push(await judge(reader, format, samples))
    for (const { archive, samples: files } of archives)
      if (files.some(({ format }) => reader.formats.includes(format)))
        judged.push(await judgeArchive(reader, archive, files))
    for (const verdict of judged) {
      console.log(`${reader.name}, ${verdict.format}: ${verdict.wrong.length ? 'NOT right' : 'right'}`)
      for (const line of linesOf(verdict)) console.log(`  ${line}`)
    }
    verdicts.push(...judged)
  }
  const months = await monthFaults(
    found.map(({ reader }) => reader),
    folder,
  )
  for (const line of months) console.log(line)
  const rows = samples
    .filter(({ format }) => format === 'csv')
    .map(({ table, rows }) => `${rows.length} ${table}`)
  // A table without some of the programs would hide their results.
  if (missing.length || options.only) console.log(`${WRITTEN} is not written: that takes all programs.`)
  else {
    writeFileSync(
      WRITTEN,
      readersPage(
        verdicts,
        new Map(found.map(({ reader, version }) => [reader.name, version])),
        rows.join(', '),
        new Date(),
      ),
    )
    execFileSync(path.join('node_modules', '.bin', 'biome'), ['format', '--write', WRITTEN], {
      stdio: 'ignore',
    })
  }
  return verdicts.reduce((sum, { wrong }) => sum + wrong.length, months.length)
})
console.log(faults ? `${faults} differences` : `${found.length} programs agree with the database`)
process.exit(faults || missing.length ? 1 : 0)

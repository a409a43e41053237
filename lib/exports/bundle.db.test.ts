import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { path as at, choose } from '@/scripts/testing/answers'
import { Client } from '@/scripts/testing/client'
import { answeredSurvey, BALLOTS } from '@/scripts/testing/exports'
import { citeResults } from '../results/commands'
import { findResults } from '../results/queries/results'
import type { SurveyRecord } from '../surveys/queries/public'
import { exportSurvey } from './commands/export-survey'
import { verifyBundle } from './commands/verify'
import { manifest as manifestSchema } from './rules/manifest'
import { exportInput } from './schema'

const folder = mkdtempSync(path.join(tmpdir(), 'avis-bundle-test-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
const fileOf = (name: string) => path.join(folder, name)
const file = fileOf('all.zip')

let survey: SurveyRecord
let inside: Record<string, Uint8Array>
const textIn = (name: string) => strFromU8(inside[name] ?? new Uint8Array())
const linesIn = (name: string) => textIn(name).trim().split('\n')
beforeAll(async () => {
  ;({ survey } = await answeredSurvey())
  await citeResults(survey, {})
  await new Client().json(at(survey, '/ballot'), { json: { answers: [choose(survey, 'single', 2)] } })
  await exportSurvey(survey, exportInput.parse({ format: 'bundle', allTexts: true }), file)
  inside = unzipSync(readFileSync(file))
})

const sealed = (zip: Uint8Array): Buffer => {
  const comment = Buffer.from(`SHA-256 ${'0'.repeat(64)}`)
  const bytes = Buffer.concat([zip, comment])
  bytes.writeUInt16LE(comment.length, zip.length - 2)
  const body = bytes.subarray(0, -64)
  return Buffer.concat([body, Buffer.from(createHash('sha256').update(body).digest('hex'))])
}

/** What verifying says when a file inside was changed and the manifest and the seal were made to agree. */
async function forged(name: string, change: (text: string) => string): Promise<string[]> {
  const bytes = strToU8(change(textIn(name)))
  expect(strFromU8(bytes)).not.toBe(textIn(name))
  const manifest = manifestSchema.parse(JSON.parse(textIn('manifest.json')))
  const files = manifest.files.map((entry) =>
    entry.name === name
      ? {
          ...entry,
          rows: name.endsWith('.jsonl') ? strFromU8(bytes).trim().split('\n').length : entry.rows,
          bytes: bytes.length,
          sha256: createHash('sha256').update(bytes).digest('hex'),
        }
      : entry,
  )
  const zip = zipSync({
    ...inside,
    [name]: bytes,
    'manifest.json': strToU8(JSON.stringify({ ...manifest, files })),
  })
  writeFileSync(fileOf('forged.zip'), sealed(zip))
  return verifyBundle(fileOf('forged.zip'))
}

it('recounts to the page’s own figures', async () => {
  expect(await verifyBundle(file)).toEqual([])
  const results = await findResults(survey)
  expect(JSON.parse(textIn('results.json'))).toEqual(results)
  expect(results.ballots).toBe(BALLOTS + 1)
  const run = promisify(execFile)
  const good = await run(process.execPath, ['scripts/run.mjs', 'verify', file])
  expect(good.stdout).toContain(`${file}: equal`)
  expect(good.stdout).toContain(createHash('sha256').update(readFileSync(file)).digest('hex'))
})

it('has every table with its rows, the wording, two codebooks and a note on method', () => {
  const manifest = manifestSchema.parse(JSON.parse(textIn('manifest.json')))
  expect(manifest.format).toBe('avis-export/2')
  const names = manifest.files.map(({ name }) => name)
  for (const name of [
    ...['ballots', 'comments', 'decisions', 'results'].flatMap((table) => [`${table}.csv`, `${table}.jsonl`]),
    ...['questions.json', 'results.json', 'snapshots.jsonl'],
    ...['codebook.xml', 'codebook.html', 'methode.md'],
  ])
    expect(names).toContain(name)
  for (const { name, rows, sha256 } of manifest.files) {
    expect(sha256).toBe(
      createHash('sha256')
        .update(inside[name] ?? '')
        .digest('hex'),
    )
    if (name.endsWith('.jsonl')) expect([name, linesIn(name).length]).toEqual([name, rows])
  }
  expect(linesIn('snapshots.jsonl')).toHaveLength(2)
  for (const name of ['codebook.xml', 'codebook.html', 'methode.md'])
    expect(textIn(name)).toContain('＝A1 ou @B2')
  expect(textIn('codebook.xml')).toContain('<catValu>=1+1</catValu>')
  expect(textIn('methode.md')).toContain('aucune marge d')
  expect(textIn('methode.md')).not.toContain('sondage')
})

it('with the seal the file itself had, a forged one is another file', () => {
  expect(sealed(zipSync(inside)).equals(readFileSync(file))).toBe(false)
})

it('one flipped byte anywhere, and it is not equal', async () => {
  const bytes = readFileSync(file)
  const step = Math.ceil(bytes.length / 60)
  for (let place = 0; place < bytes.length; place += step) {
    const flipped = Buffer.from(bytes)
    flipped[place] = (flipped[place] ?? 0) ^ (1 << (place % 8))
    writeFileSync(fileOf('flipped.zip'), flipped)
    expect([place, (await verifyBundle(fileOf('flipped.zip'))).length > 0]).toEqual([place, true])
  }
})

const without = (row: number) => (text: string) =>
  `${text
    .trim()
    .split(/\r?\n/)
    .filter((_, at) => at !== row)
    .join('\n')}\n`

it('one row less, though manifest and seal agree, and it says where', async () => {
  expect(await forged('ballots.jsonl', without(3))).toContain(
    `ballots: published ${BALLOTS + 1}, counted ${BALLOTS}`,
  )
  expect((await forged('comments.jsonl', without(0)))[0]).toMatch(/^comments: row 1 differs/)
  expect((await forged('decisions.jsonl', without(0))).join()).toMatch(/does not have decision/)
  expect((await forged('decisions.csv', without(2)))[0]).toMatch(/^decisions: row 2 differs/)
  expect((await forged('results.jsonl', without(1))).join()).toMatch(/results\.jsonl: row 2 is not/)
  expect(
    (await forged('results.csv', (text) => text.trim().split('\r\n').slice(0, -1).join('\r\n')))[0],
  ).toBe(`results.csv: row ${linesIn('results.jsonl').length} is missing, which results.jsonl has`)
})

it('one row changed, though manifest and seal agree, and it says where', async () => {
  const swap = (from: string, to: string) => (text: string) => text.replace(from, to)
  expect((await forged('ballots.jsonl', swap('"Pour"', '"Contre"'))).join()).toMatch(
    /question \d+, option \d+: published \d+, counted \d+/,
  )
  expect((await forged('ballots.csv', swap(',Pour,', ',Contre,')))[0]).toMatch(/^ballots: row \d+ differs/)
  const [, cells = ''] = textIn('ballots-codes.csv').split('\r\n')
  const wrong = cells.replace(/^([^,]*,)\d+/, '$17')
  expect((await forged('ballots-codes.csv', swap(cells, wrong)))[0]).toBe(
    'ballots-codes: row 1 differs between the CSV and the JSONL file (version)',
  )
  expect((await forged('comments.csv', swap('non merci', 'oui merci')))[0]).toMatch(
    /^comments: row \d+ differs/,
  )
  expect((await forged('comments.jsonl', swap('"published"', '"rejected"'))).join()).toMatch(
    /does not have decision/,
  )
  expect((await forged('snapshots.jsonl', swap('"count":1', '"count":2'))).join()).toMatch(/have their hash/)
  expect((await forged('results.json', swap('"count":1', '"count":2'))).join()).toMatch(/have their hash/)
})

it('what is no bundle is said to be none', async () => {
  writeFileSync(fileOf('x.csv'), 'a,b\r\n1,2\r\n')
  expect((await verifyBundle(fileOf('x.csv')))[0]).toContain('no ZIP file')
  writeFileSync(fileOf('empty.zip'), zipSync({ 'a.txt': strToU8('a') }))
  expect((await verifyBundle(fileOf('empty.zip'))).join()).toContain('manifest.json is missing')
})

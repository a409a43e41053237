/**
 * `npm run lighthouse`: writes Lighthouse's scores of every reader page, on a phone, to docs/lighthouse.md. It is
 * downloaded for this command alone: with its dependencies it is larger than Avis (docs/decisions/versions.md).
 */
import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { chromium } from 'playwright'
import { browserExecutable, ensureBrowser } from '../../e2e/fixtures/browser'
import startServer from '../../e2e/fixtures/global-setup'
import { READER_PAGES } from '../../lib/operations/site-map'
import { demoSurvey } from '../../prisma/demo'

/** 13 needs Node 22. */
const LIGHTHOUSE = 'lighthouse@12.8.2'
const CATEGORIES = ['performance', 'accessibility', 'best-practices', 'seo'] as const
const WRITTEN = path.join('docs', 'lighthouse.md')
const SURVEY = `/consultations/${demoSurvey.slug}`
const PAGES = [
  SURVEY,
  `${SURVEY}?langue=en`,
  `${SURVEY}/resultats`,
  ...READER_PAGES.map(([path]) => path),
  '/plan',
]

type Audit = { id: string; title: string; score: number | null; numericValue?: number }
type Report = {
  lighthouseVersion: string
  categories: Record<string, { score: number | null; auditRefs: { id: string; weight: number }[] }>
  audits: Record<string, Audit>
}

/** Lighthouse itself recommends another run where the machine stalled. */
const TRIES = 3

function run(address: string, file: string, tries = TRIES): Report {
  const { status, stderr } = spawnSync(
    'npx',
    [
      '--yes',
      LIGHTHOUSE,
      address,
      '--output=json',
      `--output-path=${file}`,
      `--only-categories=${CATEGORIES}`,
      '--chrome-flags=--headless=new --no-sandbox',
      '--quiet',
      '--no-enable-error-reporting',
    ],
    {
      encoding: 'utf8',
      env: { ...process.env, CHROME_PATH: browserExecutable() ?? chromium.executablePath() },
    },
  )
  if (status !== 0 && tries > 1) return run(address, file, tries - 1)
  if (status !== 0) throw new Error(`Lighthouse gave up on ${address}: ${stderr.trim().split('\n').at(-1)}`)
  return JSON.parse(readFileSync(file, 'utf8'))
}

const score = (report: Report, category: string) =>
  Math.round((report.categories[category]?.score ?? 0) * 100)

/** Returns what keeps a category below 100. */
const faults = ({ categories, audits }: Report, category: string) =>
  (categories[category]?.auditRefs ?? [])
    .filter(({ id, weight }) => weight > 0 && (audits[id]?.score ?? 1) < 1)
    .map(({ id }) => audits[id]?.title ?? id)

const seconds = ({ audits }: Report, id: string) => `${((audits[id]?.numericValue ?? 0) / 1000).toFixed(1)} s`

ensureBrowser((line) => console.log(line))
const folder = mkdtempSync(path.join(tmpdir(), 'avis-lighthouse-'))
const stop = await startServer()
const rows: string[] = []
const missed: string[] = []
let version = ''
try {
  for (const [index, page] of PAGES.entries()) {
    const report = run(`${process.env.AVIS_BASE_URL}${page}`, path.join(folder, `${index}.json`))
    version = report.lighthouseVersion
    const scores = CATEGORIES.map((category) => score(report, category))
    const blocked = `${Math.round(report.audits['total-blocking-time']?.numericValue ?? 0)} ms`
    const moved = (report.audits['cumulative-layout-shift']?.numericValue ?? 0).toFixed(3)
    const timed = [seconds(report, 'largest-contentful-paint'), blocked, moved]
    rows.push(`| ${[`\`${page}\``, ...scores, ...timed].join(' | ')} |`)
    for (const category of CATEGORIES.slice(1))
      missed.push(...faults(report, category).map((title) => `- \`${page}\`, ${category}: ${title}`))
    console.log(rows.at(-1))
  }
} finally {
  await stop()
  rmSync(folder, { recursive: true, force: true })
}
for (const line of missed) console.log(line)
writeFileSync(
  WRITTEN,
  `# Lighthouse scores

Written by \`npm run lighthouse\` with Lighthouse ${version}, on its mobile profile, which simulates a slow phone on
a slow network. LCP is the largest contentful paint, TBT the total blocking time, CLS the cumulative layout shift.

| page | ${CATEGORIES.join(' | ')} | LCP | TBT | CLS |
| --- | --- | --- | --- | --- | --- | --- | --- |
${rows.join('\n')}

${missed.length ? `Below 100 because of:\n\n${missed.join('\n')}` : 'Nothing keeps accessibility, best practices or SEO below 100.'}
`,
)
execFileSync(path.join('node_modules', '.bin', 'biome'), ['format', '--write', WRITTEN], { stdio: 'ignore' })
process.exit(missed.length ? 1 : 0)

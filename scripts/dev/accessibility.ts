/** `npm run accessibility`: runs the accessibility tests, and writes their results for the page /accessibilite. */
import { execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import axe from 'axe-core'
import { chromium } from 'playwright'
import { browserExecutable, ensureBrowser } from '../../e2e/fixtures/browser'
import { VIEW_NAMES } from '../../e2e/fixtures/checks/viewports'
import type { TestResult } from '../../lib/operations/accessibility'
import { subjectHash } from './accessibility-hash'

const SPECS = ['pages', 'accessibility', 'keyboard'].map((name) => `e2e/quality/${name}.spec.ts`)
const WRITTEN = path.join('docs', 'accessibility', 'result.json')

type Annotation = { type: string; description?: string }
type Test = { status: 'expected' | 'unexpected' | 'flaky' | 'skipped'; annotations: Annotation[] }
type Suite = { suites?: Suite[]; specs: { title: string; tests: Test[] }[] }
type Report = { suites: Suite[] }

async function run(report: string): Promise<Report> {
  const child = spawn(
    path.join('node_modules', '.bin', 'playwright'),
    ['test', ...SPECS, '--retries=0', '--reporter=list,json'],
    { stdio: 'inherit', env: { ...process.env, AVIS_TESTS: 'all', PLAYWRIGHT_JSON_OUTPUT_NAME: report } },
  )
  await once(child, 'exit')
  return JSON.parse(readFileSync(report, 'utf8'))
}

const specsOf = ({ suites = [], specs }: Suite): Suite['specs'] => [...specs, ...suites.flatMap(specsOf)]

/** Counts only what ran: a state by the checks that its test reports, a fault when it is found. */
function resultOf(report: Report, browser: string): TestResult {
  const specs = report.suites.flatMap(specsOf)
  const tests = specs.flatMap((spec) => spec.tests)
  const told = (type: string) =>
    tests.flatMap(({ annotations }) => annotations).filter((one) => one.type === type)
  const pages = new Map<string, string[]>()
  for (const {
    title,
    tests: [test],
  } of specs) {
    if (!test?.annotations.some(({ type }) => type === 'check')) continue
    const [route = '', state = ''] = title.split(/, (.*)/s)
    pages.set(route, [...(pages.get(route) ?? []), state])
  }
  return {
    at: new Date().toISOString(),
    subject: subjectHash(),
    browser,
    axe: axe.version,
    tests: {
      passed: tests.filter(({ status }) => status === 'expected').length,
      failed: tests.filter(({ status }) => status !== 'expected').length,
    },
    checks: told('check').length,
    faults: told('fault').length,
    ways: [...VIEW_NAMES],
    pages: [...pages].map(([route, states]) => ({ route, states })),
  }
}

async function browserName(): Promise<string> {
  const executablePath = browserExecutable()
  const browser = await chromium.launch({ ...(executablePath && { executablePath }), args: ['--no-sandbox'] })
  const version = browser.version()
  await browser.close()
  return `Chromium ${version.split('.')[0]}`
}

ensureBrowser((line) => console.log(line))
const folder = mkdtempSync(path.join(tmpdir(), 'avis-accessibility-'))
const result = resultOf(await run(path.join(folder, 'report.json')), await browserName())
rmSync(folder, { recursive: true, force: true })
writeFileSync(WRITTEN, JSON.stringify(result))
execFileSync(path.join('node_modules', '.bin', 'biome'), ['format', '--write', WRITTEN], { stdio: 'ignore' })
console.log(`${result.checks} checks, ${result.faults} faults: ${WRITTEN}`)
process.exit(result.tests.failed ? 1 : 0)

import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'

/** `named` are the tests that failed, each on one line. */
export type Count = { passed: number; failed: number; named?: string[] }
export type Step = {
  name: string
  /** A package's command in node_modules and its arguments; REPORT stands for the file of `count`. */
  command: [bin: string, ...given: string[]]
  /** Reads how many tests passed and failed; without it the step is one test. */
  count?: (report: string) => Count
  /** Prints as it runs, also where others run beside it: it takes minutes. */
  live?: true
}

const REPORT = '{report}'

type VitestReport = {
  numPassedTests: number
  numFailedTests: number
  success: boolean
  testResults: {
    name: string
    status: string
    assertionResults: { status: string; fullName: string; failureMessages: string[] }[]
  }[]
}
function vitestCount(report: string): Count {
  const { numPassedTests, numFailedTests, success, testResults } = JSON.parse(report) as VitestReport
  const named = testResults
    .filter(({ status }) => status === 'failed')
    .flatMap(({ name, assertionResults }) => [
      path.relative('.', name),
      ...assertionResults
        .filter(({ status }) => status === 'failed')
        .map(({ fullName, failureMessages }) => `  ${fullName}: ${failureMessages[0]?.split('\n')[0]}`),
    ])
  // A file that cannot be loaded fails no test, and is a failure all the same.
  return { passed: numPassedTests, failed: numFailedTests || (success ? 0 : 1), named }
}

type PlaywrightSuite = {
  suites?: PlaywrightSuite[]
  specs: { ok: boolean; title: string; file: string; line: number }[]
}
type PlaywrightReport = {
  stats: { expected: number; unexpected: number; flaky: number }
  errors: { message?: string }[]
  suites: PlaywrightSuite[]
}
const failedSpecs = ({ suites = [], specs }: PlaywrightSuite): string[] => [
  ...specs.filter(({ ok }) => !ok).map(({ title, file, line }) => `e2e/${file}:${line} ${title}`),
  ...suites.flatMap(failedSpecs),
]
function playwrightCount(report: string): Count {
  const { stats, errors, suites } = JSON.parse(report) as PlaywrightReport
  // A test that passed at the second try is named on its own line, and must still be examined.
  if (stats.flaky) console.log(`${stats.flaky} needed a second try: listed as flaky above`)
  return {
    passed: stats.expected + stats.flaky,
    failed: stats.unexpected + errors.length,
    named: [...suites.flatMap(failedSpecs), ...errors.map(({ message }) => message?.split('\n')[0] ?? '')],
  }
}

const vitest = (name: string, project: string, ...files: string[]): Step => ({
  name,
  command: [
    'vitest',
    'run',
    '--project',
    project,
    '--reporter=dot',
    '--reporter=json',
    `--outputFile.json=${REPORT}`,
    ...files,
  ],
  count: vitestCount,
})

const lint: Step = {
  name: 'Format and lint',
  command: ['biome', 'ci', '--error-on-warnings', '--colors=off', '.'],
}
const types: Step = { name: 'Types', command: ['tsc', '--noEmit', '--incremental', 'false'] }
const unused: Step = { name: 'Nothing unused', command: ['knip', '--no-progress'] }
const unit = vitest('Rules', 'unit')
const database: Step = { ...vitest('On a real PostgreSQL', 'database*'), live: true }
const playwright = (name: string, ...files: string[]): Step => ({
  name,
  command: ['playwright', 'test', '--reporter=list,json', ...files],
  count: playwrightCount,
})
const browser = playwright('In a real browser')
/** Next's compiler keeps a core busy, where the database tests beside it mostly wait. */
const production: Step = { name: 'Production build', command: ['tsx', 'scripts/dev/production-build.ts'] }

/** The steps of `npm run check`. */
export const CHECKS = [lint, types, unused, unit]
/** The stages of `npm test`. */
export const ALL = [CHECKS, [database, production], [browser]]

const million: Step = {
  name: 'A million ballots, migrated while readers vote',
  command: ['tsx', 'scripts/testing/migration-traffic/million.ts'],
}
/** The steps of `npm run test:all`. Its database tests run one file at a time, since some measure the machine. */
export const WHOLE = [
  CHECKS,
  [vitest('On a real PostgreSQL', 'database*', '--no-file-parallelism')],
  [browser],
  [million],
]

/**
 * What a version of Node could break: addons, threads, streams, sockets, child processes and the loading of modules. One or
 * two files of each kind keep the run for one version to minutes.
 */
export const SMOKE = {
  database: [
    ...[
      'lib/server/api.db',
      'lib/ballots/commands/cast',
      'lib/ballots/http/',
      'lib/results/stream',
      'lib/staff/http/',
    ],
    ...[
      'lib/exports/formats',
      'lib/exports/bundle',
      'lib/exports/crash',
      'lib/surveys/',
      'lib/server/metrics',
    ],
    ...['scripts/backups/restore', 'scripts/postgres/postgres', 'prisma/migrations'],
  ],
  browser: ['e2e/readers/voting.spec.ts', 'e2e/staff/accounts.spec.ts', 'e2e/operations/start.spec.ts'],
}
const smoke = [
  vitest('On a real PostgreSQL, a part', 'database*', ...SMOKE.database),
  playwright('In a real browser, a part', ...SMOKE.browser),
]
/** The checks, and a part of the other tests. */
export const SMOKE_TESTS = [CHECKS, ...smoke.map((step) => [step])]

/** Runs a step. With `together` others run beside it, and its output is printed at its end unless it is live. */
async function runStep(
  { name, command: [bin, ...given], count, live }: Step,
  folder: string,
  together: boolean,
): Promise<Count> {
  const atOnce = live || !together
  const report = path.join(folder, `${name}.json`)
  const executable = path.join('node_modules', '.bin', bin)
  const begun = Date.now()
  if (atOnce) console.log(`\n── ${name}`)
  const child = spawn(
    executable,
    given.map((word) => word.replace(REPORT, report)),
    {
      stdio: atOnce ? 'inherit' : ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, PLAYWRIGHT_JSON_OUTPUT_NAME: report, FORCE_COLOR: '0' },
    },
  )
  const printed: Buffer[] = []
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (bytes) => printed.push(bytes))
  const [code] = await once(child, 'close')
  if (!atOnce) console.log(`\n── ${name}\n${Buffer.concat(printed)}`.trimEnd())
  console.log(`── ${name}: ${code === 0 ? 'good' : 'FAILED'} in ${Math.round((Date.now() - begun) / 1000)} s`)
  if (!count) return code === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 }
  const counted = existsSync(report) ? count(readFileSync(report, 'utf8')) : { passed: 0, failed: 1 }
  return code !== 0 && counted.failed === 0 ? { ...counted, failed: 1 } : counted
}

const sum = (counts: Count[], key: 'passed' | 'failed') => counts.reduce((total, one) => total + one[key], 0)
/** Returns whether no test failed. */
export const allPassed = (counts: Count[]) => sum(counts, 'failed') === 0

/**
 * Runs one stage after another, also after one that failed, and the steps of a stage side by side. Repeats failures at
 * the end, for those who read only the last lines, and ends with one line of totals. Resolves to the count of each
 * step, in order.
 */
export async function runSteps(stages: Step[][]): Promise<Count[]> {
  const folder = mkdtempSync(path.join(tmpdir(), 'avis-report-'))
  const counts: Count[] = []
  for (const steps of stages)
    counts.push(...(await Promise.all(steps.map((step) => runStep(step, folder, steps.length > 1)))))
  rmSync(folder, { recursive: true, force: true })
  const wrong = stages.flat().flatMap(({ name }, at) => {
    const count = counts[at]
    return count?.failed ? [`── ${name}`, ...(count.named ?? [])] : []
  })
  if (wrong.length) console.log(`\nFailed, and told in full above:\n${wrong.join('\n')}`)
  console.log(`\n${sum(counts, 'passed')} passed, ${sum(counts, 'failed')} failed`)
  return counts
}

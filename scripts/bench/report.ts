/** The findings of a run in words: each goal with what it needs and what was measured. */
import { BUCKETS, type Bucket } from './buckets'
import type { Cost } from './cost'
import { EARLIER_COMMIT } from './earlier'
import type { Found } from './found'
import { goalRows, goalsOf } from './goals'
import type { Measured } from './measure'

const whole = (value: number | undefined) => Math.round(value ?? 0).toLocaleString('en')
const ms = (value: number | undefined) => `${(value ?? 0).toFixed(1)} ms`

function table(head: string[], rows: string[][]): string {
  const line = (cells: string[]) => `| ${cells.join(' | ')} |`
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n')
}

/** Returns a row of figures; none for a subject that was missing. */
const row = (name: string, run: Measured | undefined) =>
  run
    ? [
        [
          name,
          whole(run.perSecond),
          run.p50 ? ms(run.p50) : '',
          run.p99 ? ms(run.p99) : '',
          run.serverMicroseconds ? `${whole(run.serverMicroseconds)} µs` : '',
          run.postgresMicroseconds ? `${whole(run.postgresMicroseconds)} µs` : '',
        ],
      ]
    : []

const CONTENTS: Record<Bucket, string> = {
  http: 'sockets and HTTP: Node’s server, Hono',
  'own code': 'Avis itself',
  hashing: 'keyed hashes, random numbers, comparisons',
  driver: 'pg and Prisma, with the sockets they write to',
  GC: 'collecting memory, on the main thread',
  other: 'other packages, Node itself, native code, the kernel',
}

function costTable({ microseconds }: Cost): string {
  const sum = Object.values(microseconds).reduce((a, b) => a + b, 0)
  const rows = BUCKETS.map((bucket) => [
    bucket,
    CONTENTS[bucket],
    `${microseconds[bucket].toFixed(1)} µs`,
    `${Math.round((100 * microseconds[bucket]) / sum)} %`,
  ])
  return table(['processor time of a ballot', '', '', ''], [...rows, ['sum', '', `${sum.toFixed(1)} µs`, '']])
}

/** Returns the report in Markdown. Ratios first: absolute figures say more about a machine than about Avis. */
export function report(found: Found): string {
  const { at, machine, others, votes, shapes, results, page, memory, start, cost, exporting } = found
  const { crowd, many, alone } = votes
  const [fewBallots, manyBallots] = [whole(results.ballots.few), whole(results.ballots.many)]
  const figures = [
    ...row('Avis, 64 connections', crowd.avis),
    ...row('the earlier build, 64 connections', crowd.earlier),
    ...row(`(a) by ${votes.by}, 16 clients`, crowd.a),
    ...row('(b) Next and Prisma, 64 connections', crowd.b),
    ...row('(c) node:http and pg, 64 connections', crowd.c),
    ...row('the load generator, on a server that does nothing', crowd.generator),
    ...row('Avis, 256 connections', many.avis),
    ...row('(c), 256 connections', many.c),
    ...row('Avis, one connection', alone.avis),
    ...row('(c), one connection', alone.c),
    ...row('with a text of 500 characters', shapes.text.runs.avis),
    ...row('… the earlier build', shapes.text.runs.earlier),
    ...row('a changed ballot', shapes.changed.runs.avis),
    ...row('… the earlier build', shapes.changed.runs.earlier),
    ...row('JSON in place of the form', shapes.json.runs.avis),
    ...row('… the earlier build', shapes.json.runs.earlier),
    ...row('8 readers with pauses', exporting.runs.alone),
    ...row(`… beside exports of ${whole(exporting.ballots)} ballots`, exporting.runs.beside),
    ...row(`results, ${fewBallots} ballots`, results.runs.few),
    ...row(`results, ${manyBallots} ballots`, results.runs.many),
    ...row('(c) one row', results.runs.c),
    ...row('article page, front door, 32 connections', page.runs.door),
    ...row('article page, `next start`, 32 connections', page.runs.next),
  ]
  const each = start.each.map(({ name, megabytes }) => `${name} ${whole(megabytes)}`).join(', ')
  return `Measured ${at} at ${machine.commit}: ${machine.cores} cores (${machine.processor}), Node ${machine.node}, PostgreSQL ${machine.postgres}, ${whole(machine.flushesPerSecond)} disk flushes/s. Others used ${others.before.cores.toFixed(2)} cores before and ${others.during.cores.toFixed(2)} during the run. Every acknowledged ballot was found in the database once, and the tally equalled a recount, after each run. The earlier build is ${EARLIER_COMMIT}, the last that wrote ballots by Prisma’s engine.

${table(['goal', 'wanted', 'measured', ''], goalRows(goalsOf(found)))}

${table(['', 'per second', 'p50', 'p99', 'server, CPU each', 'PostgreSQL, CPU each'], figures)}

${costTable(cost)}

Samples of V8’s profiler every 250 µs, of the main thread, at 64 connections; Node’s own functions count for the package that calls them. Allocation is that of V8’s heap, by its sampling profiler (one sample for 64 KB), with objects that were collected since; buffers outside of the heap are not in it. Memory is resident memory, highest ${whole(memory.highest)} MB; of \`npm start\` (MB): ${each}.`
}

/** The findings of a run in words: each goal with what it needs and what was measured. */
import type { AgainstEarlier, Kind } from './against-earlier'
import type { Visit } from './browser'
import type { describeMachine } from './machine'
import type { Measured } from './measure'
import type { memory, page, results, votes } from './measurements'

export type Found = {
  at: string
  machine: Awaited<ReturnType<typeof describeMachine>>
  votes: Awaited<ReturnType<typeof votes>>
  /** Undefined where the history lacks the earlier build. */
  earlier: AgainstEarlier | undefined
  results: Awaited<ReturnType<typeof results>>
  page: Awaited<ReturnType<typeof page>>
  memory: Awaited<ReturnType<typeof memory>>
  /** Undefined on a machine without a browser. */
  phone: Visit | undefined
}

const EARLIER_KINDS: Record<Kind, string> = {
  form: 'ballots by a form',
  text: 'ballots with a text of 500 characters',
  changed: 'changed ballots',
  json: 'ballots in JSON',
}

const whole = (value: number | undefined) => Math.round(value ?? 0).toLocaleString('en')
const times = (value: number) => `${value.toFixed(value < 10 ? 2 : 1)} ×`
const ms = (value: number | undefined) => `${(value ?? 0).toFixed(1)} ms`

function table(head: string[], rows: string[][]): string {
  const line = (cells: string[]) => `| ${cells.join(' | ')} |`
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n')
}

const row = (name: string, run: Measured | undefined) => [
  name,
  whole(run?.perSecond),
  run?.p50 ? ms(run.p50) : '',
  run?.p99 ? ms(run.p99) : '',
  run?.serverMicroseconds ? `${whole(run.serverMicroseconds)} µs` : '',
  run?.postgresMicroseconds ? `${whole(run.postgresMicroseconds)} µs` : '',
]

/** Returns the report in Markdown. Ratios first: absolute figures say more about a machine than about Avis. */
export function report({ at, machine, votes, earlier, results, page, memory, phone }: Found): string {
  const { ratios, crowd, alone } = votes
  const goal = (met: boolean) => (met ? 'met' : '**missed**')
  const flat = Math.abs(results.flat - 1)
  const goals = [
    [
      'ballots, against one transaction each straight on the database (a)',
      '≥ 3 ×',
      times(ratios.a),
      goal(ratios.a >= 3),
    ],
    ['ballots, against Next and Prisma the plain way (b)', '≥ 10 ×', times(ratios.b), goal(ratios.b >= 10)],
    ['ballots, against bare node:http and the driver (c)', '≥ 1.8 ×', times(ratios.c), goal(ratios.c >= 1.8)],
    ['the same at 256 connections', '≥ 2 ×', times(ratios.many), goal(ratios.many >= 2)],
    ...Object.entries(earlier ?? {}).map(([kind, of]) => {
      const wanted = kind === 'form' ? 3.2 : 2
      const what = EARLIER_KINDS[kind as Kind]
      return [
        `${what}, against the earlier build`,
        `≥ ${wanted} ×`,
        times(of.ratio),
        goal(of.ratio >= wanted),
      ]
    }),
    ['p99 at 64 connections', '≤ 60 ms', ms(crowd.avis?.p99), goal((crowd.avis?.p99 ?? 0) <= 60)],
    [
      'latency at one connection, against (c)',
      '≤ 1.7 ×',
      times(ratios.latencyAlone),
      goal(ratios.latencyAlone <= 1.7),
    ],
    [
      'results',
      '≥ 25,000/s',
      `${whole(results.few?.perSecond)}/s`,
      goal((results.few?.perSecond ?? 0) >= 25_000),
    ],
    [
      `results of ${whole(results.ballots.many)} ballots, against ${whole(results.ballots.few)}`,
      '± 20 %',
      times(results.flat),
      goal(flat <= 0.2),
    ],
    ['article page, against `next start`', '≥ 5 ×', times(page.ratio), goal(page.ratio >= 5)],
    [
      `memory after ${whole(memory.ballots)} ballots`,
      '≤ 240 MB',
      `${whole(memory.after)} MB (highest ${whole(memory.highest)})`,
      goal(memory.after <= 240),
    ],
    ['memory at rest', '≤ 160 MB', `${whole(memory.fresh)} MB`, goal(memory.fresh <= 160)],
  ]
  if (phone)
    goals.push(
      [
        'article page on a phone, all in',
        '≤ 180 KB',
        `${whole(phone.kilobytes)} KB`,
        goal(phone.kilobytes <= 180),
      ],
      [
        'its largest paint (slow 4G, processor ÷ 4)',
        '≤ 2.5 s',
        ms(phone.paintMs),
        goal(phone.paintMs <= 2_500),
      ],
      ['its total blocking time', '≤ 200 ms', ms(phone.blockedMs), goal(phone.blockedMs <= 200)],
    )
  const figures = [
    row('Avis, 64 connections', crowd.avis),
    row(`(a) by ${votes.by}, 16 clients`, crowd.a),
    row('(b) Next and Prisma, 64 connections', crowd.b),
    row('(c) node:http and pg, 64 connections', crowd.c),
    row('the load generator, on a server that does nothing', crowd.generator),
    row('Avis, 256 connections', votes.many.avis),
    row('(c), 256 connections', votes.many.c),
    ...Object.entries(earlier ?? {}).flatMap(([kind, of]) => [
      row(`${EARLIER_KINDS[kind as Kind]}, 64 connections`, of.now),
      row(`${EARLIER_KINDS[kind as Kind]}, the earlier build`, of.earlier),
    ]),
    row('Avis, one connection', alone.avis),
    row('(c), one connection', alone.c),
    row(`results, ${whole(results.ballots.few)} ballots`, results.few),
    row(`results, ${whole(results.ballots.many)} ballots`, results.many),
    row('article page, front door, 32 connections', page.door),
    row('article page, `next start`, 32 connections', page.next),
  ]
  return `Measured ${at} at ${machine.commit}: ${machine.cores} cores (${machine.processor}), Node ${machine.node}, PostgreSQL ${machine.postgres}, ${whole(machine.flushesPerSecond)} disk flushes/s, load average ${machine.loadBefore} before. Every acknowledged ballot was found in the database once, and the tally equalled a recount, after each run.

${table(['goal', 'wanted', 'measured', ''], goals)}

${table(['', 'per second', 'p50', 'p99', 'server, CPU each', 'PostgreSQL, CPU each'], figures)}`
}

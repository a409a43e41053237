/** Many readers who follow one consultation: measures how long a commit takes to reach them, and a stream's memory. */
import { connect } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import type { SurveyRecord } from '../../lib/surveys/queries/public'
import { build } from '../runtime/build'
import { writeSection } from './document-section'
import type { Stage } from './environment'
import { networkNumber } from './load-order'
import { allowOpenFiles } from './open-files'
import { residentMegabytes } from './proc'
import type { Server } from './processes'
import { demo } from './requests'

const STREAMS = 20_000
/** Files that a process has open beside its streams. */
const OTHER_FILES = 500
const QUICK_STREAMS = 5_000
/** Connections opened at a time: as many as the backlog of a listening socket holds. */
const AT_ONCE = 200
const SECONDS = 30
const VOTES_PER_SECOND = 20
const OPEN_MS = 180_000
const GOALS = { p95: 1_000, kilobytes: 15 }

let voters = 0
let followers = 0

type Seen = { seq: number; at: number }

/** Follows the results with a bare socket, and records when each sequence number came. Rejects when it is refused. */
function follow({ port }: Server, path: string): Promise<Seen[]> {
  const seen: Seen[] = []
  // Readers of one network may have a few hundred streams.
  const head = `GET ${path} HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nX-Forwarded-For: ${networkNumber(++followers)}\r\n\r\n`
  return new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1').setEncoding('latin1')
    socket.on('connect', () => socket.write(head))
    socket.once('data', (chunk: string) => {
      if (!chunk.startsWith('HTTP/1.1 200')) reject(new Error(chunk.slice(0, chunk.indexOf('\r\n'))))
    })
    socket.on('data', (chunk: string) => {
      for (const [, seq] of chunk.matchAll(/^id: (\d+)/gm)) {
        seen.push({ seq: Number(seq), at: Date.now() })
        resolve(seen)
      }
    })
    socket.on('error', reject)
  })
}

/** Sends one vote; resolves to the commit that its response describes, and to its milliseconds. */
async function vote({ port }: Server, { view }: SurveyRecord): Promise<Seen & { ms: number }> {
  const begun = performance.now()
  const question = view.questions.find(({ kind }) => kind === 'aspects')
  const optionIds = [question?.options[0]?.id, question?.options.at(-1)?.id]
  const answer = await fetch(`http://127.0.0.1:${port}/api/v1/surveys/${view.slug}/ballot`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-forwarded-for': networkNumber(++voters) },
    body: JSON.stringify({ answers: [{ questionId: question?.id, optionIds }] }),
  })
  if (answer.status !== 201) throw new Error(`a ballot was refused with ${answer.status}`)
  const { results } = await answer.json()
  return { seq: results.seq, at: Date.parse(results.at), ms: performance.now() - begun }
}

const at = (sorted: number[], share: number) => sorted[Math.floor(sorted.length * share)] ?? 0

/** Runs the measurement of streams and prints its findings. */
export async function streams(stage: Stage, quick: boolean, say: (line: string) => void) {
  const files = allowOpenFiles(STREAMS + OTHER_FILES)
  const count = Math.min(quick ? QUICK_STREAMS : STREAMS, files - OTHER_FILES)
  if (files < STREAMS + OTHER_FILES)
    say(
      `Only ${count} streams: this system allows ${files} open files (raise it with ulimit -n, or as root).`,
    )
  await build(say)
  const survey = await demo()
  // Each commit must reach readers: with steps most would not.
  const server = await stage.frontDoor([], { AVIS_RESULTS_BATCH: '1' })
  const path = `/api/v1/surveys/${survey.view.slug}/results/stream`
  await vote(server, survey)
  const before = residentMegabytes(server.pid) ?? 0
  say(`Opening ${count} streams…`)
  const open: Seen[][] = []
  const end = Date.now() + OPEN_MS
  while (open.length < count) {
    if (Date.now() > end) throw new Error(`only ${open.length} streams were opened in ${OPEN_MS} ms`)
    const tried = await Promise.allSettled(Array.from({ length: AT_ONCE }, () => follow(server, path)))
    open.push(...tried.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : [])))
    const refused = tried.find((one) => one.status === 'rejected')
    if (!refused) continue
    say(`Only ${open.length} streams: the next was refused (${refused.reason.message}).`)
    break
  }
  await sleep(2_000)
  const resident = residentMegabytes(server.pid) ?? 0
  const commits: Awaited<ReturnType<typeof vote>>[] = []
  say(`${SECONDS} seconds of ${VOTES_PER_SECOND} votes a second…`)
  for (let sent = 0; sent < SECONDS * VOTES_PER_SECOND; sent++) {
    vote(server, survey).then((commit) => commits.push(commit))
    await sleep(1000 / VOTES_PER_SECOND)
  }
  await sleep(3_000)
  const took: number[] = []
  for (const seen of open) {
    let next = 0
    // Several commits share a frame: each has reached the reader with the first frame that is not older.
    for (const commit of commits.sort((a, b) => a.seq - b.seq)) {
      while (next < seen.length && (seen[next] as Seen).seq < commit.seq) next++
      const frame = seen[next]
      if (!frame) throw new Error(`commit ${commit.seq} did not reach a stream`)
      took.push(frame.at - commit.at)
    }
  }
  took.sort((a, b) => a - b)
  await server.stop()
  const voting = commits.map(({ ms }) => ms).sort((a, b) => a - b)
  const found = {
    kilobytes: ((resident - before) * 1024) / open.length,
    p50: at(took, 0.5),
    p95: at(took, 0.95),
    p99: at(took, 0.99),
  }
  const met = found.p95 <= GOALS.p95 && found.kilobytes <= GOALS.kilobytes
  const text = `## Streams

\`npm run bench -- --streams\`: ${open.length.toLocaleString('en')} readers follow one consultation while ${VOTES_PER_SECOND} a second answer it,
for ${SECONDS} seconds, readers and server on this machine. From a commit to a reader (${took.length.toLocaleString('en')} times, of which
none was lost): half within ${found.p50} ms, 95 % within ${found.p95} ms (goal ${GOALS.p95}), 99 % within ${found.p99} ms. A stream costs
${found.kilobytes.toFixed(1)} KB of the server's memory (goal ${GOALS.kilobytes}). A vote meanwhile takes ${at(voting, 0.5).toFixed(0)} ms, 99 % of them at most
${at(voting, 0.99).toFixed(0)} ms. The goals are ${met ? 'met' : '**missed**'}.`
  console.log(`\n${text}`)
  if (!quick && open.length >= count) writeSection('streams', text)
}

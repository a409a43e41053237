import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { build } from '../runtime/build'
import { againstEarlier } from './against-earlier'
import { phone } from './browser'
import { writeSection } from './document-section'
import type { Stage } from './environment'
import { describeMachine } from './machine'
import { memory, page, results, type Size, votes } from './measurements'
import { type Found, report } from './report'
import { demo } from './requests'
import { layTables } from './tables'

const FULL: Size = { seconds: 5, rounds: 3, ballots: [1_000, 5_000_000], memory: 1_000_000 }
const QUICK: Size = { seconds: 2, rounds: 1, ballots: [1_000, 100_000], memory: 20_000 }

const docs = path.join(import.meta.dirname, '..', '..', 'docs')
/** Stores the findings: in docs/performance.md for people, beside it as JSON. */
function write(found: Found) {
  writeSection('speed', report(found))
  writeFileSync(path.join(docs, 'performance.json'), `${JSON.stringify(found, null, 2)}\n`)
}

/** Runs the whole bench; prints a quick one without storing it. */
export async function run(stage: Stage, quick: boolean, say: (line: string) => void) {
  const size = quick ? QUICK : FULL
  await build(say)
  await layTables(stage.url)
  const survey = await demo()
  const machine = await describeMachine(stage)
  const door = await stage.frontDoor()
  say('Ballots, and the references…')
  const voting = await votes(stage, door, survey, size)
  say('Each kind of vote, against the earlier build…')
  const earlier = await againstEarlier(stage, door, survey, size)
  say('The page…')
  const pages = await page(stage, door, survey, size)
  const onPhone = await phone(`http://127.0.0.1:${door.port}/consultations/${survey.view.slug}`)
  say(`Results of ${size.ballots[1].toLocaleString('en')} ballots…`)
  const counted = await results(stage, door, size)
  await door.stop()
  say('Memory…')
  const kept = await memory(stage, survey, size)
  const at = new Date().toISOString().slice(0, 16)
  const found: Found = {
    at,
    machine,
    votes: voting,
    earlier,
    results: counted,
    page: pages,
    memory: kept,
    phone: onPhone,
  }
  console.log(`\n${report(found)}`)
  if (!quick) write(found)
}

import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { StartFailure } from '../postgres/start-failure'
import { build } from '../runtime/build'
import { phone } from './browser'
import { cost, PROBE } from './cost'
import { writeSection } from './document-section'
import type { Stage } from './environment'
import { exporting } from './exporting'
import { busyReason, watchBefore, watchOthers } from './foreign'
import type { Found } from './found'
import { describeMachine } from './machine'
import { memory, wholeStart } from './memory'
import { page, results } from './reads'
import { report } from './report'
import { demo } from './requests'
import { FULL, QUICK } from './size'
import { layTables } from './tables'
import { shapes, votes } from './votes'

const root = path.join(import.meta.dirname, '..', '..')
const docs = path.join(root, 'docs')

/** Stores the findings: in docs/performance.md for people, beside it as JSON. */
function write(found: Found) {
  writeSection('speed', report(found))
  writeFileSync(path.join(docs, 'performance.json'), `${JSON.stringify(found, null, 2)}\n`)
}

/**
 * Runs the whole bench. Prints a quick one without storing it. Throws StartFailure, and stores nothing, when the machine
 * was busy with something else.
 */
export async function run(stage: Stage, quick: boolean, say: (line: string) => void) {
  const size = quick ? QUICK : FULL
  const begun = Date.now()
  const tell = (line: string) => say(`${Math.round((Date.now() - begun) / 1000)} s: ${line}`)
  await build(say)
  await layTables(stage.url)
  const survey = await demo()
  const before = await watchBefore(stage.postgres)
  const busyBefore = busyReason('before', before)
  if (busyBefore && !quick) throw new StartFailure(`Not measured. ${busyBefore}`)
  const earlier = await stage.earlier(say)
  const watch = watchOthers(stage.postgres)
  const machine = await describeMachine(stage)
  const door = await stage.frontDoor()
  const avis = { server: door, survey, url: stage.url, secret: stage.secret }
  tell('ballots, and the references…')
  const voting = await votes(stage, { avis, earlier }, size)
  tell('texts, changes and JSON…')
  const shaped = await shapes(stage, { avis, earlier }, size)
  await earlier?.server.stop()
  tell('the page…')
  const pages = await page(stage, door, survey, size)
  const onPhone = await phone(`http://127.0.0.1:${door.port}/consultations/${survey.view.slug}`)
  tell('votes beside exports…')
  const exports = await exporting(stage, avis, size)
  tell(`results of ${size.ballots[1].toLocaleString('en')} ballots…`)
  const counted = await results(stage, door, size)
  await door.stop()
  tell('where the time goes…')
  const probed = await stage.frontDoor(['--import', PROBE], {}, true)
  const spent = await cost(stage, { ...avis, server: probed }, size)
  await probed.stop()
  tell('memory…')
  const kept = await memory(stage, survey, size)
  const start = await wholeStart(root, size)
  tell('done')
  const found: Found = {
    at: new Date().toISOString().slice(0, 16),
    machine,
    others: { before, during: watch.stop() },
    votes: voting,
    shapes: shaped,
    results: counted,
    page: pages,
    memory: kept,
    start,
    cost: spent,
    exporting: exports,
    phone: onPhone,
  }
  console.log(`\n${report(found)}`)
  const busy = busyBefore ?? busyReason('during', found.others.during)
  if (busy && quick) console.log(`\nNot good enough to be stored. ${busy}`)
  else if (busy) throw new StartFailure(`Not stored. ${busy}`)
  else if (!quick) write(found)
}

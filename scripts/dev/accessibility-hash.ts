import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import axe from 'axe-core'
import { CHECKS } from '../../e2e/fixtures/checks'
import { VIEWS } from '../../e2e/fixtures/checks/viewports'
import { PLACES } from '../../e2e/fixtures/pages'

const root = path.join(import.meta.dirname, '..', '..')

/** Files that determine how every page looks. */
const STYLES = ['app/globals.css']
/** The criteria judged by hand. */
const BY_HAND = 'docs/accessibility/rgaa.json'

/**
 * Returns the hash of everything that a result of the accessibility tests depends on. That is the pages, their states,
 * the views, the checks and the version of axe. It includes the styles of every page and the list kept by hand. A
 * different hash makes a result stale.
 */
export function subjectHash(): string {
  const subject = {
    states: Object.entries(PLACES).map(([route, { as, states }]) => [route, as, ...Object.keys(states)]),
    views: VIEWS,
    checks: CHECKS.filter(({ accessibility }) => accessibility).map(({ name, views, firstState }) => [
      name,
      views,
      firstState,
    ]),
    axe: axe.version,
    files: [...STYLES, BY_HAND].map((file) => readFileSync(path.join(root, file), 'utf8')),
  }
  return createHash('sha256').update(JSON.stringify(subject)).digest('hex')
}

import { Hono } from 'hono'
import { answerProblem } from '../platform/http/problem-response'
import { sheetOf } from './css/style-sheet'
import { findLogo } from './queries/logo'

/** What an address says all of, or names by its content, never changes. */
const FOR_GOOD = 'public, max-age=31536000, immutable'
/** Of a sheet that another version of Avis named: only until every process is of one version. */
const FOR_NOW = 'public, max-age=60'

/** What pages load of a newsroom's appearance: for readers, who have no cookie yet, and never read from a form. */
export const appearanceRoutes = new Hono()

appearanceRoutes.get('/look/:sheet', (c) => {
  const found = sheetOf(c.req.param('sheet'))
  if (!found) return answerProblem(c, { code: 'not_found' })
  c.header('cache-control', found.exact ? FOR_GOOD : FOR_NOW)
  return c.body(found.sheet, 200, { 'content-type': 'text/css; charset=utf-8' })
})

appearanceRoutes.get('/logo/:file', async (c) => {
  const id = /^([0-9a-f]{64})\.png$/.exec(c.req.param('file'))?.[1]
  const png = id && (await findLogo(id))
  if (!png) return answerProblem(c, { code: 'not_found' })
  c.header('cache-control', FOR_GOOD)
  return c.body(png, 200, { 'content-type': 'image/png' })
})

import { Hono } from 'hono'
import { answerProblem } from '../platform/http/problem-response'
import { sheetOf } from './css/style-sheet'
import { findLogo } from './queries/logo'

/** The cache control of an address that contains, or names by hash, its whole content: that never changes. */
const FOR_GOOD = 'public, max-age=31536000, immutable'
/** The cache control of a sheet named by another version of Avis: only until every process runs one version. */
const FOR_NOW = 'public, max-age=60'

/**
 * The routes of what pages load for a newsroom's appearance. They serve readers, who have no cookie yet, and read no
 * form.
 */
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

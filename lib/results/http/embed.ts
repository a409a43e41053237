import { createHash } from 'node:crypto'
import type { Context } from 'hono'
import { Hono } from 'hono'
import { env } from '../../env'
import { ownPagePolicy, VARY } from '../../headers'
import { languageOf } from '../../language'
import { findSurvey } from '../../surveys/queries/public'
import { pushesResults } from '../../surveys/rules/life'
import { findResults } from '../queries/results'
import { footOf } from '../rules/card'
import { EMBED_STYLE, embedGone, embedPage } from '../rules/embed'

/** Shown on pages that many open at once: a copy may be this old. */
const FRESH_SECONDS = 10

const styleHash = createHash('sha256').update(EMBED_STYLE).digest('base64')

/** Nothing but its own looks and its one script, and only in frames of the sites that were allowed to. */
function guard(c: Context) {
  const frames = ["'self'", ...env().AVIS_EMBED_ORIGINS].join(' ')
  c.header('content-security-policy', ownPagePolicy(styleHash, { scripts: "'self'", frames }))
}

/** A publisher's frame of one consultation: no cookie, no framework, no address but ours. */
export const embedRoutes = new Hono()

embedRoutes.get('/embed/:slug', async (c) => {
  guard(c)
  const survey = await findSurvey(c.req.param('slug'))
  if (!survey) {
    c.header('vary', VARY)
    return c.html(embedGone(languageOf((name) => c.req.header(name))), 404)
  }
  const results = pushesResults(survey.view) ? await findResults(survey) : undefined
  c.header('cache-control', `public, max-age=${FRESH_SECONDS}`)
  const foot = results ? footOf(results, survey.view.language) : ''
  return c.html(embedPage({ view: survey.view, results, foot }))
})

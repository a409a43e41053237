import { createHash } from 'node:crypto'
import type { Context } from 'hono'
import { Hono } from 'hono'
import { type Site, site } from '../../appearance/queries/site'
import { ownPagePolicy, VARY } from '../../platform/http/security-headers'
import { env } from '../../platform/runtime/env'
import { contextOf } from '../../readers/request-context'
import { findSurvey } from '../../surveys/queries/public'
import { pushesResults } from '../../surveys/rules/lifecycle'
import { embedGone, embedPage, embedStyle } from '../html/embed'
import { findResults } from '../queries/results'
import { footOf } from '../rules/card'

/** Maximum age of a copy: many clients open the embedding pages at once. */
const FRESH_SECONDS = 10

let styled: { of: Site['accents']; hash: string } | undefined

/** Computes the hash once while the accent stays the same. */
function styleHash(of: Site['accents']): string {
  if (styled?.of !== of || !styled)
    styled = { of, hash: createHash('sha256').update(embedStyle(of)).digest('base64') }
  return styled.hash
}

/** Allows only its own styles and its one script, and only in frames of the permitted sites. */
function guard(c: Context, { accents }: Site) {
  const frames = ["'self'", ...env().AVIS_EMBED_ORIGINS].join(' ')
  c.header('content-security-policy', ownPagePolicy(styleHash(accents), { scripts: "'self'", frames }))
}

/** Routes of a publisher's frame of one consultation: no cookie, no framework, no address but ours. */
export const embedRoutes = new Hono()

embedRoutes.get('/embed/:slug', async (c) => {
  const of = site()
  guard(c, of)
  const survey = await findSurvey(c.req.param('slug'))
  if (!survey) {
    c.header('vary', VARY)
    return c.html(embedGone(contextOf(c).locale, of), 404)
  }
  const results = pushesResults(survey.view) ? await findResults(survey) : undefined
  c.header('cache-control', `public, max-age=${FRESH_SECONDS}`)
  const foot = results ? footOf(results, survey.view.language) : ''
  return c.html(embedPage({ view: survey.view, results, foot, site: of }))
})

import { createRoute, OpenAPIHono } from '@hono/zod-openapi'
import type { Context } from 'hono'
import { problem } from '../platform/http/openapi'
import { answerProblem } from '../platform/http/problem-response'
import { readBody } from '../platform/http/read-body'
import { ownPath } from '../platform/http/safe-path'
import { inLanguage, type Locale, languageOfAddress } from '../platform/i18n/locale'
import { chooseLanguage } from './cookies'
import { languageInput } from './schema'

/** The page of ours that a form was sent from, in `locale` where its address names a language; else the first page. */
function pageOf(c: Context, locale: Locale): string {
  const referer = c.req.header('referer') ?? ''
  if (!URL.canParse(referer)) return '/'
  const { pathname, search } = new URL(referer)
  const path = ownPath(pathname + search)
  if (!path || /^\/(?:api|embed)\//.test(path)) return '/'
  return languageOfAddress(path) ? inLanguage(path, locale) : path
}

export const languageRoutes = new OpenAPIHono()

languageRoutes.openAPIRegistry.registerPath(
  createRoute({
    method: 'post',
    path: '/language',
    summary: 'Choose the language of pages: the form at their foot',
    request: { body: { content: { 'application/x-www-form-urlencoded': { schema: languageInput } } } },
    responses: {
      303: { description: 'Back to the page it was sent from; a cookie keeps the language' },
      422: problem('invalid_request'),
    },
  }),
)
languageRoutes.post('/language', async (c) => {
  const { parsed } = await readBody(c, languageInput, (form) => Object.fromEntries(form))
  if (!parsed.ok) return answerProblem(c, parsed.problem)
  const { langue: locale } = parsed.value
  chooseLanguage(c, locale)
  return c.redirect(pageOf(c, locale), 303)
})

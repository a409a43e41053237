import { OpenAPIHono } from '@hono/zod-openapi'
import type { Context } from 'hono'
import { honoExchange } from '../platform/http/exchange'
import { answerProblem } from '../platform/http/problem-response'
import { addRoute } from '../platform/http/route'
import { ownPath } from '../platform/http/safe-path'
import { inLanguage, type Locale, languageOfAddress } from '../platform/i18n/locale'
import { chooseLanguage } from './cookies'
import { languageInput } from './schema'

/**
 * Returns the page of ours that sent a form, in `locale` where its address names a language. Else it is the first page.
 */
function pageOf(c: Context, locale: Locale): string {
  const referer = c.req.header('referer') ?? ''
  if (!URL.canParse(referer)) return '/'
  const { pathname, search } = new URL(referer)
  const path = ownPath(pathname + search)
  if (!path || /^\/(?:api|embed)\//.test(path)) return '/'
  return languageOfAddress(path) ? inLanguage(path, locale) : path
}

/** The route that stores a reader's choice of language. */
export const languageRoutes = new OpenAPIHono()

addRoute(
  languageRoutes,
  {
    method: 'post',
    path: '/language',
    summary: 'Choose the language of pages: the form at their foot',
    body: { schema: languageInput, form: (form) => Object.fromEntries(form) },
    answers: {
      303: { description: 'Back to the page it was sent from; a cookie keeps the language' },
    },
  },
  async (c, { body }) => {
    const { parsed } = await body()
    if (!parsed.ok) return answerProblem(c, parsed.problem)
    const { langue: locale } = parsed.value
    chooseLanguage(honoExchange(c), locale)
    return c.redirect(pageOf(c, locale), 303)
  },
)

import { OpenAPIHono, z } from '@hono/zod-openapi'
import { honoExchange } from '../../platform/http/exchange'
import { refusal } from '../../platform/http/problem-codes'
import { answerProblem } from '../../platform/http/problem-response'
import { addRoute, goesTo, json } from '../../platform/http/route'
import { grantReader, passTypedReceipt } from '../../readers/cookies'
import { contextOf } from '../../readers/request-context'
import { readReceipt } from '../../readers/rules/typed-receipt'
import { receiptInput } from '../../readers/schema'
import { findByReceipt } from '../queries/ballot'

export const receiptRoutes = new OpenAPIHono()

addRoute(
  receiptRoutes,
  {
    method: 'post',
    path: '/receipts',
    summary: 'Find my ballot by its receipt, on another device',
    body: { schema: receiptInput, form: (form) => Object.fromEntries(form) },
    answers: {
      200: json(
        'Its consultation; a cookie makes this device the one of its reader',
        z.object({ slug: z.string() }),
      ),
      ...goesTo('To what it opened'),
    },
    refuses: ['receipt_unknown'],
  },
  async (c, { body }) => {
    const { fields, parsed } = await body()
    const page = fields.some(([name, value]) => name === 'page' && value === 'verification')
      ? 'verification'
      : 'recu'
    const code = parsed.ok ? readReceipt(parsed.value.code) : undefined
    const found = code && (await findByReceipt(code))
    if (found) {
      grantReader(honoExchange(c), found.surveyId, found.reader)
      return contextOf(c).wantsPage
        ? c.redirect(`/${page}?trouve=${found.slug}`, 303)
        : c.json({ slug: found.slug })
    }
    const { problem } = parsed.ok ? refusal('receipt_unknown') : parsed
    if (!contextOf(c).wantsPage) return answerProblem(c, problem)
    passTypedReceipt(honoExchange(c), page, fields.find(([name]) => name === 'code')?.[1] ?? '')
    return c.redirect(`/${page}?inconnu=1`, 303)
  },
)

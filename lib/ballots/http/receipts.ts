import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi'
import { readBody, wantsPage } from '../../body'
import { refusal } from '../../errors'
import { json, problem } from '../../openapi'
import { answerProblem } from '../../problems'
import { grantReader } from '../../readers/cookies'
import { readReceipt } from '../../readers/rules/receipt'
import { receiptInput } from '../../readers/schema'
import { keepDraft } from '../commands/drafts'
import { findByReceipt } from '../queries'

export const receiptRoutes = new OpenAPIHono()

receiptRoutes.openAPIRegistry.registerPath(
  createRoute({
    method: 'post',
    path: '/receipts',
    summary: 'Find my ballot by its receipt, on another device',
    request: { body: { content: { 'application/json': { schema: receiptInput } } } },
    responses: {
      200: json(
        'Its consultation; a cookie makes this device the one of its reader',
        z.object({ slug: z.string() }),
      ),
      303: { description: 'To the ballot, for a form post of a browser' },
      404: problem('receipt_unknown'),
      422: problem('invalid_request'),
    },
  }),
)
receiptRoutes.post('/receipts', async (c) => {
  const { fields, parsed } = await readBody(c, receiptInput, (form) => Object.fromEntries(form))
  const code = parsed.ok ? readReceipt(parsed.value.code) : undefined
  const found = code && (await findByReceipt(code))
  if (found) {
    grantReader(c, found.surveyId, found.reader)
    return wantsPage(c)
      ? c.redirect(`/consultations/${found.slug}/bulletin`, 303)
      : c.json({ slug: found.slug })
  }
  const { problem } = parsed.ok ? refusal('receipt_unknown') : parsed
  if (!wantsPage(c)) return answerProblem(c, problem)
  const draft = await keepDraft({ fields, code: 'receipt_unknown', problems: [] })
  return c.redirect(`/recu?brouillon=${draft}`, 303)
})

import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi'
import { stringify } from 'csv-stringify/sync'
import { json, problem } from '../../platform/http/openapi'
import { answerProblem } from '../../platform/http/problem-response'
import { languageOf } from '../../platform/i18n/locale'
import { translator } from '../../platform/i18n/messages'
import { statementsOf } from '../queries/statements'
import { transparency } from '../queries/transparency'
import { WHY } from '../rules/dsa-check'
import { DSA_MOST_AT_ONCE } from '../rules/dsa-rules'
import { REASON_CODES } from '../rules/reasons'
import { type TransparencyMonth, transparencyView } from '../rules/transparency'

/** How moderation went, for anybody to check. */
export const transparencyRoutes = new OpenAPIHono()

transparencyRoutes.openAPIRegistry.registerPath(
  createRoute({
    method: 'get',
    path: '/transparency',
    summary: 'Moderation by month, as /transparence shows it',
    responses: { 200: json('Also as /transparency.csv', transparencyView) },
  }),
)
transparencyRoutes.get('/transparency', async (c) => c.json(await transparency()))

const rowOf = ({ appeals, reports, reasons, ...month }: TransparencyMonth) => ({
  ...month,
  ...Object.fromEntries(REASON_CODES.map((code) => [`rejected_${code}`, reasons[code]])),
  ...Object.fromEntries(Object.entries(appeals).map(([name, count]) => [`appeals_${name}`, count])),
  ...Object.fromEntries(Object.entries(reports).map(([name, count]) => [`reports_${name}`, count])),
})

transparencyRoutes.get('/transparency.csv', async (c) => {
  const { months } = await transparency()
  const text = stringify(months.map(rowOf), { header: true, record_delimiter: 'windows' })
  c.header('content-type', 'text/csv; charset=utf-8')
  c.header('content-disposition', 'attachment; filename="avis-transparence.csv"')
  return c.body(text)
})

const statementsQuery = z.object({
  month: z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/),
  after: z
    .string()
    .regex(/^\d{1,18}$/)
    .optional(),
})

/** What the DSA Transparency Database would refuse, and so is not in `statements`, or not whole. */
const leftOut = z.object({
  puid: z.string(),
  attribute: z.string(),
  why: z.enum(WHY),
  whole: z
    .boolean()
    .meta({ description: 'Whether the whole statement is left out, or this attribute of it' }),
  message: z.string(),
})

transparencyRoutes.openAPIRegistry.registerPath(
  createRoute({
    method: 'get',
    path: '/transparency/statements',
    summary: 'Statements of reasons of a month, in the fields of the DSA Transparency Database',
    request: { query: statementsQuery },
    responses: {
      200: json(
        'Without the texts, their authors or who decided',
        z.object({
          statements: z.array(z.record(z.string(), z.unknown())).max(DSA_MOST_AT_ONCE),
          leftOut: z.array(leftOut),
          next: z.string().optional(),
        }),
      ),
      422: problem('invalid_request'),
    },
  }),
)
transparencyRoutes.get('/transparency/statements', async (c) => {
  const query = statementsQuery.safeParse(c.req.query())
  if (!query.success) return answerProblem(c, { code: 'invalid_request' })
  const { leftOut: refused, ...page } = await statementsOf(query.data.month, query.data.after)
  const t = translator(
    languageOf((name) => c.req.header(name)),
    'transparency',
  )
  const told = refused.map((one) => ({
    ...one,
    message: t(one.whole ? 'leftOut.whole' : 'leftOut.part', {
      puid: one.puid,
      attribute: one.attribute,
      why: t(`leftOut.${one.why}`),
    }),
  }))
  return c.json({ ...page, leftOut: told })
})

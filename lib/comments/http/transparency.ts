import { OpenAPIHono, z } from '@hono/zod-openapi'
import { stringify } from 'csv-stringify/sync'
import { answerProblem } from '../../platform/http/problem-response'
import { addRoute, json } from '../../platform/http/route'
import { translator } from '../../platform/i18n/messages'
import { contextOf } from '../../readers/request-context'
import { statementsOf } from '../queries/statements'
import { transparency } from '../queries/transparency'
import { WHY } from '../rules/dsa-check'
import { DSA_MOST_AT_ONCE } from '../rules/dsa-rules'
import { REASON_CODES } from '../rules/reasons'
import { type TransparencyMonth, transparencyView } from '../rules/transparency'

/** Public routes of the moderation statistics. */
export const transparencyRoutes = new OpenAPIHono()

addRoute(
  transparencyRoutes,
  {
    method: 'get',
    path: '/transparency',
    summary: 'Moderation by month, as /transparence shows it',
    answers: { 200: json('Also as /transparency.csv', transparencyView) },
  },
  async (c) => c.json(await transparency()),
)

const rowOf = ({ appeals, reports, reasons, ...month }: TransparencyMonth) => ({
  ...month,
  ...Object.fromEntries(REASON_CODES.map((code) => [`rejected_${code}`, reasons[code]])),
  ...Object.fromEntries(Object.entries(appeals).map(([name, count]) => [`appeals_${name}`, count])),
  ...Object.fromEntries(Object.entries(reports).map(([name, count]) => [`reports_${name}`, count])),
})

addRoute(
  transparencyRoutes,
  {
    method: 'get',
    path: '/transparency.csv',
    summary: 'Moderation by month, as a table',
    answers: {
      200: { description: 'A row for each month', content: { 'text/csv': { schema: z.string() } } },
    },
  },
  async (c) => {
    const { months } = await transparency()
    const text = stringify(months.map(rowOf), { header: true, record_delimiter: 'windows' })
    c.header('content-type', 'text/csv; charset=utf-8')
    c.header('content-disposition', 'attachment; filename="avis-transparence.csv"')
    return c.body(text)
  },
)

const statementsQuery = z.object({
  month: z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/),
  after: z
    .string()
    .regex(/^\d{1,18}$/)
    .optional(),
})

/** What the DSA Transparency Database would refuse, and `statements` therefore omits, wholly or in part. */
const leftOut = z.object({
  puid: z.string(),
  attribute: z.string(),
  why: z.enum(WHY),
  whole: z
    .boolean()
    .meta({ description: 'Whether the whole statement is left out, or this attribute of it' }),
  message: z.string(),
})

addRoute(
  transparencyRoutes,
  {
    method: 'get',
    path: '/transparency/statements',
    summary: 'Statements of reasons of a month, in the fields of the DSA Transparency Database',
    query: statementsQuery,
    answers: {
      200: json(
        'Without the texts, their authors or who decided',
        z.object({
          statements: z.array(z.record(z.string(), z.unknown())).max(DSA_MOST_AT_ONCE),
          leftOut: z.array(leftOut),
          next: z.string().optional(),
        }),
      ),
    },
    refuses: ['invalid_request'],
  },
  async (c, { query }) => {
    const asked = query()
    if (!asked.ok) return answerProblem(c, asked.problem)
    const { leftOut: refused, ...page } = await statementsOf(asked.value.month, asked.value.after)
    const t = translator(contextOf(c).locale, 'transparency')
    const told = refused.map((one) => ({
      ...one,
      message: t(one.whole ? 'leftOut.whole' : 'leftOut.part', {
        puid: one.puid,
        attribute: one.attribute,
        why: t(`leftOut.${one.why}`),
      }),
    }))
    return c.json({ ...page, leftOut: told })
  },
)

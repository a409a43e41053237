import { OpenAPIHono, z } from '@hono/zod-openapi'
import type { Context } from 'hono'
import { honoExchange } from '../../platform/http/exchange'
import { keepDraft } from '../../platform/http/form-drafts'
import type { FieldProblem } from '../../platform/http/problem-codes'
import { answerProblem } from '../../platform/http/problem-response'
import { addRoute, goesTo, json } from '../../platform/http/route'
import { passReportReceipt } from '../../readers/cookies'
import { contextOf } from '../../readers/request-context'
import { readReceipt } from '../../readers/rules/typed-receipt'
import { slugParam } from '../../surveys/http'
import { findSurvey } from '../../surveys/queries/public'
import { showsResults } from '../../surveys/rules/lifecycle'
import { optionView } from '../../surveys/schema'
import { type Reporter, reportComment } from '../commands/reports'
import { surveyOfComment } from '../queries/comment'
import { commentsBySide, publishedComments } from '../queries/public'
import { findReport } from '../queries/report'
import { REPORT_BODY } from '../rules/bodies'
import { publishedComment, reportInput, reportStatus } from '../schema'

/** Public routes to read comments and to report them. */
export const commentRoutes = new OpenAPIHono()

const page = z
  .object({ comments: z.array(publishedComment), next: z.string().optional() })
  .meta({ id: 'Comments' })
const sides = z
  .object({
    sides: z.array(z.object({ options: z.array(optionView), comments: z.array(publishedComment) })),
  })
  .meta({ id: 'CommentsBySide' })
const pageQuery = z.object({
  /** `side`: the same number of each side of the main question. */
  by: z
    .literal('side')
    .optional()
    .catch(undefined)
    .openapi({ type: 'string', enum: ['side'] }),
  /** Only those published before this decision. */
  before: z
    .string()
    .regex(/^\d{1,18}$/)
    .optional(),
})

addRoute(
  commentRoutes,
  {
    method: 'get',
    path: '/surveys/{slug}/comments',
    summary: 'Published comments, newest first, or by side',
    params: slugParam,
    query: pageQuery,
    answers: { 200: json('With ?by=side the sides; without it a page', z.union([page, sides])) },
    refuses: ['results_hidden', 'survey_not_found', 'invalid_request'],
  },
  async (c, { query }) => {
    const survey = await findSurvey(c.req.param('slug'))
    if (!survey) return answerProblem(c, { code: 'survey_not_found' })
    if (!showsResults(survey.view)) return answerProblem(c, { code: 'results_hidden' })
    const asked = query()
    if (!asked.ok) return answerProblem(c, asked.problem)
    const { by, before } = asked.value
    return c.json(by ? { sides: await commentsBySide(survey) } : await publishedComments(survey, before))
  },
)

/** Returns the sender of a report: the reader, if this survey knows them, and their network. */
function reporterOf(c: Context, survey: { id: number; readerKey: Uint8Array }): Reporter {
  const reader = contextOf(c).readerOf(survey)
  const network = contextOf(c).network
  return { ...(reader && { reader }), network }
}

/** Fields that only a notice of illegal content has; for any other reason the form disables them. */
const OF_NOTICES = ['law', 'explanation', 'email']

/**
 * Returns the form's fields. Empty ones were not filled in; a line break is one character, as the browser counted it.
 */
function fieldsOf(form: URLSearchParams) {
  const flag = form.get('reason') !== 'illegal'
  const given = [...form].filter(([name, value]) => value.trim() && !(flag && OF_NOTICES.includes(name)))
  return Object.fromEntries(given.map(([name, value]) => [name, value.trim().replace(/\r\n?/g, '\n')]))
}

/** Returns the problems, each beside its field when the form is shown again. */
const inForm = (problems: FieldProblem[] = []) =>
  problems.map((problem) => ({ ...problem, field: String(problem.path[0]) }))

addRoute(
  commentRoutes,
  {
    method: 'post',
    path: '/comments/{id}/reports',
    summary: 'Report a comment, or notify illegal content',
    params: z.object({ id: z.uuid() }),
    body: { schema: reportInput, form: fieldsOf, limit: REPORT_BODY },
    answers: {
      201: json('Its receipt, shown this once', z.object({ receipt: z.string() })),
      ...goesTo('To where its answer will be'),
    },
    refuses: ['comment_not_found', 'already_reported', 'too_many_reports'],
  },
  async (c, { body }) => {
    const comment = c.req.param('id')
    const survey = z.uuid().safeParse(comment).success ? await surveyOfComment(comment) : undefined
    if (!survey) return answerProblem(c, { code: 'comment_not_found' })
    const { fields, parsed } = await body()
    const reported = parsed.ok ? await reportComment(comment, reporterOf(c, survey), parsed.value) : parsed
    if (!reported.ok) {
      const { code, fields: wrong } = reported.problem
      // The form shows the text, which is no longer public by then.
      if (!contextOf(c).wantsPage || code === 'comment_not_found') return answerProblem(c, reported.problem)
      const draft = await keepDraft({ fields, code, problems: inForm(wrong) }, contextOf(c).network)
      if (!draft) return answerProblem(c, reported.problem)
      return c.redirect(`/signaler/${comment}?brouillon=${draft}`, 303)
    }
    const { receipt } = reported.value
    if (!contextOf(c).wantsPage) return c.json({ receipt }, 201)
    passReportReceipt(honoExchange(c), receipt)
    return c.redirect('/signalements?envoye=1', 303)
  },
)

const code = z.strictObject({ code: z.string().min(1).max(60) }).meta({ id: 'ReportReceiptInput' })

addRoute(
  commentRoutes,
  {
    method: 'post',
    path: '/report-receipts',
    summary: 'What became of my report, by its receipt',
    body: { schema: code, form: (form) => Object.fromEntries(form) },
    answers: { 200: json('Where it stands', reportStatus), ...goesTo('To where its answer is') },
    refuses: ['report_not_found'],
  },
  async (c, { body }) => {
    const { parsed } = await body()
    const typed = parsed.ok ? readReceipt(parsed.value.code) : undefined
    const report = typed && (await findReport(typed))
    if (!contextOf(c).wantsPage) {
      if (report) return c.json(report)
      return answerProblem(c, parsed.ok ? { code: 'report_not_found' } : parsed.problem)
    }
    passReportReceipt(honoExchange(c), parsed.ok ? parsed.value.code : '')
    return c.redirect(report ? '/signalements' : '/signalements?inconnu=1', 303)
  },
)

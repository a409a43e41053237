import { OpenAPIHono, z } from '@hono/zod-openapi'
import type { Context } from 'hono'
import { keepDraft } from '../../platform/http/form-drafts'
import { type Outcome, refusal, success } from '../../platform/http/problem-codes'
import { answerProblem } from '../../platform/http/problem-response'
import { addRoute, goesTo, json, type Refusal } from '../../platform/http/route'
import { contextOf } from '../../readers/request-context'
import { slugParam } from '../../surveys/http'
import { findSurvey } from '../../surveys/queries/public'
import { eraseComment } from '../commands/erase'
import { appeal, type Own, withdrawComment } from '../commands/own'
import { surveyOfComment } from '../queries/comment'
import { ownComments } from '../queries/own'
import { APPEAL_BODY } from '../rules/bodies'
import { appealInput, ownComment } from '../schema'

/** Routes for readers' own comments. Forms post here too, and are redirected to the page of the comments. */
export const ownCommentRoutes = new OpenAPIHono()

/** Returns the comment of the address and the requesting reader. The command checks that it is theirs. */
async function ownOf(c: Context): Promise<Outcome<Own & { slug: string }>> {
  const comment = c.req.param('id') ?? ''
  const survey = z.uuid().safeParse(comment).success ? await surveyOfComment(comment) : undefined
  const reader = survey && contextOf(c).readerOf(survey)
  return survey && reader ? success({ comment, reader, slug: survey.slug }) : refusal('comment_not_found')
}

/** Redirects to the reader's own texts: on the ballot's page, or on the receipts' page if they came from there. */
function back(c: Context, slug: string, told: { fait: string } | { recours: string }) {
  const fromReceipts = c.req.query('de') === 'recu'
  const page = fromReceipts ? '/recu' : `/consultations/${slug}/bulletin`
  const query = new URLSearchParams({ ...(fromReceipts && { trouve: slug }), ...told })
  return c.redirect(`${page}?${query}#textes`, 303)
}

const idParam = z.object({ id: z.uuid() })
const notMine: Refusal = 'comment_not_found: also somebody else’s'
const toMyTexts = goesTo('Back to my texts')

addRoute(
  ownCommentRoutes,
  {
    method: 'get',
    path: '/surveys/{slug}/comments/mine',
    summary: 'My comments, where each stands and why',
    params: slugParam,
    answers: { 200: json('Mine by my cookies; none without', z.object({ comments: z.array(ownComment) })) },
    refuses: ['survey_not_found'],
  },
  async (c) => {
    const survey = await findSurvey(c.req.param('slug'))
    if (!survey) return answerProblem(c, { code: 'survey_not_found' })
    const reader = contextOf(c).readerOf(survey)
    return c.json({ comments: reader ? await ownComments(survey, reader) : [] })
  },
)

const act = (what: string, work: (own: Own) => Promise<Outcome<null>>) => async (c: Context) => {
  const own = await ownOf(c)
  const done = own.ok ? await work(own.value) : own
  if (!own.ok || !done.ok)
    return answerProblem(c, own.ok && !done.ok ? done.problem : refusal('comment_not_found').problem)
  return contextOf(c).wantsPage ? back(c, own.value.slug, { fait: what }) : c.json({})
}

addRoute(
  ownCommentRoutes,
  {
    method: 'post',
    path: '/comments/{id}/withdrawal',
    summary: 'Withdraw my comment',
    params: idParam,
    answers: { 200: json('Withdrawn', z.object({})), ...toMyTexts },
    refuses: [notMine],
  },
  act('retire', withdrawComment),
)

addRoute(
  ownCommentRoutes,
  {
    method: 'post',
    path: '/comments/{id}/erasure',
    summary: 'Erase my comment, every word of it',
    params: idParam,
    answers: { 200: json('Erased', z.object({})), ...toMyTexts },
    refuses: [notMine],
  },
  act('efface', eraseComment),
)

/** A browser counts a line break as one character and sends two: without this, 500 typed would be too many. */
const typedText = (form: URLSearchParams) =>
  Object.fromEntries([...form].map(([name, value]) => [name, value.replace(/\r\n?/g, '\n')]))

addRoute(
  ownCommentRoutes,
  {
    method: 'post',
    path: '/comments/{id}/appeal',
    summary: 'Ask for a second decision about my rejected comment',
    params: idParam,
    body: { schema: appealInput, form: typedText, limit: APPEAL_BODY },
    answers: {
      201: json('When it will be decided at the latest', z.object({ dueAt: z.iso.datetime() })),
      ...toMyTexts,
    },
    refuses: [notMine, 'not_appealable'],
  },
  async (c, { body }) => {
    const own = await ownOf(c)
    if (!own.ok) return answerProblem(c, own.problem)
    const { fields, parsed } = await body()
    const lodged = parsed.ok ? await appeal(own.value, parsed.value.text) : parsed
    if (!lodged.ok) {
      if (!contextOf(c).wantsPage) return answerProblem(c, lodged.problem)
      const kept: [string, string][] = [...fields, ['comment', own.value.comment]]
      const draft = await keepDraft(
        { fields: kept, code: lodged.problem.code, problems: [] },
        contextOf(c).network,
      )
      if (!draft) return answerProblem(c, lodged.problem)
      return back(c, own.value.slug, { recours: draft })
    }
    return contextOf(c).wantsPage
      ? back(c, own.value.slug, { fait: 'recours' })
      : c.json({ dueAt: lodged.value.dueAt.toISOString() }, 201)
  },
)

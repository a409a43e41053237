import { OpenAPIHono, z } from '@hono/zod-openapi'
import type { Context } from 'hono'
import { type Outcome, refusal, success } from '../../platform/http/problem-codes'
import { answerProblem } from '../../platform/http/problem-response'
import { addRoute, json, type Refusal } from '../../platform/http/route'
import { requireRoleHere } from '../../staff/http/gate'
import type { Moderator } from '../../staff/rules/roles'
import { claimComment, muteAuthor, noteReveal } from '../commands/claims'
import { type Decided, decide } from '../commands/decide'
import { undo } from '../commands/undo'
import { findDetail } from '../queries/detail'
import { findLive } from '../queries/live'
import { findQueue } from '../queries/queue'
import { DECISION_BODY, LIST_BODY } from '../rules/bodies'
import { commentDetail, decisionResults, liveView, queuePage, undoResults } from '../rules/desk-views'
import { decisionInput, liveInput, queueQuery, undoInput } from '../schema'

/** The desk's own routes: JSON for a signed-in moderator, and a problem for any other client. */
export const moderationRoutes = new OpenAPIHono()

const asModerator = (c: Context) => requireRoleHere(c, 'moderator')

type About = { moderator: Moderator; comment: string }

/** Returns the requesting moderator and the comment. */
async function aboutComment(c: Context): Promise<Outcome<About>> {
  const moderator = await asModerator(c)
  if (!moderator.ok) return moderator
  const { data: comment } = z.uuid().safeParse(c.req.param('id'))
  return comment ? success({ moderator: moderator.value, comment }) : refusal('comment_not_found')
}

const security: Record<string, string[]>[] = [{ session: [] }]
const refuses: Refusal[] = ['sign_in_required', 'second_factor_required']
const ofOne = {
  security,
  params: z.object({ id: z.uuid() }),
  refuses: [...refuses, 'comment_not_found'] satisfies Refusal[],
}

addRoute(
  moderationRoutes,
  {
    method: 'get',
    path: '/moderation/queue',
    summary: 'A page of a queue of comments',
    security,
    query: queueQuery,
    answers: { 200: json('The page', queuePage) },
    refuses: [...refuses, 'invalid_request'],
  },
  async (c, { query }) => {
    const moderator = await asModerator(c)
    if (!moderator.ok) return answerProblem(c, moderator.problem)
    const asked = query()
    if (!asked.ok) return answerProblem(c, asked.problem)
    return c.json(await findQueue(moderator.value, asked.value))
  },
)

addRoute(
  moderationRoutes,
  {
    method: 'post',
    path: '/moderation/live',
    summary: 'How the comments on a screen stand now, and how many wait in each queue',
    security,
    body: { schema: liveInput, limit: LIST_BODY },
    answers: { 200: json('As it stands', liveView) },
    refuses,
  },
  async (c, { body }) => {
    const moderator = await asModerator(c)
    if (!moderator.ok) return answerProblem(c, moderator.problem)
    const { parsed } = await body()
    if (!parsed.ok) return answerProblem(c, parsed.problem)
    return c.json(await findLive(moderator.value, parsed.value.comments))
  },
)

const resultOf = (comment: string, decided: Decided) =>
  decided.ok
    ? { comment, ok: true, ...decided.value }
    : {
        comment,
        ok: false,
        code: decided.problem.code,
        ...(decided.meanwhile && { meanwhile: decided.meanwhile }),
      }

addRoute(
  moderationRoutes,
  {
    method: 'post',
    path: '/moderation/decisions',
    summary: 'Decide about comments',
    security,
    body: { schema: decisionInput, limit: DECISION_BODY },
    answers: {
      200: json('What became of each; at least one was decided', decisionResults),
      409: json('None was decided', decisionResults),
    },
    refuses,
  },
  async (c, { body }) => {
    const moderator = await asModerator(c)
    if (!moderator.ok) return answerProblem(c, moderator.problem)
    const { parsed } = await body()
    if (!parsed.ok) return answerProblem(c, parsed.problem)
    const { items, ...verdict } = parsed.value
    const results = []
    // Sequential: each is a transaction of its own, and none should wait in vain for a connection.
    for (const item of items)
      results.push(resultOf(item.comment, await decide(moderator.value, item, verdict)))
    return c.json({ results }, results.some(({ ok }) => ok) ? 200 : 409)
  },
)

addRoute(
  moderationRoutes,
  {
    method: 'post',
    path: '/moderation/undo',
    summary: 'Take back decisions of my own',
    security,
    body: { schema: undoInput, limit: LIST_BODY },
    answers: {
      200: json('What became of each; at least one was taken back', undoResults),
      409: json('None was taken back', undoResults),
    },
    refuses,
  },
  async (c, { body }) => {
    const moderator = await asModerator(c)
    if (!moderator.ok) return answerProblem(c, moderator.problem)
    const { parsed } = await body()
    if (!parsed.ok) return answerProblem(c, parsed.problem)
    const results = []
    for (const decision of parsed.value.decisions) {
      const undone = await undo(moderator.value, decision)
      results.push(
        undone.ok
          ? { undone: decision, ok: true, ...undone.value }
          : { undone: decision, ok: false, code: undone.problem.code },
      )
    }
    return c.json({ results }, results.some(({ ok }) => ok) ? 200 : 409)
  },
)

addRoute(
  moderationRoutes,
  {
    ...ofOne,
    method: 'get',
    path: '/moderation/comments/{id}',
    summary: 'One comment with all that is known of it',
    answers: { 200: json('The comment', commentDetail) },
  },
  async (c) => {
    const about = await aboutComment(c)
    const detail = about.ok ? await findDetail(about.value.moderator, about.value.comment) : about
    return detail.ok ? c.json(detail.value) : answerProblem(c, detail.problem)
  },
)

addRoute(
  moderationRoutes,
  {
    ...ofOne,
    method: 'post',
    path: '/moderation/comments/{id}/claim',
    summary: 'Say that I am looking at this comment',
    answers: { 200: json('Who looks at it, if not I', z.object({ claimedBy: z.string().optional() })) },
  },
  async (c) => {
    const about = await aboutComment(c)
    if (!about.ok) return answerProblem(c, about.problem)
    const { moderator, comment } = about.value
    const claimed = await claimComment(moderator, comment)
    if (!claimed.ok) return answerProblem(c, claimed.problem)
    const { staffId, name } = claimed.value
    return c.json(staffId === moderator.id ? {} : { claimedBy: name })
  },
)

addRoute(
  moderationRoutes,
  {
    ...ofOne,
    method: 'post',
    path: '/moderation/comments/{id}/reveal',
    summary: 'Show me who wrote this comment; it is noted that I asked',
    answers: { 200: json('The comment', commentDetail) },
  },
  async (c) => {
    const about = await aboutComment(c)
    if (!about.ok) return answerProblem(c, about.problem)
    const { moderator, comment } = about.value
    const noted = await noteReveal(moderator, comment)
    const detail = noted.ok ? await findDetail(moderator, comment) : noted
    return detail.ok ? c.json(detail.value) : answerProblem(c, detail.problem)
  },
)

const mute = (muted: boolean) => async (c: Context) => {
  const about = await aboutComment(c)
  const done = about.ok ? await muteAuthor(about.value.moderator, about.value.comment, muted) : about
  return done.ok ? c.json(done.value) : answerProblem(c, done.problem)
}
const muteView = z.object({ muted: z.boolean() })

addRoute(
  moderationRoutes,
  {
    ...ofOne,
    method: 'post',
    path: '/moderation/comments/{id}/mute',
    summary: 'Hold back all that this author writes in this consultation',
    answers: { 200: json('Done', muteView) },
  },
  mute(true),
)

addRoute(
  moderationRoutes,
  {
    ...ofOne,
    method: 'delete',
    path: '/moderation/comments/{id}/mute',
    summary: 'No longer hold back what this author writes',
    answers: { 200: json('Done', muteView) },
  },
  mute(false),
)

import { OpenAPIHono } from '@hono/zod-openapi'
import type { Context } from 'hono'
import { z } from 'zod'
import { refusal } from '../../platform/http/problem-codes'
import { answerProblem, fieldProblems } from '../../platform/http/problem-response'
import { readBody } from '../../platform/http/read-body'
import { requireRoleHere } from '../../staff/http/gate'
import type { Moderator } from '../../staff/rules/roles'
import { claimComment, muteAuthor, noteReveal } from '../commands/claims'
import { type Decided, decide } from '../commands/decide'
import { undo } from '../commands/undo'
import { findDetail } from '../queries/detail'
import { findLive } from '../queries/live'
import { findQueue } from '../queries/queue'
import { DECISION_BODY, LIST_BODY } from '../rules/bodies'
import { decisionInput, liveInput, queueQuery, undoInput } from '../schema'

/** The desk's own routes: JSON for a signed-in moderator, and a problem for everybody else. */
export const moderationRoutes = new OpenAPIHono()

type Work = (c: Context, moderator: Moderator) => Promise<Response>

const asModerator = (work: Work) => async (c: Context) => {
  const moderator = await requireRoleHere(c, 'moderator')
  return moderator.ok ? work(c, moderator.value) : answerProblem(c, moderator.problem)
}

const noForm = () => ({})
const isId = (id: string | undefined): id is string => z.uuid().safeParse(id).success

/** The route of one comment: its id is looked at once, here. */
const aboutComment = (work: (c: Context, moderator: Moderator, comment: string) => Promise<Response>) =>
  asModerator((c, moderator) => {
    const id = c.req.param('id')
    return isId(id)
      ? work(c, moderator, id)
      : Promise.resolve(answerProblem(c, { code: 'comment_not_found' }))
  })

moderationRoutes.get(
  '/moderation/queue',
  asModerator(async (c, moderator) => {
    const query = queueQuery.safeParse(c.req.query())
    if (!query.success)
      return answerProblem(c, refusal('invalid_request', fieldProblems(query.error)).problem)
    return c.json(await findQueue(moderator, query.data))
  }),
)

moderationRoutes.post(
  '/moderation/live',
  asModerator(async (c, moderator) => {
    const { parsed } = await readBody(c, liveInput, noForm, LIST_BODY)
    if (!parsed.ok) return answerProblem(c, parsed.problem)
    return c.json(await findLive(moderator, parsed.value.comments))
  }),
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

moderationRoutes.post(
  '/moderation/decisions',
  asModerator(async (c, moderator) => {
    const { parsed } = await readBody(c, decisionInput, noForm, DECISION_BODY)
    if (!parsed.ok) return answerProblem(c, parsed.problem)
    const { items, ...verdict } = parsed.value
    const results = []
    // One after the other: each is a transaction of its own, and none is to wait for a connection in vain.
    for (const item of items) results.push(resultOf(item.comment, await decide(moderator, item, verdict)))
    return c.json({ results }, results.some(({ ok }) => ok) ? 200 : 409)
  }),
)

moderationRoutes.post(
  '/moderation/undo',
  asModerator(async (c, moderator) => {
    const { parsed } = await readBody(c, undoInput, noForm, LIST_BODY)
    if (!parsed.ok) return answerProblem(c, parsed.problem)
    const results = []
    for (const decision of parsed.value.decisions) {
      const undone = await undo(moderator, decision)
      results.push(
        undone.ok
          ? { undone: decision, ok: true, ...undone.value }
          : { undone: decision, ok: false, code: undone.problem.code },
      )
    }
    return c.json({ results }, results.some(({ ok }) => ok) ? 200 : 409)
  }),
)

moderationRoutes.get(
  '/moderation/comments/:id',
  aboutComment(async (c, moderator, comment) => {
    const detail = await findDetail(moderator, comment)
    return detail.ok ? c.json(detail.value) : answerProblem(c, detail.problem)
  }),
)

moderationRoutes.post(
  '/moderation/comments/:id/claim',
  aboutComment(async (c, moderator, comment) => {
    const claimed = await claimComment(moderator, comment)
    if (!claimed.ok) return answerProblem(c, claimed.problem)
    const { staffId, name } = claimed.value
    return c.json(staffId === moderator.id ? {} : { claimedBy: name })
  }),
)

moderationRoutes.post(
  '/moderation/comments/:id/reveal',
  aboutComment(async (c, moderator, comment) => {
    const noted = await noteReveal(moderator, comment)
    const detail = noted.ok ? await findDetail(moderator, comment) : noted
    return detail.ok ? c.json(detail.value) : answerProblem(c, detail.problem)
  }),
)

const mute = (muted: boolean) =>
  aboutComment(async (c, moderator, comment) => {
    const done = await muteAuthor(moderator, comment, muted)
    return done.ok ? c.json(done.value) : answerProblem(c, done.problem)
  })
moderationRoutes.post('/moderation/comments/:id/mute', mute(true))
moderationRoutes.delete('/moderation/comments/:id/mute', mute(false))

import { z } from 'zod'
import { locales } from '../../platform/i18n/locale'
import { RULES } from './finding'
import { queues } from './queues'
import { REASON_CODES } from './reasons'

/** What the moderation desk gets from the API. */

const count = z.int().min(0)
const at = z.iso.datetime()

const finding = z.object({
  rule: z.enum(RULES),
  start: count.optional(),
  end: count.optional(),
  score: z.number().optional(),
  effect: z.enum(['publish', 'hold', 'reject']).optional(),
  reason: z.enum(REASON_CODES).optional(),
  law: z.string().optional(),
  skipped: z.enum(['timeout', 'unreachable', 'bad_answer', 'failed']).optional(),
  groundless: z.literal(true).optional(),
  uncertain: z.literal(true).optional(),
})

const queueItem = z
  .object({
    comment: z.uuid(),
    revision: z.int(),
    /** The decision in force, to be sent back with the next one. */
    seen: z.string(),
    text: z.string(),
    /** The survey's language. */
    language: z.enum(locales),
    /** The text's language. */
    written: z.string(),
    survey: z.object({ slug: z.string(), title: z.string() }),
    prompt: z.string(),
    sentAt: at,
    outcome: z.enum(['held', 'published', 'rejected']),
    rule: z.string().optional(),
    findings: z.array(finding),
    reason: z.string().optional(),
    note: z.string().optional(),
    reports: z.object({ count, weight: z.number(), reasons: z.array(z.string()) }),
    appeal: z.object({ text: z.string(), at, dueAt: at }).optional(),
    claimedBy: z.string().optional(),
  })
  .meta({ id: 'QueueItem' })

export const queuePage = z
  .object({ items: z.array(queueItem), next: z.string().optional() })
  .meta({ id: 'QueuePage' })

export const liveView = z
  .object({
    counts: z.object(
      Object.fromEntries(queues.map((queue) => [queue, count])) as Record<
        (typeof queues)[number],
        typeof count
      >,
    ),
    comments: z.array(
      z.object({
        comment: z.uuid(),
        /** The decision in force by now; absent while the checks run, or when the comment was withdrawn. */
        seen: z.string().optional(),
        outcome: z.string().optional(),
        by: z.string().optional(),
        claimedBy: z.string().optional(),
      }),
    ),
  })
  .meta({ id: 'Live' })

export const commentDetail = z
  .object({
    comment: z.uuid(),
    muted: z.boolean(),
    revisions: z.array(z.object({ number: z.int(), text: z.string(), language: z.string(), at })),
    decisions: z.array(
      z.object({
        decision: z.string(),
        outcome: z.string(),
        by: z.string().optional(),
        rule: z.string().optional(),
        reason: z.string().optional(),
        law: z.string().optional(),
        note: z.string().optional(),
        at,
        undone: z.boolean(),
        undoes: z.boolean(),
      }),
    ),
    reports: z.array(
      z.object({
        reason: z.string(),
        law: z.string().optional(),
        explanation: z.string().optional(),
        weight: z.number(),
        at,
        open: z.boolean(),
      }),
    ),
    others: z.array(
      z.object({
        comment: z.uuid(),
        prompt: z.string(),
        text: z.string(),
        language: z.string(),
        outcome: z.string().optional(),
      }),
    ),
    author: z
      .object({
        pseudonym: z.string(),
        answers: z.array(z.object({ prompt: z.string(), labels: z.array(z.string()) })),
      })
      .optional(),
  })
  .meta({ id: 'CommentDetail' })

const code = z.string().meta({ description: 'As in a Problem' })

/** The outcome for each comment separately: some may fail while others do not. */
export const decisionResults = z
  .object({
    results: z.array(
      z.union([
        z.object({ comment: z.uuid(), ok: z.literal(true), decision: z.string(), outcome: z.string() }),
        z.object({
          comment: z.uuid(),
          ok: z.literal(false),
          code,
          meanwhile: z
            .object({
              outcome: z.string(),
              by: z.string().optional(),
              rule: z.string().optional(),
              reason: z.string().optional(),
              at,
            })
            .optional(),
        }),
      ]),
    ),
  })
  .meta({ id: 'DecisionResults' })

export const undoResults = z
  .object({
    results: z.array(
      z.union([
        z.object({ undone: z.string(), ok: z.literal(true), decision: z.string(), outcome: z.string() }),
        z.object({ undone: z.string(), ok: z.literal(false), code }),
      ]),
    ),
  })
  .meta({ id: 'UndoResults' })

import { z } from 'zod'
import { ballotView } from '../ballots/schema'
import { CHECK_FAILED, RULES } from './rules/finding'
import { queues } from './rules/queues'
import { CHARTER_REASONS, FLAG_REASONS, REASON_CODES } from './rules/reasons'
import { APPEAL_LENGTH } from './rules/transitions'

/** Maximum characters of a moderator's note to the author: a paragraph, not a correspondence. */
export const NOTE_LENGTH = 500
export const LAW_LENGTH = 200
export const EXPLANATION_LENGTH = 2_000
export const EMAIL_LENGTH = 254
/** Items that fill a screen and a page or two of scrolling; the next ones are fetched before they are needed. */
export const QUEUE_PAGE = 50
/** Maximum chosen by hand on one page; nobody could have read more at once. */
export const MAX_AT_ONCE = 100
export const SEARCH_LENGTH = 200
/** Maximum characters, ten pages: readers read nothing longer before writing three lines. */
export const CHARTER_LENGTH = 20_000
/** Maximum lines: every comment is searched for each of them, and people maintain them. */
export const WORDS_MOST = 2_000
export const WORD_LENGTH = 100
export const listKinds = ['banned', 'suspect'] as const
export type ListKind = (typeof listKinds)[number]

const commentId = z.uuid()
const decisionId = z.string().regex(/^\d{1,18}$/)
const day = z.iso.date()

export const queueQuery = z.strictObject({
  queue: z.enum(queues).default('to_see'),
  survey: z.string().max(100).optional(),
  rule: z.enum([...RULES, CHECK_FAILED]).optional(),
  from: day.optional(),
  to: day.optional(),
  q: z.string().trim().max(SEARCH_LENGTH).optional(),
  after: z
    .string()
    .regex(/^[\w.:-]{1,80}$/)
    .optional(),
})
export type { Queue } from './rules/queues'
export type QueueQuery = z.infer<typeof queueQuery>

/** What the moderator saw when deciding: the revision, and the decision in force then. */
export const decisionTarget = z.strictObject({
  comment: commentId,
  revision: z.int().positive(),
  seen: decisionId,
})
export type DecisionTarget = z.infer<typeof decisionTarget>

const decisionItems = z.array(decisionTarget).min(1).max(MAX_AT_ONCE)
const note = z.string().trim().max(NOTE_LENGTH).optional()

/** The decision on each of `items`. A rejection states a reason, and one for illegal content names the law. */
export const decisionInput = z
  .discriminatedUnion('act', [
    z.strictObject({ act: z.enum(['publish', 'escalate']), items: decisionItems, note }),
    z.discriminatedUnion('reason', [
      z.strictObject({
        act: z.literal('reject'),
        items: decisionItems,
        note,
        reason: z.enum(CHARTER_REASONS),
      }),
      z.strictObject({
        act: z.literal('reject'),
        items: decisionItems,
        note,
        reason: z.literal('illegal'),
        law: z.string().default('').pipe(z.string().trim().min(1).max(LAW_LENGTH)),
      }),
    ]),
  ])
  .meta({ id: 'DecisionInput' })

export const undoInput = z
  .strictObject({ decisions: z.array(decisionId).min(1).max(MAX_AT_ONCE) })
  .meta({ id: 'UndoInput' })

export const liveInput = z
  .strictObject({ comments: z.array(commentId).max(2 * QUEUE_PAGE) })
  .meta({ id: 'LiveInput' })

export const appealInput = z
  .strictObject({ text: z.string().trim().min(1).max(APPEAL_LENGTH) })
  .meta({ id: 'AppealInput' })

export const reportInput = z
  .strictObject({
    reason: z.enum([...FLAG_REASONS, 'illegal']),
    law: z.string().trim().max(LAW_LENGTH).optional(),
    explanation: z.string().trim().max(EXPLANATION_LENGTH).optional(),
    email: z.email().max(EMAIL_LENGTH).optional(),
  })
  .refine((input) => input.reason !== 'illegal' || Boolean(input.law && input.explanation), {
    path: ['explanation'],
    error: 'a notice of illegal content names the law and says why',
  })
  .meta({ id: 'ReportInput' })
export type ReportInput = z.infer<typeof reportInput>

/** The language of a text, where it is known to differ from the survey's. */
const language = z
  .string()
  .optional()
  .meta({ description: 'BCP 47; without it, the language of the consultation.', example: 'en' })

/** A public comment. */
export const publishedComment = z
  .object({
    id: z.string(),
    questionId: z.int(),
    text: z.string(),
    language,
    /** When it was published. */
    at: z.iso.datetime(),
    /** The options its author chose in the survey's main question. */
    optionIds: z.array(z.int()),
  })
  .meta({ id: 'Comment' })
export type PublishedComment = z.infer<typeof publishedComment>

export const ownStates = ['received', 'held', 'published', 'rejected', 'withdrawn', 'erased'] as const

/** A comment as its author sees it. */
export const ownComment = z
  .object({
    id: z.string(),
    questionId: z.int(),
    prompt: z.string(),
    revision: z.int(),
    text: z.string(),
    language,
    sentAt: z.iso.datetime(),
    state: z.enum(ownStates),
    /** The reasons of a rejection, which article 17 of the Digital Services Act entitles its author to. */
    statement: z
      .object({
        /** The decision's number, as in the transparency export. */
        decision: z.string(),
        reason: z.enum(REASON_CODES),
        /** The provision that an illegal text breaks. */
        law: z.string().optional(),
        rule: z.string().optional(),
        automated: z.boolean(),
        note: z.string().optional(),
        charterVersion: z.int().optional(),
        at: z.iso.datetime(),
        /** Whether readers could see the text before. */
        wasPublished: z.boolean(),
        /** Whether a person decided, and another one is there who will decide about an appeal. */
        secondPerson: z.boolean(),
      })
      .optional(),
    appeal: z
      .object({
        text: z.string(),
        at: z.iso.datetime(),
        dueAt: z.iso.datetime(),
        /** The decision about it, and whether the person who decided first also made it. */
        answer: z.object({ outcome: z.string(), at: z.iso.datetime(), bySame: z.boolean() }).optional(),
        /** Nothing is left to decide: the text was changed or withdrawn, or the decision no longer holds. */
        moot: z.literal(true).optional(),
      })
      .optional(),
    canAppeal: z.boolean(),
  })
  .meta({ id: 'OwnComment' })
export type OwnComment = z.infer<typeof ownComment>
export type OwnStatement = NonNullable<OwnComment['statement']>

export const erasureInput = z
  .strictObject({ ballot: z.enum(['keep', 'withdraw']) })
  .meta({ id: 'ErasureInput' })

/** All that is kept of one reader in one consultation, for that reader. */
export const readerData = z
  .object({
    at: z.iso.datetime(),
    consultation: z.object({ slug: z.string(), title: z.string() }),
    /** The reader's name in this consultation alone, in hex. */
    reader: z.string(),
    receiptHash: z.string(),
    ballot: ballotView,
    /**
     * What was known of how the first ballot arrived: the kind of page, seconds on ours, a keyed hash of the network.
     */
    arrival: z.object({
      source: z.string().nullable(),
      seconds: z.int().nullable(),
      network: z.string().nullable(),
    }),
    setAside: z.boolean(),
    history: z.array(z.object({ cells: z.array(z.string()), at: z.iso.datetime() })),
    comments: z.array(ownComment),
    revisions: z.array(
      z.object({ comment: z.uuid(), number: z.int(), text: z.string(), at: z.iso.datetime() }),
    ),
    decisions: z.array(
      z.object({
        comment: z.uuid(),
        revision: z.int(),
        outcome: z.string(),
        rule: z.string().nullable(),
        reason: z.string().nullable(),
        law: z.string().nullable(),
        note: z.string().nullable(),
        at: z.iso.datetime(),
      }),
    ),
    /** Their reports on others' texts while this consultation knew them. */
    reports: z.array(
      z.object({
        comment: z.uuid(),
        reason: z.string(),
        law: z.string().nullable(),
        explanation: z.string().nullable(),
        email: z.string().nullable(),
        at: z.iso.datetime(),
      }),
    ),
  })
  .meta({ id: 'ReaderData' })
export type ReaderData = z.infer<typeof readerData>

/** The state of a report, for the holder of its receipt. */
export const reportStatus = z
  .object({
    reason: z.string(),
    at: z.iso.datetime(),
    /** The outcome for the comment; `gone` if its author withdrew or changed it before a decision. */
    state: z.enum(['waiting', 'kept', 'removed', 'gone']),
    answeredAt: z.iso.datetime().optional(),
    slug: z.string(),
  })
  .meta({ id: 'ReportStatus' })
export type ReportStatus = z.infer<typeof reportStatus>

import { z } from 'zod'
import { type BodyLimit, FORM_UNIT_BYTES } from '../platform/http/body-size'
import { MAX_OPTIONS, MAX_QUESTIONS, type SurveyView } from '../surveys/schema'
import { INTEGRITY_RULES } from './rules/integrity/finding'
import { ACTS } from './rules/integrity/state'

/**
 * Maximum characters of a text, about two printed pages. A reader's letter is shorter; anything longer is a document.
 */
export const TEXT_LENGTH = 4_000
/** Bytes of a form beside its answers: tokens and names. */
const FRAME_BYTES = 1024
const FRAME_FIELDS = 8
/** Bytes of a choice in a form or JSON: the numbers of its question and option, with their syntax. */
const CHOICE_BYTES = 32
/** JSON values in an answer: itself, the number of its question, its list and its text. */
const ANSWER_PARTS = 4
const TEXT_BYTES = TEXT_LENGTH * FORM_UNIT_BYTES
/** A page of an earlier version may have had more free questions: room for six full texts in the widest characters. */
const EARLIER_BYTES = 6 * TEXT_BYTES

/**
 * The largest ballot that any survey can need: twenty free questions, answered at full length in the widest characters.
 */
export const BODY_BYTES = FRAME_BYTES + MAX_QUESTIONS * Math.max(TEXT_BYTES, MAX_OPTIONS * CHOICE_BYTES)

/**
 * Returns the maximum size of a ballot in a survey: each text at full length, each option chosen. A page that was
 * opened before the questions changed may have had more of them.
 */
export function ballotLimit({ version, questions }: Pick<SurveyView, 'version' | 'questions'>): BodyLimit {
  let [bytes, parts] = [FRAME_BYTES, FRAME_FIELDS]
  for (const { kind, options } of questions) {
    bytes += options.length * CHOICE_BYTES + (kind === 'open' ? TEXT_BYTES : 0)
    parts += options.length + ANSWER_PARTS
  }
  if (version === 1) return { bytes, parts }
  return {
    bytes: Math.max(bytes, EARLIER_BYTES),
    parts: FRAME_FIELDS + MAX_QUESTIONS * (MAX_OPTIONS + ANSWER_PARTS),
  }
}

const id = z.int().positive()

export const answerInput = z.strictObject({
  questionId: id,
  optionIds: z.array(id).max(MAX_OPTIONS).optional(),
  text: z.string().optional(),
})

export const ballotInput = z
  .strictObject({
    answers: z.array(answerInput).max(MAX_QUESTIONS),
    /** The revision of the reader's ballot that these answers replace; 0 for none. */
    revision: z.int32().min(0).optional(),
    /** The `texts` of that ballot: its texts can change while its revision stays. */
    texts: z.int32().min(0).optional(),
  })
  .meta({ id: 'BallotInput' })

export type BallotInput = z.infer<typeof ballotInput>
export type AnswerInput = z.infer<typeof answerInput>

/** A reader's own ballot as the API returns it to them. */
export const ballotView = z
  .object({
    slug: z.string(),
    withdrawn: z.boolean(),
    /** The number of its revision, and the cells it adds one to: its leaf in the chain is built from these. */
    revision: z.int().positive(),
    cells: z.array(z.string()),
    /** How many revisions its texts have together. */
    texts: z.int().min(0).optional(),
    /** The version of the questions it answers; the survey may ask others by now. */
    version: z.int().positive(),
    castAt: z.iso.datetime(),
    changedAt: z.iso.datetime(),
    /** The options of randomised questions in the order its form showed them. */
    shown: z.array(z.int()).optional(),
    answers: z.array(answerInput),
  })
  .meta({ id: 'Ballot' })

export type BallotView = z.infer<typeof ballotView>

/** Maximum characters of a proof: the solution of a challenge is some 600 characters of JSON. */
const PROOF_LENGTH = 2_000

/** What a client that did the work sends with its ballot: the challenge and its solution as JSON, in base64. */
export const proofPayload = z
  .string()
  .max(PROOF_LENGTH)
  .transform((encoded, context) => {
    try {
      return JSON.parse(Buffer.from(encoded, 'base64').toString())
    } catch {
      context.addIssue({ code: 'custom' })
      return z.NEVER
    }
  })
  .pipe(
    z.object({
      challenge: z.object({
        parameters: z.object({
          algorithm: z.literal('PBKDF2/SHA-256'),
          nonce: z.hex(),
          salt: z.hex(),
          cost: z.int(),
          keyLength: z.int(),
          keyPrefix: z.hex(),
          keySignature: z.hex(),
          expiresAt: z.int(),
          data: z.object({ for: z.string(), most: z.int() }),
        }),
        signature: z.hex(),
      }),
      solution: z.object({ counter: z.int(), derivedKey: z.hex() }),
    }),
  )

const ballotCount = z.int().min(0)

/** What a consultation received, and what does not count. Public, and without anything about a reader. */
export const ledgerView = z
  .object({
    /** Ballots that were not withdrawn. */
    received: ballotCount,
    counted: ballotCount,
    setAside: z.array(
      z.object({
        rule: z.enum(INTEGRITY_RULES),
        ballots: ballotCount,
        /**
         * The effect of setting these aside on the share of each option: in per cent with and without them. Only of
         * questions with enough opinions for shares.
         */
        effect: z.array(
          z.object({
            questionId: z.int(),
            optionId: z.int(),
            before: z.number(),
            after: z.number(),
            points: z.number(),
          }),
        ),
      }),
    ),
  })
  .meta({ id: 'Ledger' })
export type Ledger = z.infer<typeof ledgerView>

/** Maximum characters of a reason: a sentence or two for colleagues. */
export const REASON_LENGTH = 300

/** A staff member's act on a quarantine. */
export const quarantineInput = z.object({
  id: z.coerce.number().int().positive(),
  act: z.enum(ACTS),
  note: z.string().trim().max(REASON_LENGTH).default(''),
})

/** An admin's setting of a rule: for one survey, or for all. */
export const automaticInput = z.object({
  rule: z.enum(INTEGRITY_RULES),
  says: z.enum(['yes', 'no', 'inherit']),
  survey: z.string().max(100).default(''),
})

import { TITLE } from '../../platform/db/title'
import type { Source } from '../../readers/rules/sources'
import { CHANGES_AT_ONCE, SECONDS_PER_CHANGE } from '../rules/change-limit'

/**
 * One ballot on its way to the database. `cells` are separated by spaces; an empty text withdraws it. Bytes are in hex:
 * so they are sent, and a text costs less to make than bytes.
 */
export type CastOrder = {
  surveyId: number
  /** The version of the questions that were answered; 0 where it does not matter. */
  version: number
  reader: string
  cells: string
  texts: readonly { questionId: number; text: string }[]
  receiptHash: string
  /** What the sender knew. If absent, the order replaces any ballot there is. */
  seen?: Seen | undefined
  /** Kept only of a first cast. */
  evidence?: Evidence | undefined
}

/** What the sender of a ballot knew of an earlier one. */
export type Seen = {
  /** The revision that its form was rendered with, 0 for none. A text of a later revision is not withdrawn. */
  revision: number
  /** How many revisions the texts had together; absent where the sender does not know. */
  texts?: number | undefined
  /**
   * Whether it replaces such a text by another. A program that sends a text and no revision does; a form that never saw
   * the text does not.
   */
  replacesTexts: boolean
}

/** What is known of how a ballot arrived, without knowing who sent it. */
export type Evidence = {
  source?: Source | undefined
  /** Seconds between the page and the ballot. */
  seconds?: number | undefined
  /** Keyed hash of the network and the day, in hex. */
  network?: string | undefined
  /** The options of randomised questions in the order shown (lib/surveys/rules/option-order.ts). */
  shown?: number[] | undefined
}

/** Writes hex as PostgreSQL reads bytes. */
const bytes = (hex: string) => `\\x${hex}`

/**
 * Returns a batch as the one text that `cast_ballots` takes: a column of each value, in the order of the ballots. Prisma
 * would serialise every value of an array by itself, and bytes twice.
 */
export function batchOf(orders: CastOrder[], surveyId: number, version: number, alsoOver: boolean): string {
  const texts = orders.flatMap(({ reader, texts }) =>
    texts.map((text) => ({ reader: bytes(reader), ...text })),
  )
  return JSON.stringify({
    title: TITLE,
    survey: surveyId,
    version,
    also_over: alsoOver,
    readers: orders.map(({ reader }) => bytes(reader)),
    hashes: orders.map(({ receiptHash }) => bytes(receiptHash)),
    cells: orders.map(({ cells }) => cells),
    sources: orders.map(({ evidence }) => evidence?.source ?? null),
    seconds: orders.map(({ evidence }) => evidence?.seconds ?? null),
    networks: orders.map(({ evidence }) => (evidence?.network ? bytes(evidence.network) : null)),
    shown: orders.map(({ evidence }) => evidence?.shown?.join(' ') ?? null),
    seen: orders.map(({ seen }) => seen?.revision ?? null),
    seen_texts: orders.map(({ seen }) => seen?.texts ?? null),
    replaces_texts: orders.map(({ seen }) => seen?.replacesTexts ?? true),
    text_readers: texts.map(({ reader }) => reader),
    text_questions: texts.map(({ questionId }) => questionId),
    texts: texts.map(({ text }) => text),
    changes_at_once: CHANGES_AT_ONCE,
    seconds_per_change: SECONDS_PER_CHANGE,
  })
}

import type { Source } from '../../readers/rules/sources'

/** One ballot on its way to the database; an empty list of cells withdraws it. */
export type CastOrder = {
  surveyId: number
  /** The version of the questions that were answered; 0 where it does not matter. */
  version: number
  reader: Uint8Array<ArrayBuffer>
  cells: string[]
  texts: { questionId: number; text: string }[]
  receiptHash: Uint8Array<ArrayBuffer>
  /** What the sender knew. If absent, the order replaces any ballot there is. */
  seen?: Seen
  /** Kept only of a first cast. */
  evidence?: Evidence
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
  source?: Source
  /** Seconds between the page and the ballot. */
  seconds?: number
  /** Keyed hash of the network and the day. */
  network?: Uint8Array<ArrayBuffer>
  /** The options of randomised questions in the order shown (lib/surveys/rules/option-order.ts). */
  shown?: number[]
}

const hex = (bytes: Uint8Array<ArrayBuffer>) =>
  `\\x${Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('hex')}`

/** Returns the orders of a batch as one text: Prisma serialises every value of an array by itself, and bytes twice. */
export const inputOf = (orders: CastOrder[]): string =>
  JSON.stringify(
    orders.map(({ surveyId, version, reader, cells, receiptHash, seen, evidence }, n) => ({
      n,
      survey_id: surveyId,
      version,
      reader: hex(reader),
      cells,
      receipt_hash: hex(receiptHash),
      seen: seen?.revision,
      seen_texts: seen?.texts,
      replaces_texts: seen?.replacesTexts ?? true,
      source: evidence?.source,
      seconds: evidence?.seconds,
      shown: evidence?.shown,
      network: evidence?.network && hex(evidence.network),
    })),
  )

/** Returns their free answers as one text, for the same reason. */
export const textsOf = (orders: CastOrder[]): string =>
  JSON.stringify(
    orders.flatMap(({ surveyId, reader, texts }) =>
      texts.map(({ questionId, text }) => ({
        survey_id: surveyId,
        reader: hex(reader),
        question_id: questionId,
        text,
      })),
    ),
  )

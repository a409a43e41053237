import type { CastOrder } from './statement'

const hex = (bytes: Uint8Array<ArrayBuffer>) =>
  `\\x${Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('hex')}`

/** The orders of a batch as one text: Prisma takes every value of an array apart, and bytes twice. */
export const inputOf = (orders: CastOrder[]): string =>
  JSON.stringify(
    orders.map(({ surveyId, version, reader, cells, receiptHash, evidence }, n) => ({
      n,
      survey_id: surveyId,
      version,
      reader: hex(reader),
      cells,
      receipt_hash: hex(receiptHash),
      source: evidence?.source,
      seconds: evidence?.seconds,
      shown: evidence?.shown,
      network: evidence?.network && hex(evidence.network),
    })),
  )

/** Their free answers, likewise. */
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

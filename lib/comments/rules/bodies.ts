import { type BodyLimit, FORM_UNIT_BYTES, SMALL_BODY } from '../../platform/http/body-size'
import { EMAIL_LENGTH, EXPLANATION_LENGTH, LAW_LENGTH, MAX_AT_ONCE, NOTE_LENGTH } from '../schema'
import { APPEAL_LENGTH } from './transitions'

/** Bytes around the texts of a form: names, a receipt, a token. */
const FRAME_BYTES = 1024
const formOf = (length: number): BodyLimit => ({
  bytes: FRAME_BYTES + length * FORM_UNIT_BYTES,
  parts: SMALL_BODY.parts,
})
export const REPORT_BODY = formOf(LAW_LENGTH + EXPLANATION_LENGTH + EMAIL_LENGTH)
export const APPEAL_BODY = formOf(APPEAL_LENGTH)
/** The size of one comment to decide, as JSON: its id, its revision and the decision that was seen. */
const TARGET = { bytes: 160, parts: 4 }
export const DECISION_BODY: BodyLimit = {
  bytes: FRAME_BYTES + MAX_AT_ONCE * TARGET.bytes + NOTE_LENGTH * FORM_UNIT_BYTES,
  parts: MAX_AT_ONCE * TARGET.parts + SMALL_BODY.parts,
}
/** The limit for a list of comments or of decisions, each named once. */
export const LIST_BODY: BodyLimit = {
  bytes: FRAME_BYTES + MAX_AT_ONCE * TARGET.bytes,
  parts: MAX_AT_ONCE + SMALL_BODY.parts,
}

/** Every expected failure, with its HTTP status. Its sentences are under `problems` in messages/*.json. */
export const PROBLEM_STATUS = {
  malformed_json: 400,
  unknown_format: 400,
  sign_in_required: 401,
  role_required: 403,
  cross_site: 403,
  results_hidden: 403,
  not_found: 404,
  survey_not_found: 404,
  ballot_not_found: 404,
  receipt_unknown: 404,
  comment_not_found: 404,
  report_not_found: 404,
  export_not_found: 404,
  method_not_allowed: 405,
  decided_meanwhile: 409,
  comment_changed: 409,
  comment_withdrawn: 409,
  appeal_needs_another: 409,
  undo_too_late: 409,
  not_appealable: 409,
  already_reported: 409,
  survey_closed: 409,
  survey_changed: 409,
  text_at_stake: 409,
  edited_meanwhile: 409,
  wording_frozen: 409,
  not_a_correction: 409,
  slug_taken: 409,
  not_possible_now: 409,
  reader_key_gone: 409,
  export_not_ready: 409,
  email_taken: 409,
  last_admin: 409,
  second_factor_required: 409,
  link_spent: 410,
  export_gone: 410,
  body_too_large: 413,
  too_many_fields: 413,
  unsupported_media_type: 415,
  invalid_request: 422,
  proof_needed: 429,
  too_many_ballots: 429,
  too_many_changes: 429,
  too_many_citations: 429,
  too_many_reports: 429,
  too_many_exports: 429,
  too_many_streams: 429,
  too_many_tokens: 429,
  too_many_attempts: 429,
  wrong_password: 422,
  wrong_code: 422,
  invalid_ballot: 422,
  invalid_survey: 422,
  address_not_valid: 422,
  address_not_public: 422,
  port_not_allowed: 422,
  page_not_found: 422,
  page_gone: 422,
  page_refused: 422,
  page_unavailable: 422,
  page_not_text: 422,
  page_too_large: 422,
  page_too_slow: 422,
  page_empty: 422,
  page_consent_wall: 422,
  page_robot_wall: 422,
  page_subscription_wall: 422,
  page_too_long: 422,
  parse_too_slow: 422,
  parse_too_large: 422,
  parse_failed: 422,
  feed_not_valid: 422,
  feed_known: 409,
  feed_refused: 422,
  feed_unavailable: 422,
  feed_gone: 422,
  too_many_drafts: 429,
  article_known: 409,
  internal: 500,
  too_many_rows: 422,
  too_many_columns: 422,
  text_too_large: 422,
  disk_full: 507,
  busy: 503,
  analysis_too_slow: 503,
  database_unavailable: 503,
} as const

/** Every fault of one field of a ballot or of a request. */
export const FIELD_CODES = [
  'required',
  'empty_ballot',
  'unknown_question',
  'repeated_question',
  'unknown_option',
  'repeated_option',
  'one_option_only',
  'one_option_per_aspect',
  'abstention_alone',
  'text_not_allowed',
  'options_not_allowed',
  'text_too_long',
  'text_too_many_lines',
  'wrong_type',
  'unknown_field',
  'out_of_range',
  'email_wrong',
  'name_missing',
  'scope_missing',
  'password_short',
  'password_long',
  'password_common',
  'password_is_email',
  'empty',
  'bad_address',
  'bad_date',
  'bad_times',
  'bad_time',
  'time_skipped',
  'time_twice',
  'time_past',
  'no_question',
  'too_few_options',
  'same_option_twice',
  'abstention_twice',
  'abstention_as_judgement',
  'too_few_aspects',
  'too_many_aspects',
  'nothing_to_read',
  'text_consent_wall',
  'text_robot_wall',
  'text_subscription_wall',
  'bad_line',
  'reason_missing_in_line',
  'not_a_choice',
  'too_many_lines',
  'name_unseen',
  'colour_wrong',
  'contrast_low',
  'contrast_low_dark',
  'logo_missing',
  'logo_kind',
  'logo_large',
  'logo_sides',
  'logo_unreadable',
] as const

/** The name of an expected failure. */
export type ProblemCode = keyof typeof PROBLEM_STATUS
/** The name of a field's fault. */
export type FieldCode = (typeof FIELD_CODES)[number]

/** A fault of one field, with the values that its sentence shows. */
export type FieldProblem = {
  code: FieldCode
  /** Where in the input, as in a JSON path: answers, 0, text. */
  path: (string | number)[]
  /** The form field beside which it is shown, when there is one. */
  field?: string
  values?: Record<string, number | string>
}

/** How to retry what was refused for now. */
export type Again = {
  afterSeconds: number
  /** Work that replaces the wait (ALTCHA), and the Idempotency-Key it belongs to where the client sent none. */
  challenge?: object
  idempotencyKey?: string
}

/** An expected failure as an answer reports it. */
export type Problem = { code: ProblemCode; fields?: FieldProblem[]; again?: Again }

/** The result of an operation. An expected failure is a value, so that callers have to handle it. */
export type Outcome<T> = { ok: true; value: T } | { ok: false; problem: Problem }

/** Returns the outcome of an operation that succeeded. */
export const success = <T>(value: T): Outcome<T> => ({ ok: true, value })

/**
 * Limits the faults in one answer: a client that has corrected these sees the rest. No answer is many times as long as
 * its request.
 */
export const MAX_FAULTS = 20

/** Returns the outcome of an operation that failed as expected, with at most `MAX_FAULTS` field problems. */
export const refusal = (code: ProblemCode, fields?: FieldProblem[]): { ok: false; problem: Problem } => ({
  ok: false,
  problem: fields ? { code, fields: fields.slice(0, MAX_FAULTS) } : { code },
})

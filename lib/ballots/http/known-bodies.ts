import { parseBody } from '../../platform/http/read-body'
import type { SurveyRecord } from '../../surveys/queries/public'
import type { SurveyView } from '../../surveys/schema'
import { ATTEMPT_FIELD, FORM_FIELD, WAIT_FIELD } from '../rules/fields'
import { checkAnswers, type VoteBody, voteBody } from './read-vote'

/**
 * Bodies kept for a survey as long as it is cached itself, a second: under load, most readers of that second give one of
 * a few hundred combinations of answers. Beyond `MAX_KNOWN`, and for longer ones, each is read by itself.
 */
const MAX_KNOWN = 5_000
const MAX_LENGTH = 1_000
const known = new WeakMap<SurveyView, Map<string, VoteBody>>()

/** A form as our pages send it: the attempt, then the answers, and no other field of one reader alone. */
const FORM = new RegExp(
  `^${ATTEMPT_FIELD}=([\\w-]{22,200})&((?!.*(?:^|&)(?:${ATTEMPT_FIELD}|${FORM_FIELD}|${WAIT_FIELD})=).*)$`,
)

/** Returns a valid body without texts for later readers who answer the same; undefined for any other. */
function reusable(body: VoteBody): VoteBody | undefined {
  return body.checked?.ok && body.checked.value.every(({ text }) => !text) ? body : undefined
}

/**
 * Parses and checks a vote's body. One that says the same as an earlier body of the same questions, but for its attempt,
 * is only looked up.
 */
export function readKnownBody(survey: SurveyRecord, text: string, form: boolean, parts: number): VoteBody {
  const [, attempt, answers] = (form && text.length <= MAX_LENGTH && FORM.exec(text)) || []
  const key = form ? answers : text
  const bodies = known.get(survey.view) ?? new Map<string, VoteBody>()
  const before = key === undefined ? undefined : bodies.get(key)
  const body = before ?? readBody(survey, key ?? text, form, parts)
  if (!before && key !== undefined && key.length <= MAX_LENGTH && bodies.size < MAX_KNOWN && reusable(body))
    known.set(survey.view, bodies.set(key, body))
  return attempt === undefined ? body : { ...body, fields: [[ATTEMPT_FIELD, attempt], ...body.fields] }
}

function readBody(survey: SurveyRecord, text: string, form: boolean, parts: number): VoteBody {
  const body = parseBody(text, { form, schema: voteBody.schema, readForm: voteBody.form, parts })
  return body.parsed.ok ? { ...body, checked: checkAnswers(survey, body.parsed.value) } : body
}

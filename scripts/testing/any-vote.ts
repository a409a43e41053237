/** Votes from nearly right to nonsense, said without the numbers of one survey: the same vote can be sent to two. */
import fc from 'fast-check'
import type { SurveyRecord } from '../../lib/surveys/queries/public'

/** A question and an option by their places; or anything. */
type Choice = { question: number; option: number | string }
type Field = { choice: Choice } | { text: { question: number; said: string } } | { raw: [string, string] }

export type AnyVote = {
  method: string
  path: 'ballot' | 'ballot/' | 'elsewhere'
  type: string | undefined
  accept: string | undefined
  site: string | undefined
  origin: string | undefined
  /** A reader who comes again, or nobody yet; `forged` has a cookie that we did not sign. */
  reader: number | 'new' | 'forged'
  attempt: number | 'weak' | undefined
  key: number | 'weak' | undefined
  proof: string | undefined
  network: string | undefined
  fields: Field[]
  mark: string
  broken: string | undefined
}

const rarely = <T>(usual: fc.Arbitrary<T>, rare: fc.Arbitrary<T>, weight = 12) =>
  fc.oneof({ weight, arbitrary: usual }, { weight: 1, arbitrary: rare })

const question = rarely(fc.integer({ min: 0, max: 4 }), fc.integer({ min: -3, max: 60 }), 30)
const field: fc.Arbitrary<Field> = fc.oneof(
  {
    weight: 12,
    arbitrary: fc
      .tuple(question, rarely<number | string>(fc.integer({ min: 0, max: 5 }), fc.string({ maxLength: 8 })))
      .map(([question, option]) => ({ choice: { question, option } })),
  },
  {
    weight: 3,
    arbitrary: fc
      .tuple(
        rarely(fc.constant(0), question),
        rarely(
          fc.constantFrom('Bonne idée.', 'Très chère, « trop » chère…', '  ', ''),
          fc.oneof(fc.string({ unit: 'binary', maxLength: 40 }), fc.constant('a'.repeat(4_001))),
        ),
      )
      .map(([question, said]) => ({ text: { question, said } })),
  },
  {
    weight: 1,
    arbitrary: fc
      .constantFrom<[string, string]>(
        ['revision', '1'],
        ['revision', '0'],
        ['revision', 'x'],
        ['texts', '1'],
        ['texts', '-1'],
        ['attente', 'abc'],
        ['form', 'abc'],
        ['unknown', 'y'],
        ['__proto__', '1'],
      )
      .map((raw) => ({ raw })),
  },
)

const FORM = 'application/x-www-form-urlencoded'
const JSON_TYPE = 'application/json'

export const anyVote: fc.Arbitrary<AnyVote> = fc.record({
  method: rarely(fc.constant('POST'), fc.constantFrom('PUT', 'GET', 'DELETE'), 40),
  path: rarely(fc.constant('ballot' as const), fc.constantFrom('ballot/' as const, 'elsewhere' as const), 40),
  type: rarely<string | undefined>(
    fc.constantFrom(FORM, JSON_TYPE, `${FORM};charset=UTF-8`),
    fc.constantFrom(
      undefined,
      'Application/JSON',
      'text/plain',
      'multipart/form-data; boundary=x',
      `${FORM} ;x`,
    ),
    20,
  ),
  accept: rarely<string | undefined>(
    fc.constantFrom('application/json', '*/*'),
    fc.constantFrom(undefined, 'text/html'),
  ),
  site: rarely<string | undefined>(
    fc.constant('same-origin'),
    fc.constantFrom(undefined, 'none', 'cross-site', 'same-site'),
    6,
  ),
  origin: rarely<string | undefined>(
    fc.constant(undefined),
    fc.constantFrom('null', 'https://other.example', 'http://127.0.0.1'),
  ),
  reader: rarely<AnyVote['reader']>(
    fc.oneof(fc.constant('new' as const), fc.integer({ min: 0, max: 5 })),
    fc.constant('forged' as const),
  ),
  attempt: rarely<AnyVote['attempt']>(
    fc.integer({ min: 0, max: 400 }),
    fc.constantFrom('weak' as const, undefined),
    6,
  ),
  key: rarely<AnyVote['key']>(
    fc.constant(undefined),
    fc.oneof(fc.integer({ min: 0, max: 400 }), fc.constant('weak' as const)),
    6,
  ),
  proof: rarely<string | undefined>(fc.constant(undefined), fc.constantFrom('nonsense', 'e30=')),
  network: fc.constantFrom(
    '192.0.2.1',
    '198.51.100.7',
    '2001:db8:1:2::3',
    undefined,
    'nobody',
    '203.0.113.9, 192.0.2.1',
  ),
  fields: fc.array(field, { maxLength: 4 }),
  mark: rarely(fc.constant(''), fc.constant('\ufeff'), 30),
  broken: rarely<string | undefined>(
    fc.constant(undefined),
    fc.constantFrom('{', '[]', '', '%', '\u00ff', 'a=1&'.repeat(400)),
    25,
  ),
})

/** Returns the numbers that stand for a question and an option of `survey`; for a place that it lacks, a constant. */
function numbersOf({ view }: SurveyRecord, { question, option }: Choice) {
  const asked = view.questions[question]
  const chosen = typeof option === 'number' ? (asked?.options[option]?.id ?? 999) : option
  return { questionId: asked?.id ?? 998, chosen }
}

function jsonOf(survey: SurveyRecord, fields: Field[]): string {
  const answers: Record<string, unknown>[] = []
  const more: [string, unknown][] = []
  for (const field of fields) {
    if ('raw' in field)
      more.push([field.raw[0], /^\d+$/.test(field.raw[1]) ? Number(field.raw[1]) : field.raw[1]])
    else if ('text' in field)
      answers.push({
        questionId: numbersOf(survey, { ...field.text, option: 0 }).questionId,
        text: field.text.said,
      })
    else {
      const { questionId, chosen } = numbersOf(survey, field.choice)
      const before = answers.find(
        (answer) => answer.questionId === questionId && Array.isArray(answer.optionIds),
      )
      if (before) (before.optionIds as unknown[]).push(chosen)
      else answers.push({ questionId, optionIds: [chosen] })
    }
  }
  return JSON.stringify({ answers, ...Object.fromEntries(more) })
}

function formOf(survey: SurveyRecord, fields: Field[], attempt: string | undefined): string {
  const form = new URLSearchParams(attempt === undefined ? [] : [['attempt', attempt]])
  for (const field of fields) {
    if ('raw' in field) form.append(...field.raw)
    else if ('text' in field)
      form.append(`t${numbersOf(survey, { ...field.text, option: 0 }).questionId}`, field.text.said)
    else {
      const { questionId, chosen } = numbersOf(survey, field.choice)
      form.append(`q${questionId}`, String(chosen))
    }
  }
  return form.toString()
}

/** Returns the body of a vote in `survey`. */
export function bodyOf(survey: SurveyRecord, vote: AnyVote, attempt: string | undefined): string {
  if (vote.broken !== undefined) return vote.mark + vote.broken
  return (
    vote.mark +
    (vote.type?.toLowerCase().includes('json')
      ? jsonOf(survey, vote.fields)
      : formOf(survey, vote.fields, attempt))
  )
}

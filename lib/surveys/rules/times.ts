import { type FieldCode, type Outcome, refusal, success } from '../../platform/http/problem-codes'
import { localTime, momentsOf } from '../../platform/i18n/newsroom-clock'

const CLOCK = /^(\d{4}-\d{2}-\d{2})T(?:[01]\d|2[0-3]):[0-5]\d$/
/** Clock changes never skip three in the afternoon, so a day that has it exists. */
const IN_THE_DAY = '15:00'

/** Which of two instants is meant where the clock shows the same time twice. */
export const turns = ['first', 'second'] as const

/** Names the field that tells which of two instants the time in field `name` is. */
export const turnField = (name: string) => `${name}.turn`

/**
 * Returns the instant of a date and time typed in Paris (2026-03-14T09:30). The first if it occurs twice, undefined
 * when it is not one.
 */
export const fromParis = (local: string): Date | undefined => momentsOf(local)[0]

/** Formats an instant for a date and time field, on the clock of Paris. */
export const toParis = localTime

/**
 * Reads the date and time that an editor typed in field `name`; an empty field is no time. Refusals, beside the field:
 * `bad_time`; `time_skipped` on the day clocks go forward; `time_twice` when they go back, until `turn` selects one.
 */
export function readTime(local: string, turn: string, name: string): Outcome<Date | undefined> {
  if (!local) return success(undefined)
  const moments = momentsOf(local)
  const [first, second] = moments
  if (first && !second) return success(first)
  if (second && turns.some((one) => one === turn)) return success(turn === 'first' ? first : second)
  return refusal('invalid_survey', [{ code: faultOf(local, moments.length), path: [name], field: name }])
}

function faultOf(local: string, moments: number): FieldCode {
  if (moments) return 'time_twice'
  const [, day] = CLOCK.exec(local) ?? []
  return day && momentsOf(`${day}T${IN_THE_DAY}`).length ? 'time_skipped' : 'bad_time'
}

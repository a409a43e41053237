import { type FieldCode, type Outcome, refusal, success } from '../../platform/http/problem-codes'
import { momentsOf } from '../../platform/i18n/newsroom-clock'
import { OCCURRENCES } from './ambiguous-time'

const CLOCK = /^(\d{4}-\d{2}-\d{2})T(?:[01]\d|2[0-3]):[0-5]\d$/
/** Clock changes never skip three in the afternoon, so a day that has it exists. */
const IN_THE_DAY = '15:00'

/**
 * Reads the date and time of the newsroom that an editor typed in field `name`; an empty field is no time. Refusals, beside the field:
 * `bad_time`; `time_skipped` on the day clocks go forward; `time_twice` when they go back, until
 * `occurrence` selects one.
 */
export function readTime(
  local: string,
  occurrence: string,
  name: string,
  zone?: string,
): Outcome<Date | undefined> {
  if (!local) return success(undefined)
  const moments = momentsOf(local, zone)
  const [first, second] = moments
  if (first && !second) return success(first)
  if (second && OCCURRENCES.some((one) => one === occurrence))
    return success(occurrence === 'first' ? first : second)
  return refusal('invalid_survey', [
    { code: faultOf(local, moments.length, zone), path: [name], field: name },
  ])
}

function faultOf(local: string, moments: number, zone: string | undefined): FieldCode {
  if (moments) return 'time_twice'
  const [, day] = CLOCK.exec(local) ?? []
  return day && momentsOf(`${day}T${IN_THE_DAY}`, zone).length ? 'time_skipped' : 'bad_time'
}

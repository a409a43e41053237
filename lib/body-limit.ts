/** What a body may be: its bytes, and its parts, which are the fields of a form or the values in JSON. */
export type BodyLimit = { bytes: number; parts: number }

/** For a form or an object of a few short fields: every route that names no limit of its own. */
export const SMALL_BODY: BodyLimit = { bytes: 16 * 1024, parts: 32 }
/** As a form sends it, a UTF-16 unit takes up to this many bytes. */
export const FORM_UNIT_BYTES = 9

/** Whether an urlencoded form has more than `most` fields. */
export function hasMoreFields(form: string, most: number): boolean {
  if (form.length <= most) return false
  let count = 1
  for (let at = form.indexOf('&'); at >= 0 && count <= most; at = form.indexOf('&', at + 1)) count++
  return count > most
}

/** Whether JSON that was read from `length` characters holds more than `most` values, at whatever depth. */
export function hasMoreValues(json: unknown, length: number, most: number): boolean {
  // A value and what divides it from the next are two characters.
  if (length <= 2 * most) return false
  const waiting = [json]
  for (let count = 1; waiting.length; ) {
    const value = waiting.pop()
    if (typeof value !== 'object' || value === null) continue
    const inner: unknown[] = Array.isArray(value) ? value : Object.values(value)
    count += inner.length
    if (count > most) return true
    for (const one of inner) waiting.push(one)
  }
  return false
}

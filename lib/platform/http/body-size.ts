/** The limits of a body: its bytes and its parts. Parts are the fields of a form or the values in JSON. */
export type BodyLimit = { bytes: number; parts: number }

/** Limits a form or an object of a few short fields: every route that names no limit of its own. */
export const SMALL_BODY: BodyLimit = { bytes: 16 * 1024, parts: 32 }
/** Upper bound of the bytes that one UTF-16 unit takes in a form. */
export const FORM_UNIT_BYTES = 9

/** Returns whether an urlencoded form has more than `most` fields. */
export function hasMoreFields(form: string, most: number): boolean {
  if (form.length <= most) return false
  let count = 1
  for (let at = form.indexOf('&'); at >= 0 && count <= most; at = form.indexOf('&', at + 1)) count++
  return count > most
}

/**
 * JSON up to this length is read whatever it holds. Most ballots are that short, and a thousand values take no time.
 */
export const SHORT_JSON = 2_000

const [QUOTE, BACKSLASH] = ['"'.charCodeAt(0), '\\'.charCodeAt(0)]
const [LIST, OBJECT, COMMA] = ['['.charCodeAt(0), '{'.charCodeAt(0), ','.charCodeAt(0)]

/**
 * Returns whether long `json` has more than `most` values, at whatever depth. It scans the text, before parsing would
 * take memory.
 */
export function hasMoreValues(json: string, most: number): boolean {
  if (json.length <= SHORT_JSON) return false
  let count = 0
  let quoted = false
  for (let at = 0; at < json.length && count <= most; at++) {
    const code = json.charCodeAt(at)
    if (code === QUOTE) quoted = !quoted
    else if (quoted && code === BACKSLASH) at++
    else if (!quoted && (code === COMMA || code === OBJECT || code === LIST)) count++
  }
  return count > most
}

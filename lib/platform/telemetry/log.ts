import pino, { type Logger } from 'pino'
import { isOfDatabase, sqlState } from '../db/errors'
import { oncePerProcess } from '../runtime/per-process'

/** What a log may know of an error. Of a database error no message: it can quote what a reader wrote. */
function serialise(error: Error & { code?: unknown }) {
  const stack = error.stack?.split('\n').filter((line) => line.trimStart().startsWith('at '))
  return {
    type: error.constructor.name,
    code: error.code,
    sqlState: sqlState(error),
    ...(!isOfDatabase(error) && { message: error.message }),
    stack: stack?.join('\n'),
  }
}

export const serialisers = { err: serialise }

/** JSON lines on standard output. Never give it what a reader wrote, nor anything that names a reader. */
export function log(): Logger {
  return oncePerProcess('log', () =>
    pino({ level: process.env.LOG_LEVEL || 'info', base: undefined, serializers: serialisers }),
  )
}

import pino, { type Logger } from 'pino'
import { isOfDatabase, sqlState } from '../db/errors'
import { oncePerProcess } from '../runtime/per-process'

/** Returns what a log may hold of an error. Leaves out a database error's message: it can quote a reader. */
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

/** Writes JSON lines to standard output. Never give it a reader's words, nor anything that identifies a reader. */
export function log(): Logger {
  return oncePerProcess('log', () =>
    pino({ level: process.env.LOG_LEVEL || 'info', base: undefined, serializers: serialisers }),
  )
}

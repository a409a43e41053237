import pino, { type Logger } from 'pino'
import { isOfDatabase, sqlState } from '../db/errors'
import { oncePerProcess } from '../runtime/per-process'

/** Returns the parts of an error that a log may hold. A database error's message is left out: it can quote a reader. */
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

/** Pino's serialisers, for every logger of ours. */
export const serialisers = { err: serialise }

/**
 * Returns the logger, which writes JSON lines to standard output. Never pass it a reader's text, nor anything that
 * identifies a reader.
 */
export function log(): Logger {
  return oncePerProcess('log', () =>
    pino({ level: process.env.LOG_LEVEL || 'info', base: undefined, serializers: serialisers }),
  )
}

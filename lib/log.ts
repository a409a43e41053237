import pino, { type Logger } from 'pino'
import { sqlState } from './faults'
import { Prisma } from './generated/prisma/client'
import { oncePerProcess } from './process'

/** A database error as its codes: its message and details can quote what a reader wrote. */
function serialise(error: Error) {
  if (!(error instanceof Prisma.PrismaClientKnownRequestError)) return pino.stdSerializers.err(error)
  const stack = error.stack?.split('\n').filter((line) => line.trimStart().startsWith('at '))
  return { type: error.name, code: error.code, sqlState: sqlState(error), stack: stack?.join('\n') }
}

/** JSON lines on standard output. Never give it what a reader wrote, nor anything that names a reader. */
export function log(): Logger {
  return oncePerProcess('log', () =>
    pino({ level: process.env.LOG_LEVEL || 'info', base: undefined, serializers: { err: serialise } }),
  )
}

/** `conflict`: try again; `data`: these values cannot be stored; `away`: no database to talk to. */
export type DatabaseFault = 'conflict' | 'data' | 'away' | 'other'

const CLASSES: Record<string, DatabaseFault> = {
  '08': 'away', // connection exception
  '22': 'data', // data exception
  '23': 'data', // integrity constraint violation
  '25': 'away', // read-only transaction: the old primary after a fail-over
  '40': 'conflict', // serialisation failure, deadlock
  '53': 'away', // out of disk, memory or connections
  '57': 'away', // shut down, cancelled
  '58': 'away', // the server's own input or output failed
}

const NETWORK =
  /ECONNREFUSED|ECONNRESET|ENOTFOUND|EPIPE|ETIMEDOUT|EHOSTUNREACH|[Cc]onnection terminated|timeout exceeded/
/** Prisma's codes for a server that cannot be reached, refuses, or closed the connection. */
const UNREACHABLE = /^P(1001|1002|1008|1017|2024|2037)$/

/** The same in the words of Prisma's adapter, where a statement of our own met it. */
const NO_TALK =
  /^(ConnectionClosed|DatabaseNotReachable|SocketTimeout|TlsConnectionError|TooManyConnections)$/

type Known = {
  name?: string
  code?: string
  message?: string
  meta?: { driverAdapterError?: { cause?: { originalCode?: string; kind?: string } } }
}
// By name and not by class: the front door and Next's bundle each have a Prisma of their own, and share its clients.
const isRefused = (error: unknown) => (error as Known).name === 'PrismaClientKnownRequestError'

/** Whether an error is of Prisma or its driver: its message can quote what a reader wrote. */
export const isOfDatabase = (error: { name?: string }) =>
  /^PrismaClient|^DriverAdapterError$|^error$/.test(error.name ?? '')

const causeOf = (error: unknown) =>
  (isRefused(error) && (error as Known).meta?.driverAdapterError?.cause) || {}

/** The five characters with which PostgreSQL names an error, if this is one of its errors. */
export const sqlState = (error: unknown): string | undefined => causeOf(error).originalCode

/** Returns what kind of error a database call ended in. */
export function databaseFault(error: unknown): DatabaseFault {
  const state = sqlState(error)
  if (state) return CLASSES[state.slice(0, 2)] ?? 'other'
  const { name, code, message } = error as Known
  if (name === 'PrismaClientInitializationError') return 'away'
  if (NO_TALK.test(causeOf(error).kind ?? '')) return 'away'
  return UNREACHABLE.test(code ?? '') || NETWORK.test(`${code} ${message}`) ? 'away' : 'other'
}

/** Returns whether a row was refused because another has its key. By code only: Prisma no longer names the column. */
export const isUniqueViolation = (error: unknown) => isRefused(error) && (error as Known).code === 'P2002'

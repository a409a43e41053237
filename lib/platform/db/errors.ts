/**
 * The kind of a failure. `conflict`: the query can be retried; `data`: these values cannot be stored; `away`: no
 * database answers.
 */
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

/** The same failures as Prisma's adapter names them, for a raw statement of ours. */
const NO_TALK =
  /^(ConnectionClosed|DatabaseNotReachable|SocketTimeout|TlsConnectionError|TooManyConnections)$/

type Known = {
  name?: string
  code?: string
  message?: string
  meta?: { driverAdapterError?: { cause?: { originalCode?: string; kind?: string } } }
}
// By name and not by class. The front door and Next's bundle each load a Prisma of their own, yet share its clients.
const isRefused = (error: unknown) => (error as Known).name === 'PrismaClientKnownRequestError'

/** Returns whether an error comes from Prisma or its driver. The message of such an error can quote a reader's text. */
export const isOfDatabase = (error: { name?: string }) =>
  /^PrismaClient|^DriverAdapterError$|^error$/.test(error.name ?? '')

const causeOf = (error: unknown) =>
  (isRefused(error) && (error as Known).meta?.driverAdapterError?.cause) || {}

/** Returns whether an error is the driver's own for what PostgreSQL refused: of a statement that bypasses Prisma. */
const isOfDriver = ({ name, code }: Known) => name === 'error' && /^[0-9A-Z]{5}$/.test(code ?? '')

/** Returns the five characters with which PostgreSQL names an error; undefined if the error is none of PostgreSQL's. */
export const sqlState = (error: unknown): string | undefined =>
  isOfDriver(error as Known) ? (error as Known).code : causeOf(error).originalCode

/** Returns the kind of failure in which a database call ended. */
export function databaseFault(error: unknown): DatabaseFault {
  const state = sqlState(error)
  if (state) return CLASSES[state.slice(0, 2)] ?? 'other'
  const { name, code, message } = error as Known
  if (name === 'PrismaClientInitializationError') return 'away'
  if (NO_TALK.test(causeOf(error).kind ?? '')) return 'away'
  return UNREACHABLE.test(code ?? '') || NETWORK.test(`${code} ${message}`) ? 'away' : 'other'
}

/**
 * Returns whether a row was refused because another row has its key. It reads only the code: Prisma no longer names the
 * column.
 */
export const isUniqueViolation = (error: unknown) => isRefused(error) && (error as Known).code === 'P2002'

import { format } from 'node:util'
import { isUnreadable } from '../http/page-posts'
import { log } from './log'

type Told = Error & { digest?: string }

/**
 * Routes what libraries print on the console to the log: as a line of the log, and of a database error without
 * its message. What Next says of a page that failed is left out, for it was told of it before (instrumentation.ts). What
 * is wrong with a form that was sent is no error of ours.
 */
export function consoleToLog(): void {
  for (const level of ['error', 'warn'] as const)
    console[level] = (...given: unknown[]) => {
      const error = given.find((one): one is Told => one instanceof Error)
      if (error?.digest) return
      if (error) log()[isUnreadable(error) ? 'warn' : level]({ err: error }, 'said on the console')
      else log()[level](format(...given))
    }
}

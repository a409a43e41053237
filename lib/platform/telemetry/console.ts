import { format } from 'node:util'
import { isUnreadable } from '../http/page-posts'
import { log } from './log'

type Told = Error & { digest?: string }

/**
 * Routes what libraries print on the console to the log, one line each. A database error loses its message. What Next
 * prints about a failed page is dropped, because instrumentation.ts has logged it. A malformed form is logged as a
 * warning: it is no error of ours.
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

import type { Visit } from './browser'
import type { Cost } from './cost'
import type { exporting } from './exporting'
import type { Foreign } from './foreign'
import type { describeMachine } from './machine'
import type { memory, wholeStart } from './memory'
import type { page, results } from './reads'
import type { shapes, votes } from './votes'

/** The findings of a run. */
export type Found = {
  at: string
  machine: Awaited<ReturnType<typeof describeMachine>>
  others: { before: Foreign; during: Foreign }
  votes: Awaited<ReturnType<typeof votes>>
  shapes: Awaited<ReturnType<typeof shapes>>
  results: Awaited<ReturnType<typeof results>>
  page: Awaited<ReturnType<typeof page>>
  memory: Awaited<ReturnType<typeof memory>>
  start: Awaited<ReturnType<typeof wholeStart>>
  cost: Cost
  exporting: Awaited<ReturnType<typeof exporting>>
  /** Undefined on a machine without a browser. */
  phone: Visit | undefined
}

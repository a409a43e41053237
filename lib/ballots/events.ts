import { oncePerProcess } from '../platform/runtime/per-process'

type Listener = (surveyIds: Set<number>) => void

const listeners = () => oncePerProcess('moved', () => new Set<Listener>())

/**
 * Registers `listener`, which is called with the surveys whose tallies moved, after each such commit of this process.
 */
export const onCountsChanged = (listener: Listener) => void listeners().add(listener)

/** Notifies the listeners. To be called after a commit that moves a tally. */
export function announceCountsChanged(surveyIds: Iterable<number>) {
  const moved = new Set(surveyIds)
  for (const listener of listeners()) listener(moved)
}

import { oncePerProcess } from '../platform/runtime/per-process'

type Listener = (surveyIds: Set<number>) => void

const listeners = () => oncePerProcess('moved', () => new Set<Listener>())

/** Has `listener` told which surveys' tallies moved, after each commit of this process that moved one. */
export const onCountsChanged = (listener: Listener) => void listeners().add(listener)

/** For whoever has just committed something that moves a tally. */
export function announceCountsChanged(surveyIds: Iterable<number>) {
  const moved = new Set(surveyIds)
  for (const listener of listeners()) listener(moved)
}

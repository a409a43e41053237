/** What staff can do with a quarantine. */
export const ACTS = ['set_aside', 'dismissed', 'lifted', 'reopened'] as const
export type Act = (typeof ACTS)[number]

export type QuarantineState = 'proposed' | 'set_aside' | 'lifted' | 'dismissed'

type Times = { setAsideAt: Date | null; liftedAt: Date | null; dismissedAt: Date | null }

/** Returns the state of a quarantine, computed from its times. */
export function stateOf({ setAsideAt, liftedAt, dismissedAt }: Times): QuarantineState {
  if (dismissedAt) return 'dismissed'
  if (liftedAt) return 'lifted'
  return setAsideAt ? 'set_aside' : 'proposed'
}

/** The states in which each act is possible. */
const FROM: Record<Act, QuarantineState[]> = {
  set_aside: ['proposed', 'dismissed', 'lifted'],
  dismissed: ['proposed'],
  lifted: ['set_aside'],
  reopened: ['dismissed'],
}

/** Returns whether `act` is possible in `state`. */
export const isPossible = (act: Act, state: QuarantineState) => FROM[act].includes(state)

/** The act that undoes each act. */
export const UNDONE_BY: Record<Act, Act> = {
  set_aside: 'lifted',
  lifted: 'set_aside',
  dismissed: 'reopened',
  reopened: 'dismissed',
}

/** Returns the times after `act`. */
export function timesAfter(act: Act, times: Times, now: Date): Times {
  if (act === 'set_aside') return { setAsideAt: now, liftedAt: null, dismissedAt: null }
  if (act === 'lifted') return { ...times, liftedAt: now }
  return { ...times, dismissedAt: act === 'dismissed' ? now : null }
}

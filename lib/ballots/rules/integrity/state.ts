export const ACTS = ['set_aside', 'dismissed', 'lifted', 'reopened'] as const
export type Act = (typeof ACTS)[number]

export type QuarantineState = 'proposed' | 'set_aside' | 'lifted' | 'dismissed'

type Times = { setAsideAt: Date | null; liftedAt: Date | null; dismissedAt: Date | null }

/** How a quarantine stands, read from its times. */
export function stateOf({ setAsideAt, liftedAt, dismissedAt }: Times): QuarantineState {
  if (dismissedAt) return 'dismissed'
  if (liftedAt) return 'lifted'
  return setAsideAt ? 'set_aside' : 'proposed'
}

/** From which states each act is possible. */
const FROM: Record<Act, QuarantineState[]> = {
  set_aside: ['proposed', 'dismissed', 'lifted'],
  dismissed: ['proposed'],
  lifted: ['set_aside'],
  reopened: ['dismissed'],
}

export const isPossible = (act: Act, state: QuarantineState) => FROM[act].includes(state)

/** The act that takes one back. */
export const UNDONE_BY: Record<Act, Act> = {
  set_aside: 'lifted',
  lifted: 'set_aside',
  dismissed: 'reopened',
  reopened: 'dismissed',
}

/** The times after `act`. */
export function timesAfter(act: Act, times: Times, now: Date): Times {
  if (act === 'set_aside') return { setAsideAt: now, liftedAt: null, dismissedAt: null }
  if (act === 'lifted') return { ...times, liftedAt: now }
  return { ...times, dismissedAt: act === 'dismissed' ? now : null }
}

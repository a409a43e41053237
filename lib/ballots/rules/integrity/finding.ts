import type { Group, Sample } from './sample'

/** Every rule, the surest first: where several find the same ballots, the first names them. */
export const INTEGRITY_RULES = ['token', 'speed', 'timing', 'cadence', 'pattern', 'burst'] as const
export type IntegrityRule = (typeof INTEGRITY_RULES)[number]

/** Which of a group's ballots a rule means, where it is not all of them. */
export type Narrowed = {
  bare?: true
  /** Seconds between page and ballot, both included. */
  seconds?: [from: number, to?: number]
  pattern?: string
}

/** What a rule found, in numbers that its sentence needs. Never an address, and nothing of one ballot. */
export type Facts = Record<string, number>

export type Finding = { rule: IntegrityRule; facts: Facts; narrowed: Narrowed }

/** What a group is compared with. */
export type Compared = {
  /** The ballots of everybody else: of networks with few ballots; for a burst, those outside of it. */
  crowd: Sample
  /** What the group's network sent outside of the burst, and how many ballots came there in all. */
  outside: { own: number; all: number }
  /** How many questions the survey asks. */
  questions: number
}

/** Looks at one group. Nothing else: no clock, no database. */
export type IntegrityCheck = (group: Group, compared: Compared) => Finding | undefined

import type { Group, Sample } from './sample'

/** Every rule, the surest first: where several find the same ballots, the first names them. */
export const INTEGRITY_RULES = ['token', 'speed', 'timing', 'cadence', 'pattern', 'burst'] as const
export type IntegrityRule = (typeof INTEGRITY_RULES)[number]

/** Restricts a finding to some of a group's ballots. */
export type Narrowed = {
  bare?: true
  /** Seconds between page and ballot, both included. */
  seconds?: [from: number, to?: number]
  pattern?: string
}

/** What a rule found, as the numbers of its sentence. Never an address, and nothing about a single ballot. */
export type Facts = Record<string, number>

/** A rule, what it found, and in which of the group's ballots. */
export type Finding = { rule: IntegrityRule; facts: Facts; narrowed: Narrowed }

/** The comparison for a group. */
export type Compared = {
  /** All other ballots: of networks with few ballots; for a burst, those outside it. */
  crowd: Sample
  /** What the group's network sent outside the burst, and how many ballots came there in all. */
  outside: { own: number; all: number }
  /** How many questions the survey asks. */
  questions: number
}

/** Judges one group. A pure function: it reads no clock and no database. */
export type IntegrityCheck = (group: Group, compared: Compared) => Finding | undefined

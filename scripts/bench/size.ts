/** How long and how often each part of a bench is measured. */
export type Size = {
  seconds: number
  rounds: number
  ballots: [few: number, many: number]
  /** Ballots after which the server's memory is read. */
  memory: number
  /** Milliseconds after a start or a load before memory is read. */
  rest: number
  /** Ballots of the consultation that is exported while readers vote. */
  exported: number
}

export const FULL: Size = {
  seconds: 3,
  rounds: 3,
  ballots: [1_000, 5_000_000],
  memory: 200_000,
  rest: 20_000,
  exported: 300_000,
}
export const QUICK: Size = {
  seconds: 2,
  rounds: 1,
  ballots: [1_000, 100_000],
  memory: 20_000,
  rest: 4_000,
  exported: 100_000,
}

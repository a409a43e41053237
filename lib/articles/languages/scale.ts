/** The words of a scale of numbers. */
export interface Scale {
  numbers: Readonly<Record<string, number>>
  /** What is said of a mark or a scale. */
  rates: readonly string[]
  /** The words before the lowest and the highest number. */
  from: readonly string[]
  opensFrom: readonly string[]
  to: readonly string[]
  between: readonly string[]
  /** The word before a highest number alone: «sur 5». */
  of: readonly string[]
  /** What is counted after a number that is no mark. */
  units: readonly string[]
  stars: readonly string[]
}

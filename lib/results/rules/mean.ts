/** Returns the mean step of a scale whose first option is step 1; undefined when nobody answered. */
export function meanOf(counts: number[]): number | undefined {
  const total = counts.reduce((sum, count) => sum + count, 0)
  if (total === 0) return undefined
  return counts.reduce((sum, count, index) => sum + count * (index + 1), 0) / total
}

/** Of fewer answers than this a share says more about one reader than about readers: counts alone are shown. */
export const FEWEST_FOR_SHARES = 20

/**
 * Whole per cents that add to 100: each count gets its floor, and the points left over go to the largest
 * remainders (Hare–Niemeyer), ties to the larger count and then to the option asked first. All are 0 when
 * nothing was counted.
 */
export function sharesOf(counts: number[]): number[] {
  const total = counts.reduce((sum, count) => sum + count, 0)
  if (total === 0) return counts.map(() => 0)
  const exact = counts.map((count) => (count * 100) / total)
  const shares = exact.map(Math.floor)
  const left = 100 - shares.reduce((sum, share) => sum + share, 0)
  // Remainders are compared as integers: as fractions, equal ones could differ in the last bit.
  const remainder = (index: number) => ((counts[index] as number) * 100) % total
  const order = counts
    .map((_, index) => index)
    .sort((a, b) => remainder(b) - remainder(a) || (counts[b] as number) - (counts[a] as number) || a - b)
  for (const index of order.slice(0, left)) shares[index] = (shares[index] as number) + 1
  return shares
}

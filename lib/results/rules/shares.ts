import { MIN_FOR_SHARES } from '../../surveys/rules/figures'

/** Words a share: `shareValue` of the «results» part of the catalogue, on a page or off it. */
export type ShareWords = (
  key: 'shareValue',
  values: { side: 'under' | 'over' | 'whole'; share: number },
) => string

/** A part of a whole. Every page, picture and file words it by `label` and draws it by `exact`. */
export class Share {
  private readonly count: number
  private readonly base: number

  private constructor(count: number, base: number) {
    this.count = count
    this.base = base
  }

  /** Returns `count` of `base`. Undefined where `base` is below `fewest`, and where `count` is more than `base`. */
  static of(count: number, base: number, fewest = MIN_FOR_SHARES): Share | undefined {
    return base < Math.max(fewest, 1) || count > base ? undefined : new Share(count, base)
  }

  /** Returns unrounded per cents, for lengths. */
  get exact(): number {
    return (this.count * 100) / this.base
  }

  /**
   * Returns per cents in words, whole or with `digits` after the comma. Each share is rounded by itself, halves up. «0
   * %» is used only for nobody and «100 %» only for all. What would be rounded to them is «moins de 1 %» or «plus de 99
   * %», or with one digit «moins de 0,1 %» and so on.
   */
  label(words: ShareWords, digits = 0): string {
    const units = 10 ** digits
    const share = Math.round(this.exact * units) / units
    if (share === 0 && this.count > 0) return words('shareValue', { side: 'under', share: 1 / units })
    if (share === 100 && this.count < this.base)
      return words('shareValue', { side: 'over', share: (100 * units - 1) / units })
    return words('shareValue', { side: 'whole', share })
  }
}

/** Returns the share of each count in their sum; undefined ones where the sum is too small. */
export function sharesOf(counts: number[]): (Share | undefined)[] {
  const total = counts.reduce((sum, count) => sum + count, 0)
  return counts.map((count) => Share.of(count, total))
}

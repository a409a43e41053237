import { forgetOnce } from '../../lib/platform/runtime/per-process'

/** Runs `work` as in a newsroom of `zone`. */
export async function inZone<T>(zone: string, work: () => T): Promise<Awaited<T>> {
  const before = process.env.AVIS_TIME_ZONE
  const use = (name: string | undefined) => {
    if (name === undefined) delete process.env.AVIS_TIME_ZONE
    else process.env.AVIS_TIME_ZONE = name
    forgetOnce('zone')
    for (const year of [0, 1, 2]) forgetOnce(`months-${new Date().getUTCFullYear() + year}`)
  }
  use(zone)
  try {
    return await work()
  } finally {
    use(before)
  }
}

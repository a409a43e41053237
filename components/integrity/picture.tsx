import { useTranslations } from 'next-intl'
import { useFormat } from '@/components/ui/use-format'
import type { QuarantineView } from '@/lib/ballots/queries/quarantines'

const HEIGHT = 96
const BAR = 10
const GAP = 2

/** Renders ballots over time around a finding: all of them, and the found ones in colour. */
export function Picture({
  picture: { from, seconds, all, found },
  size,
}: Pick<QuarantineView, 'picture' | 'size'>) {
  const t = useTranslations('integrity')
  const format = useFormat()
  const most = Math.max(...all, 1)
  const at = (bar: number) =>
    format.dateTime(new Date(Date.parse(from) + bar * seconds * 1000), {
      dateStyle: 'short',
      timeStyle: 'short',
    })
  const height = (count: number) => (count * HEIGHT) / most
  const bars = all.map((count, bar) => ({ bar, count, found: found[bar] ?? 0 }))
  return (
    <figure className="mt-4">
      <svg
        role="img"
        aria-label={t('picture', { from: at(0), to: at(all.length), most, size })}
        viewBox={`0 0 ${all.length * BAR} ${HEIGHT}`}
        preserveAspectRatio="none"
        className="block h-24 w-full border-rule border-b"
      >
        {bars.map(({ bar, count, found: of }) => (
          <g key={bar}>
            <rect
              x={bar * BAR}
              width={BAR - GAP}
              y={HEIGHT - height(count)}
              height={height(count)}
              className="fill-field"
            />
            <rect
              x={bar * BAR}
              width={BAR - GAP}
              y={HEIGHT - height(of)}
              height={height(of)}
              className="fill-accent"
            />
          </g>
        ))}
      </svg>
      <figcaption className="mt-1 flex flex-wrap justify-between gap-x-4 font-sans text-muted text-sm">
        <span>{at(0)}</span>
        <span>
          <span aria-hidden="true" className="mr-1 inline-block size-2.5 bg-accent" />
          {t('found')}
          <span aria-hidden="true" className="mr-1 ml-4 inline-block size-2.5 bg-field" />
          {t('others')}
        </span>
        <span>{at(all.length)}</span>
      </figcaption>
    </figure>
  )
}

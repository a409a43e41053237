import { bars } from '@/lib/results/charts/bars'
import { type Reach, rateOf, totalReach } from '@/lib/results/rules/reach'
import { figure, type Picture, type Words } from './picture'

const STAGES = ['seen', 'started', 'answered'] as const

/** Returns how many saw the questions, began to answer, and answered; by where they came from. */
export function reachPicture(words: Words, reach: Reach[]): Picture {
  const { t } = words
  const all = totalReach(reach)
  const cells = (row: typeof all) =>
    STAGES.map((stage) =>
      figure(words, row[stage], stage === 'seen' ? undefined : rateOf(row[stage], row.seen)),
    )
  const total = cells(all)
  return {
    name: 'parcours',
    title: t('reach.title'),
    base: t('reach.base', { count: all.seen }),
    description: t('reach.description'),
    draw: (look) =>
      bars(look, [
        {
          bars: STAGES.map((stage, index) => ({
            label: t(`reach.${stage}`),
            value: all[stage],
            text: total[index] ?? '',
            title: t('labelled', { label: t(`reach.${stage}`), value: total[index] ?? '' }),
          })),
        },
      ]),
    table: {
      columns: [t('source'), ...STAGES.map((stage) => t(`reach.${stage}`))],
      rows: reach.map((row) => [sourceName(words, row.source), ...cells(row)]),
      foot: [t('total'), ...total],
    },
    shares: rateOf(all.answered, all.seen) !== undefined,
  }
}

/** Names a class of referring pages in words. */
export const sourceName = ({ t }: Words, source: string) => t(`sources.${source as 'none'}`)

import { useFormatter, useTranslations } from 'next-intl'
import { Words } from '@/components/article/words'
import type { Locale } from '@/lib/language'
import { FEWEST_FOR_SHARES, sharesOf } from '@/lib/results/rules/shares'
import type { QuestionResults } from '@/lib/results/schema'
import { aspectsOf } from '@/lib/surveys/rules/aspects'
import type { QuestionView } from '@/lib/surveys/schema'
import { capitalise } from '@/lib/typography'

type JointFiguresProps = {
  question: QuestionView
  joint: NonNullable<QuestionResults['joint']>
  language: Locale
}

/** How the judgements go together, of those who gave all of them: both, only one, neither. */
export function JointFigures({ question, joint, language }: JointFiguresProps) {
  const t = useTranslations('results')
  const format = useFormatter()
  const aspects = aspectsOf(question)
  const total = joint.reduce((sum, cell) => sum + cell.count, 0)
  const shares = total < FEWEST_FOR_SHARES ? undefined : sharesOf(joint.map((cell) => cell.count))

  const nameOf = (optionIds: number[]) => {
    const granted = aspects.filter((aspect) =>
      aspect.options.some((option) => option.stance === 'yes' && optionIds.includes(option.id)),
    )
    if (granted.length === aspects.length) return t(aspects.length === 2 ? 'both' : 'all')
    if (granted.length === 0) return t(aspects.length === 2 ? 'neither' : 'none')
    const names = capitalise(format.list(granted.map((aspect) => aspect.name)))
    return t.rich('only', { aspects: () => <Words of={language}>{names}</Words> })
  }

  return (
    <section className="mt-7" aria-labelledby={`joint-${question.id}`}>
      <h4 id={`joint-${question.id}`} className="font-semibold text-lg">
        {t('joint')}
      </h4>
      <p className="font-sans text-muted text-sm">{t('jointBase', { count: total })}</p>
      <dl className="mt-3 grid grid-cols-2 border-rule border-t border-l font-sans">
        {joint.map((cell, index) => (
          <div key={cell.optionIds.join()} className="flex flex-col border-rule border-r border-b px-4 py-3">
            <dt>{nameOf(cell.optionIds)}</dt>
            <dd className="mt-auto">
              {shares ? (
                <>
                  <span className="font-semibold text-2xl tabular-nums">
                    {t('shareValue', { share: shares[index] ?? 0 })}
                  </span>{' '}
                  <span className="text-muted text-sm tabular-nums">({format.number(cell.count)})</span>
                </>
              ) : (
                <span className="font-semibold text-2xl tabular-nums">{format.number(cell.count)}</span>
              )}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  )
}

import { useTranslations } from 'next-intl'
import { Words } from '@/components/article/words'
import { Bar } from '@/components/ui/bar'
import { useFormat } from '@/components/ui/use-format'
import type { Locale } from '@/lib/platform/i18n/locale'
import { capitalise } from '@/lib/platform/i18n/typography'
import { type Share, sharesOf } from '@/lib/results/rules/shares'
import type { QuestionResults } from '@/lib/results/schema'
import { type Aspect, aspectsOf, optionName } from '@/lib/surveys/rules/aspects'
import type { QuestionView } from '@/lib/surveys/schema'

type JointFiguresProps = {
  question: QuestionView
  joint: NonNullable<QuestionResults['joint']>
  language: Locale
}
type Combination = { optionIds: number[]; name: React.ReactNode; count: number; share: Share | undefined }

/**
 * Renders how the judgements combine, of those who gave all of them. Two form a square with one judgement a side, more
 * a list of what was granted.
 */
export function JointFigures({ question, joint, language }: JointFiguresProps) {
  const t = useTranslations('results')
  const nameOf = useNames(question, language)
  const total = joint.reduce((sum, { count }) => sum + count, 0)
  const shares = sharesOf(joint.map(({ count }) => count))
  const combinations = joint.map(({ optionIds, count }, index) => ({
    optionIds,
    name: nameOf(optionIds),
    count,
    share: shares[index],
  }))
  const aspects = aspectsOf(question)
  const [down, across, ...others] = aspects
  return (
    <section className="mt-7" aria-labelledby={`joint-${question.id}`}>
      <h4 id={`joint-${question.id}`} className="font-semibold text-lg">
        {t('joint')}
      </h4>
      <p className="font-sans text-muted text-sm">
        {t('jointBase', { count: total, aspects: aspects.length })}
      </p>
      {total > 0 &&
        (down && across && others.length === 0 ? (
          <Square {...{ down, across, combinations, language }} labelledBy={`joint-${question.id}`} />
        ) : (
          <dl className="mt-3 grid grid-cols-2 border-rule border-t border-l font-sans">
            {combinations.map(({ optionIds, name, ...figures }) => (
              <div key={optionIds.join()} className="flex flex-col border-rule border-r border-b px-4 py-3">
                <dt>{name}</dt>
                <dd className="mt-auto">
                  <Figure {...figures} />
                </dd>
              </div>
            ))}
          </dl>
        ))}
    </section>
  )
}

function useNames(question: QuestionView, language: Locale) {
  const t = useTranslations('results')
  const format = useFormat()
  const aspects = aspectsOf(question)
  return (optionIds: number[]) => {
    const granted = aspects.filter((aspect) =>
      aspect.options.some((option) => option.stance === 'yes' && optionIds.includes(option.id)),
    )
    if (granted.length === aspects.length) return t(aspects.length === 2 ? 'both' : 'all')
    if (granted.length === 0) return t(aspects.length === 2 ? 'neither' : 'none')
    const names = capitalise(format.list(granted.map((aspect) => aspect.name)))
    return t.rich('only', { aspects: () => <Words of={language}>{names}</Words> })
  }
}

type SquareProps = {
  down: Aspect
  across: Aspect
  combinations: Combination[]
  language: Locale
  labelledBy: string
}

/** Renders two judgements as a table, one on each side: each row or column is one answer. */
function Square({ down, across, combinations, language, labelledBy }: SquareProps) {
  const sidesOf = ({ options }: Aspect) => options.filter(({ stance }) => stance !== 'abstain')
  const of = (...ids: number[]) =>
    combinations.find(({ optionIds }) => ids.every((id) => optionIds.includes(id)))
  return (
    <table aria-labelledby={labelledBy} className="mt-3 w-full table-fixed border-collapse font-sans">
      <thead>
        <tr>
          <td className="w-[22%]" />
          {sidesOf(across).map((option) => (
            <th
              key={option.id}
              scope="col"
              className="p-2 text-left align-bottom font-normal text-muted text-sm"
            >
              <Words of={language}>{optionName(option, language)}</Words>
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {sidesOf(down).map((option) => (
          <tr key={option.id}>
            <th scope="row" className="py-3 pr-2 text-left align-top font-normal text-muted text-sm">
              <Words of={language}>{optionName(option, language)}</Words>
            </th>
            {sidesOf(across).map(({ id }) => {
              const combination = of(option.id, id)
              return (
                <td key={id} className="border border-rule px-3 py-3 align-top">
                  {combination && (
                    <>
                      <span className="block leading-snug">{combination.name}</span>
                      <Figure count={combination.count} share={combination.share} />
                      {combination.share !== undefined && <Bar share={combination.share} />}
                    </>
                  )}
                </td>
              )
            })}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Figure({ count, share }: Pick<Combination, 'count' | 'share'>) {
  const t = useTranslations('results')
  const format = useFormat()
  const number = format.number(count)
  return (
    <>
      <span className="font-semibold text-2xl tabular-nums">
        {share === undefined ? number : share.label(t)}
      </span>
      {share !== undefined && <span className="text-muted text-sm tabular-nums"> ({number})</span>}
    </>
  )
}

import { useFormatter, useTranslations } from 'next-intl'
import { meanOf } from '@/lib/results/rules/mean'
import { FEWEST_FOR_SHARES, sharesOf } from '@/lib/results/rules/shares'
import type { QuestionResults } from '@/lib/results/schema'
import { aspectsOf } from '@/lib/surveys/rules/aspects'
import type { OptionView, QuestionView } from '@/lib/surveys/schema'
import { capitalise, typeset } from '@/lib/typography'
import { Figures, type Row } from './figures'
import { JointFigures } from './joint-figures'

type QuestionFiguresProps = { question: QuestionView; figures: QuestionResults }

const countIn = (figures: QuestionResults, option: OptionView) =>
  figures.options.find((entry) => entry.id === option.id)?.count ?? 0

/** The results of one question, in the form its kind asks for. */
export function QuestionFigures({ question, figures }: QuestionFiguresProps) {
  const t = useTranslations('results')
  if (question.kind === 'open') {
    return <p className="font-sans text-muted">{t('commentsWaiting', { count: figures.answered })}</p>
  }
  if (question.kind === 'multiple') return <MultipleFigures question={question} figures={figures} />
  if (question.kind === 'aspects') {
    return (
      <>
        {aspectsOf(question).map((aspect) => (
          <Judged
            key={aspect.name}
            caption={typeset(capitalise(aspect.name))}
            options={aspect.options}
            figures={figures}
          />
        ))}
        {figures.joint && <JointFigures question={question} joint={figures.joint} />}
      </>
    )
  }
  return (
    <>
      <Judged caption={question.prompt} hidden options={question.options} figures={figures} />
      {question.kind === 'scale' && <Mean question={question} figures={figures} />}
    </>
  )
}

type JudgedProps = { caption: string; hidden?: boolean; options: OptionView[]; figures: QuestionResults }

/** Shares of those who gave an opinion; «sans avis» is counted apart and takes nothing from them. */
function Judged({ caption, hidden, options, figures }: JudgedProps) {
  const t = useTranslations('results')
  const judged = options.filter((option) => option.stance !== 'abstain')
  const abstain = options.find((option) => option.stance === 'abstain')
  const counts = judged.map((option) => countIn(figures, option))
  const expressed = counts.reduce((sum, count) => sum + count, 0)
  const shares = expressed < FEWEST_FOR_SHARES ? [] : sharesOf(counts)
  const rows = judged.map(
    (option, index): Row => ({
      key: String(option.id),
      label: typeset(option.label),
      count: counts[index] ?? 0,
      share: shares[index],
    }),
  )
  return (
    <div className="mt-5 first:mt-0">
      <Figures
        caption={caption}
        captionHidden={hidden}
        base={t(abstain ? 'expressed' : 'answered', { count: expressed })}
        rows={rows}
      />
      {abstain && (
        <p className="mt-2 font-sans text-muted text-sm">
          {t('abstained', { count: countIn(figures, abstain) })}
        </p>
      )}
    </div>
  )
}

/** Each option's share of those who answered: the shares overlap, and the text says so. */
function MultipleFigures({ question, figures }: QuestionFiguresProps) {
  const t = useTranslations('results')
  const rows = question.options.map((option): Row => {
    const count = countIn(figures, option)
    const share =
      figures.answered < FEWEST_FOR_SHARES ? undefined : Math.round((count * 100) / figures.answered)
    return { key: String(option.id), label: typeset(option.label), count, share }
  })
  return (
    <Figures
      caption={question.prompt}
      captionHidden
      base={t('multipleBase', { count: figures.answered })}
      rows={rows}
    />
  )
}

function Mean({ question, figures }: QuestionFiguresProps) {
  const t = useTranslations('results')
  const format = useFormatter()
  const steps = question.options.filter((option) => option.stance !== 'abstain')
  const mean = meanOf(steps.map((option) => countIn(figures, option)))
  if (mean === undefined) return null
  return (
    <p className="mt-2 font-sans text-sm">
      {t('mean', { mean: format.number(mean, { maximumFractionDigits: 1 }), max: steps.length })}
    </p>
  )
}

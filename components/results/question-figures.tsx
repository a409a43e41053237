import { useFormatter, useTranslations } from 'next-intl'
import { type FigureGroup, figureGroups } from '@/lib/results/rules/figures'
import { meanOf } from '@/lib/results/rules/mean'
import type { QuestionResults } from '@/lib/results/schema'
import type { QuestionView } from '@/lib/surveys/schema'
import { capitalise, typeset } from '@/lib/typography'
import { Figures } from './figures'
import { JointFigures } from './joint-figures'

type QuestionFiguresProps = { question: QuestionView; figures: QuestionResults }

/** The results of one question, in the form its kind asks for. */
export function QuestionFigures({ question, figures }: QuestionFiguresProps) {
  const t = useTranslations('results')
  if (question.kind === 'open') {
    return <p className="font-sans text-muted">{t('commentsWaiting', { count: figures.answered })}</p>
  }
  const groups = figureGroups(question, figures)
  return (
    <>
      {groups.map((group) => (
        <Group key={group.aspect ?? ''} group={group} prompt={question.prompt} />
      ))}
      {question.kind === 'scale' && <Mean groups={groups} />}
      {figures.joint && <JointFigures question={question} joint={figures.joint} />}
    </>
  )
}

const BASES = { expressed: 'expressed', answered: 'answered', multiple: 'multipleBase' } as const

function Group({ group, prompt }: { group: FigureGroup; prompt: string }) {
  const t = useTranslations('results')
  const { aspect, base, total, rows, abstained } = group
  return (
    <div className="mt-5 first:mt-0">
      <Figures
        caption={aspect ? typeset(capitalise(aspect)) : prompt}
        captionHidden={!aspect}
        base={t(BASES[base], { count: total })}
        rows={rows.map(({ id, label, ...row }) => ({ key: String(id), label: typeset(label), ...row }))}
      />
      {abstained !== undefined && (
        <p className="mt-2 font-sans text-muted text-sm">{t('abstained', { count: abstained })}</p>
      )}
    </div>
  )
}

function Mean({ groups }: { groups: FigureGroup[] }) {
  const t = useTranslations('results')
  const format = useFormatter()
  const steps = groups.flatMap(({ rows }) => rows.map(({ count }) => count))
  const mean = meanOf(steps)
  if (mean === undefined) return null
  return (
    <p className="mt-2 font-sans text-sm">
      {t('mean', { mean: format.number(mean, { maximumFractionDigits: 1 }), max: steps.length })}
    </p>
  )
}

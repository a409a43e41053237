import { useTranslations } from 'next-intl'
import { useFormat } from '@/components/ui/use-format'
import type { Locale } from '@/lib/platform/i18n/locale'
import { capitalise } from '@/lib/platform/i18n/typography'
import { type FigureGroup, figureGroups } from '@/lib/results/rules/figures'
import { meanOf } from '@/lib/results/rules/mean'
import type { QuestionResults } from '@/lib/results/schema'
import type { QuestionView } from '@/lib/surveys/schema'
import { Figures } from './figures'
import { JointFigures } from './joint-figures'

type QuestionFiguresProps = {
  question: QuestionView
  figures: QuestionResults
  /** The survey's language. */
  language: Locale
}

/** Renders the results of one question, in the form for its kind. */
export function QuestionFigures({ question, figures, language }: QuestionFiguresProps) {
  const t = useTranslations('results')
  if (question.kind === 'open') {
    return <p className="font-sans text-muted">{t('commentsWaiting', { count: figures.answered })}</p>
  }
  const groups = figureGroups(question, figures)
  return (
    <>
      {groups.map((group) => (
        <Group key={group.aspect ?? ''} group={group} prompt={question.prompt} language={language} />
      ))}
      {question.kind === 'scale' && <Mean groups={groups} />}
      {figures.joint && <JointFigures question={question} joint={figures.joint} language={language} />}
    </>
  )
}

const BASES = {
  expressed: 'expressed',
  answered: 'answered',
  multiple: 'multipleBase',
  multipleExpressed: 'multipleExpressed',
} as const

type GroupProps = { group: FigureGroup; prompt: string; language: Locale }

function Group({ group, prompt, language }: GroupProps) {
  const t = useTranslations('results')
  const { aspect, base, total, rows, abstained } = group
  return (
    <div className="mt-5 first:mt-0">
      <Figures
        caption={aspect ? capitalise(aspect) : prompt}
        captionHidden={!aspect}
        base={t(BASES[base], { count: total })}
        rows={rows.map(({ id, ...row }) => ({ key: String(id), ...row }))}
        language={language}
      />
      {abstained !== undefined && (
        <p className="mt-2 font-sans text-muted text-sm">{t('abstained', { count: abstained })}</p>
      )}
    </div>
  )
}

/** One digit, also where it is 0: «1,0 sur 5» is rounded, «1 sur 5» would say that everybody chose 1. */
const MEAN = { minimumFractionDigits: 1, maximumFractionDigits: 1 }

function Mean({ groups }: { groups: FigureGroup[] }) {
  const t = useTranslations('results')
  const format = useFormat()
  const steps = groups.flatMap(({ rows }) => rows.map(({ count }) => count))
  const mean = meanOf(steps)
  if (mean === undefined) return null
  return (
    <p className="mt-2 font-sans text-sm">
      {t('mean', { mean: format.number(mean, MEAN), max: steps.length })}
    </p>
  )
}

import { useLocale, useTranslations } from 'next-intl'
import { Receipt } from '@/components/ballot/receipt'
import { Figures } from '@/components/results/figures'
import { JointFigures } from '@/components/results/joint-figures'
import { ResultsHidden } from '@/components/results/results-hidden'
import { Timeline } from '@/components/results/timeline'
import { localeOf } from '@/lib/platform/i18n/locale'
import { sharesOf } from '@/lib/results/rules/shares'
import { sampleCourse, sampleResults, useSampleQuestion } from './samples'
import { Specimen, Specimens } from './specimen'

const RECEIPT = 'AVIS-7K3M-9TQX-2HVN'

/**
 * Renders what readers see of each other: shares, counts alone, judgements together, the course of answers, a receipt.
 */
export function Results() {
  const t = useTranslations('appearance.system')
  const language = localeOf(useLocale())
  const question = useSampleQuestion()
  const { joint = [] } = sampleResults(question)
  const rows = (counts: [number, number]) => {
    const shares = sharesOf(counts)
    return counts.map((count, index) => ({
      key: String(index),
      label: t(index ? 'sample.against' : 'sample.for'),
      count,
      share: shares[index],
    }))
  }
  return (
    <Specimens title={t('results')}>
      <Specimen name={t('state.shares')}>
        <Figures
          caption={t('sample.question')}
          base={t('sample.base', { count: 1061 })}
          rows={rows([658, 403])}
          language={language}
        />
      </Specimen>
      <Specimen name={t('state.counts')}>
        <Figures
          caption={t('sample.question')}
          base={t('sample.base', { count: 12 })}
          rows={rows([7, 5])}
          language={language}
        />
      </Specimen>
      <Specimen name={t('state.joint')}>
        <JointFigures question={question} joint={joint} language={language} />
      </Specimen>
      <Specimen name={t('state.course')}>
        <Timeline course={sampleCourse()} versions={false} />
      </Specimen>
      <Specimen name={t('state.hidden')}>
        <ResultsHidden closesAt={undefined} />
      </Specimen>
      <Specimen name={t('state.receipt')}>
        <Receipt code={RECEIPT} />
      </Specimen>
    </Specimens>
  )
}

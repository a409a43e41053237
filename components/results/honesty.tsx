import { useTranslations } from 'next-intl'
import type { SurveyView } from '@/lib/surveys/schema'

/**
 * What has to be known before a figure is quoted: who could answer, that nobody drew them, and what follows. Worded
 * after AAPOR's guidance on opt-in samples.
 */
export function Honesty({ survey }: { survey: SurveyView }) {
  const t = useTranslations('results.honesty')
  return (
    <section aria-labelledby="methode" className="mt-10 border-rule border-t pt-6">
      <h3 id="methode" className="font-semibold text-xl">
        {t('title')}
      </h3>
      <ul className="mt-2 list-disc space-y-1.5 pl-6">
        <li>{t('who', { source: survey.source.name })}</li>
        <li>{t('chosen')}</li>
        <li>{t('once')}</li>
        <li>{t('cannot')}</li>
        <li>{t('difference')}</li>
      </ul>
    </section>
  )
}

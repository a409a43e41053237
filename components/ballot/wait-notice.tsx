import { useTranslations } from 'next-intl'
import { Notice } from '@/components/ui/notice'
import { useFormat } from '@/components/ui/use-format'

/** Renders, for a ballot that came while too many came, when to press the button again. */
export function WaitNotice({ until }: { until: string }) {
  const t = useTranslations('ballot')
  const format = useFormat()
  const time = format.dateTime(new Date(until), { timeStyle: 'medium' })
  return (
    <Notice role="status" className="mb-6">
      <p className="font-semibold">{t('waitTitle')}</p>
      <p className="mt-1">
        {t.rich('wait', { time, strong: (words) => <time dateTime={until}>{words}</time> })}
      </p>
    </Notice>
  )
}

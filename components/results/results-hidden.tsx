import { useTranslations } from 'next-intl'
import { Notice } from '@/components/ui/notice'
import { useFormat } from '@/components/ui/use-format'

/** Replaces results that this survey shows only after closing. */
export function ResultsHidden({ closesAt }: { closesAt: string | undefined }) {
  const t = useTranslations('results')
  const format = useFormat()
  if (!closesAt) return <Notice>{t('hidden')}</Notice>
  const date = format.dateTime(new Date(closesAt), { dateStyle: 'long', timeStyle: 'short' })
  return <Notice>{t('hiddenUntil', { date })}</Notice>
}

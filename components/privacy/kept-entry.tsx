import { useTranslations } from 'next-intl'
import type { KeptId } from '@/lib/operations/retention'

/** Renders one kind of data that is kept: what it is, why it is kept and when it is deleted. */
export function KeptEntry({ id, time }: { id: KeptId; time: number }) {
  const t = useTranslations('privacy')
  return (
    <li className="border-rule border-b py-4">
      <h3 className="font-semibold">{t(`entries.${id}.what`)}</h3>
      <dl className="mt-2 grid gap-x-4 gap-y-1 font-sans text-sm sm:grid-cols-[9rem_1fr]">
        <dt className="text-muted">{t('why')}</dt>
        <dd>{t(`entries.${id}.why`, { time })}</dd>
        <dt className="text-muted max-sm:mt-1">{t('until')}</dt>
        <dd>{t(`entries.${id}.until`, { time })}</dd>
      </dl>
    </li>
  )
}

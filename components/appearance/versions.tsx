import { useTranslations } from 'next-intl'
import { EventTable } from '@/components/staff/event-table'
import type { AppearanceVersion } from '@/lib/appearance/queries/versions'

/** Lists who changed the appearance, when, and to what. */
export function Versions({ versions, own }: { versions: AppearanceVersion[]; own: string }) {
  const t = useTranslations('appearance.versions')
  if (!versions.length) return <p className="font-sans text-muted">{t('none')}</p>
  return (
    <EventTable
      labelledBy="versions"
      heads={{ when: t('when'), who: t('who'), what: t('what') }}
      events={versions.map(({ version, name, accent, accentDark, hasLogo, by, at }) => ({
        key: String(version),
        at,
        who: by ?? t('shell'),
        what: [
          name ?? own,
          [accent ?? t('ownAccent'), accentDark].filter(Boolean).join(' / '),
          t(hasLogo ? 'withLogo' : 'withoutLogo'),
        ].join(' · '),
      }))}
    />
  )
}

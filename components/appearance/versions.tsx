import { useFormatter, useTranslations } from 'next-intl'
import type { AppearanceVersion } from '@/lib/appearance/queries/versions'

/** Who changed the appearance, when, and to what. */
export function Versions({ versions, own }: { versions: AppearanceVersion[]; own: string }) {
  const t = useTranslations('appearance.versions')
  const format = useFormatter()
  if (!versions.length) return <p className="font-sans text-muted">{t('none')}</p>
  return (
    <table aria-labelledby="versions" className="w-full border-collapse text-left font-sans text-sm">
      <thead>
        <tr className="border-rule border-b">
          {(['when', 'who', 'what'] as const).map((head) => (
            <th key={head} scope="col" className="cell py-2 pr-3 font-semibold">
              {t(head)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {versions.map(({ version, name, accent, accentDark, hasLogo, by, at }) => (
          <tr key={version} className="border-rule border-b align-baseline">
            <td className="cell py-2 pr-3 tabular-nums">
              <time dateTime={at.toISOString()}>
                {format.dateTime(at, { dateStyle: 'short', timeStyle: 'short' })}
              </time>
            </td>
            <td className="cell py-2 pr-3">{by ?? t('shell')}</td>
            <td className="cell py-2">
              {[
                name ?? own,
                [accent ?? t('ownAccent'), accentDark].filter(Boolean).join(' / '),
                t(hasLogo ? 'withLogo' : 'withoutLogo'),
              ].join(' · ')}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

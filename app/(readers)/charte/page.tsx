import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { EditorialText } from '@/components/charter/editorial-text'
import { Notice } from '@/components/ui/notice'
import { charterVersions, findCharter } from '@/lib/comments/queries/charter'
import { alternates } from '@/lib/platform/i18n/locale'
import { getFormat, pageLocale } from '@/lib/platform/i18n/next-intl'
import { typeset } from '@/lib/platform/i18n/typography'

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('charter')
  return { title: t('title'), description: t('lead'), alternates: alternates('/charte') }
}

/** Renders what readers agree to when they write; every version that was ever in force stays readable. */
export default async function CharterPage({ searchParams }: Props) {
  const [{ version: asked }, versions, locale, t, format] = await Promise.all([
    searchParams,
    charterVersions(),
    pageLocale(),
    getTranslations('charter'),
    getFormat(),
  ])
  if (asked !== undefined && !/^\d{1,6}$/.test(String(asked))) notFound()
  const charter = await findCharter(asked === undefined ? undefined : Number(asked))
  if (!charter) notFound()
  const date = (at: string) => format.dateTime(new Date(at), { dateStyle: 'long' })
  const latest = versions[0]?.version
  return (
    <>
      <h1 className="font-semibold text-4xl leading-tight tracking-tight">{t('title')}</h1>
      <p className="mt-2 font-sans text-muted text-sm">
        {t('version', { version: charter.version, date: date(charter.at) })}
      </p>
      {charter.version !== latest && (
        <Notice className="mt-4">
          {t('earlier')} <a href="/charte">{t('latest')}</a>
        </Notice>
      )}
      {locale !== 'fr' && <Notice className="mt-4">{t('inFrench')}</Notice>}
      <div lang="fr">
        <EditorialText text={typeset(charter.text, 'fr')} />
      </div>
      {versions.length > 1 && (
        <nav aria-label={t('versions')} className="mt-10 border-rule border-t pt-5 font-sans text-sm">
          <ul>
            {versions.map(({ version, at }) => (
              <li key={version}>
                <a href={`/charte?version=${version}`} className="inline-block py-1.5">
                  {t('version', { version, date: date(at) })}
                </a>
              </li>
            ))}
          </ul>
        </nav>
      )}
    </>
  )
}

import type { Metadata } from 'next'
import { NextIntlClientProvider } from 'next-intl'
import { getMessages, getTranslations } from 'next-intl/server'
import { LogoForm } from '@/components/appearance/logo-form'
import { LookForm } from '@/components/appearance/look-form'
import { Ballot } from '@/components/appearance/system/ballot'
import { Colours } from '@/components/appearance/system/colours'
import { Controls } from '@/components/appearance/system/controls'
import { Letters } from '@/components/appearance/system/letters'
import { Results } from '@/components/appearance/system/results'
import { Staff } from '@/components/appearance/system/staff'
import { Versions } from '@/components/appearance/versions'
import { removeLogoAction, saveAppearanceAction, saveLogoAction } from '@/lib/appearance/actions'
import { changedSite, OWN_NAME } from '@/lib/appearance/queries/site'
import { appearanceVersions } from '@/lib/appearance/queries/versions'
import { LOGO_BYTES, LOGO_SIDE } from '@/lib/appearance/rules/logo'
import { NAME_LENGTH } from '@/lib/appearance/schema'
import { requireRole } from '@/lib/staff/gate'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('appearance')
  return { title: t('title') }
}

const PART = 'mt-14 border-rule border-t pt-8'
const HEADING = 'mb-4 font-semibold text-2xl'

/** Renders the settings of the site's name, logo and accent. */
export default async function AppearancePage() {
  const admin = await requireRole('admin')
  const [versions, site, t, { appearance, ballot, results, receipt, moderation, integrity, desk }] =
    await Promise.all([
      appearanceVersions(admin),
      changedSite(),
      getTranslations('appearance'),
      getMessages(),
    ])
  const [now] = versions
  const look = {
    version: now?.version ?? 0,
    name: now?.name ?? '',
    accent: now?.accent ?? '',
    accentDark: now?.accentDark ?? '',
  }
  return (
    <NextIntlClientProvider messages={{ appearance, ballot, results, receipt, moderation, integrity, desk }}>
      <h1 className="font-semibold text-4xl leading-tight tracking-tight">{t('title')}</h1>
      <p className="mt-3 max-w-3xl text-lg text-muted">{t('lead')}</p>
      <section className="mt-8" aria-labelledby="identite">
        <h2 id="identite" className={HEADING}>
          {t('identity')}
        </h2>
        <LookForm action={saveAppearanceAction} look={look} own={OWN_NAME} max={NAME_LENGTH} />
      </section>
      <section className={PART} aria-labelledby="logo-titre">
        <h2 id="logo-titre" className={HEADING}>
          {t('logo.title')}
        </h2>
        <LogoForm
          save={saveLogoAction}
          remove={removeLogoAction}
          version={look.version}
          has={site.logo !== undefined}
          limits={{ kilobytes: LOGO_BYTES / 1024, side: LOGO_SIDE }}
        />
      </section>
      <section className={PART} aria-labelledby="versions">
        <h2 id="versions" className={HEADING}>
          {t('versions.title')}
        </h2>
        <Versions versions={versions} own={OWN_NAME} />
      </section>
      <section className={PART} aria-labelledby="elements">
        <h2 id="elements" className={HEADING}>
          {t('system.title')}
        </h2>
        <p className="max-w-3xl text-muted">{t('system.lead')}</p>
        <Colours accents={site.accents} />
        <Letters />
        <Controls />
        <Ballot />
        <Results />
        <Staff />
      </section>
    </NextIntlClientProvider>
  )
}

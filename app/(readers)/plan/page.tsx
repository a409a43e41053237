import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { MapSection } from '@/components/site-map/map-section'
import { PageLinks } from '@/components/site-map/page-links'
import { SurveyLinks } from '@/components/site-map/survey-links'
import { READER_PAGES, STAFF_PAGES } from '@/lib/operations/site-map'
import { alternates } from '@/lib/platform/i18n/locale'
import { currentStaff } from '@/lib/staff/gate'
import { SIGN_IN } from '@/lib/staff/rules/paths'
import { allows } from '@/lib/staff/rules/roles'
import { listSurveys } from '@/lib/surveys/queries/public'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('plan')
  return { title: t('title'), description: t('lead'), alternates: alternates('/plan') }
}

/** Renders the second way to every page, beside links and menus: all of them in one place; for staff, also theirs. */
export default async function MapPage() {
  const [staff, surveys, t] = await Promise.all([currentStaff(), listSurveys(), getTranslations()])
  const editor = staff !== undefined && allows(staff.role, 'editor')
  const open = surveys.filter(({ status }) => status === 'open')
  const closed = surveys.filter(({ status }) => status !== 'open')
  const staffPages = STAFF_PAGES.filter(([, , role]) => staff && allows(staff.role, role))
  return (
    <>
      <h1 className="font-semibold text-4xl leading-tight tracking-tight">{t('plan.title')}</h1>
      <p className="mt-4 text-lg text-muted">{t('plan.lead')}</p>
      <MapSection id="pages" title={t('plan.pages')}>
        <PageLinks pages={READER_PAGES.map(([href, name]) => [href, t(name)])} />
      </MapSection>
      <MapSection id="ouvertes" title={t('home.open')}>
        {open.length > 0 ? <SurveyLinks surveys={open} editor={editor} /> : <p>{t('home.empty')}</p>}
      </MapSection>
      {closed.length > 0 && (
        <MapSection id="closes" title={t('home.closed')}>
          <SurveyLinks surveys={closed} editor={editor} />
        </MapSection>
      )}
      <MapSection id="redaction" title={t('staff.nav')}>
        <PageLinks
          pages={staff ? staffPages.map(([href, name]) => [href, t(name)]) : [[SIGN_IN, t('signIn.title')]]}
        />
      </MapSection>
    </>
  )
}

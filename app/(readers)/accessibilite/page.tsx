import type { Metadata } from 'next'
import { connection } from 'next/server'
import { getTranslations } from 'next-intl/server'
import { CriteriaList } from '@/components/accessibility/criteria-list'
import { CriteriaTable } from '@/components/accessibility/criteria-table'
import { TestFigures } from '@/components/accessibility/test-figures'
import { freshSite } from '@/lib/appearance/queries/site'
import { type CriterionState, conformity, listChecked, testResult } from '@/lib/operations/accessibility'
import { alternates } from '@/lib/platform/i18n/locale'
import { getFormat } from '@/lib/platform/i18n/next-intl'
import { env } from '@/lib/platform/runtime/env'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('accessibility')
  return { title: t('title'), description: t('lead'), alternates: alternates('/accessibilite') }
}

const HEADING = 'mt-10 font-semibold text-2xl'
const APPEALS = ['form', 'delegate', 'post'] as const

/** Renders the statement that French law requires, built from the test results and a list kept by hand. */
export default async function AccessibilityPage() {
  await connection()
  const [t, format] = await Promise.all([getTranslations('accessibility'), getFormat()])
  const { AVIS_PUBLISHER: publisher, AVIS_CONTACT: contact } = env()
  const result = testResult()
  const { state, criteria, counts, applicable, share } = conformity()
  const of = (wanted: CriterionState) => criteria.filter((one) => one.state === wanted)
  const themes = [...new Set(criteria.map(({ id }) => id.split('.')[0] ?? ''))]
  const day = (at: string) => format.dateTime(new Date(at), { dateStyle: 'long' })
  return (
    <>
      <h1 className="font-semibold text-4xl leading-tight tracking-tight">{t('title')}</h1>
      <p className="mt-4 text-lg">{t('lead')}</p>
      <p className="mt-3">{publisher ? t('publisher', { publisher }) : t('publisherUnknown')}</p>
      <h2 className={HEADING}>{t('stateTitle')}</h2>
      <p className="mt-3 font-semibold">{t(`state.${state}`, { site: (await freshSite()).name })}</p>
      <p className="mt-2">{t('selfAssessed')}</p>
      <h2 className={HEADING}>{t('resultsTitle')}</h2>
      <p className="mt-3">{t('score', { ...counts, applicable, share })}</p>
      <TestFigures result={result} />
      <h2 className={HEADING}>{t('unmetTitle')}</h2>
      <h3 className="mt-4 font-semibold text-lg">{t('unmet')}</h3>
      <CriteriaList criteria={of('unmet')} none={t('unmetNone')} />
      <h3 className="mt-4 font-semibold text-lg">{t('unchecked')}</h3>
      <CriteriaList criteria={of('unchecked')} none={t('uncheckedNone')} />
      <p className="mt-4">{t('exempt')}</p>
      <h2 className={HEADING}>{t('contactTitle')}</h2>
      <p className="mt-3">{contact ? t('contact', { contact }) : t('contactUnknown')}</p>
      <h2 className={HEADING}>{t('appealTitle')}</h2>
      <p className="mt-3">{t('appeal')}</p>
      <ul className="mt-2 list-disc space-y-1 pl-5">
        {APPEALS.map((name) => (
          <li key={name}>
            {t.rich(`appeals.${name}`, { french: (words) => <span lang="fr">{words}</span> })}
          </li>
        ))}
      </ul>
      <h2 className={HEADING}>{t('madeTitle')}</h2>
      <p className="mt-3">{t('made', { date: day(result.at), checked: day(listChecked) })}</p>
      <p className="mt-2">{t('technologies')}</p>
      <details className="printed mt-3 font-sans">
        <summary className="cursor-pointer py-2">{t('routes')}</summary>
        <ul className="mt-1 list-disc pl-5 text-sm">
          {result.pages.map(({ route }) => (
            <li key={route}>
              <code lang="fr" className="wrap-anywhere">
                {route}
              </code>
            </li>
          ))}
        </ul>
      </details>
      <h2 className={HEADING}>{t('gridTitle')}</h2>
      <details className="printed mt-2">
        <summary className="cursor-pointer py-2 font-sans">{t('grid')}</summary>
        {themes.map((theme) => (
          <CriteriaTable
            key={theme}
            theme={theme}
            criteria={criteria.filter(({ id }) => id.startsWith(`${theme}.`))}
          />
        ))}
      </details>
    </>
  )
}

import { useTranslations } from 'next-intl'
import { useFormat } from '@/components/ui/use-format'
import type { TestResult } from '@/lib/operations/accessibility'

/** Renders the tests that ran and their results: only the figures of the last run. */
export function TestFigures({ result }: { result: TestResult }) {
  const t = useTranslations('accessibility')
  const format = useFormat()
  const { at, browser, axe, tests, pages, ways, checks, faults } = result
  const states = pages.reduce((sum, page) => sum + page.states.length, 0)
  const date = format.dateTime(new Date(at), { dateStyle: 'long', timeStyle: 'short' })
  return (
    <>
      <p className="mt-4">{t('ran', { date, browser, axe })}</p>
      <ul className="mt-2 list-disc space-y-1 pl-5">
        <li>{t('tests', tests)}</li>
        <li>{t('pages', { pages: pages.length, states })}</li>
        <li>{t('ways', { count: ways.length })}</li>
        <li>{t('checks', { checks, faults })}</li>
      </ul>
      {(tests.failed > 0 || faults > 0) && <p className="mt-3 font-semibold">{t('failing')}</p>}
    </>
  )
}

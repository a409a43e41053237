import type { Metadata } from 'next'
import { connection } from 'next/server'
import { getTranslations } from 'next-intl/server'
import { Answers } from '@/components/transparency/answers'
import { MonthTable } from '@/components/transparency/month-table'
import { transparency } from '@/lib/comments/queries/transparency'
import { alternates } from '@/lib/platform/i18n/locale'
import { getFormat } from '@/lib/platform/i18n/next-intl'
import { Share } from '@/lib/results/rules/shares'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('transparency')
  return { title: t('title'), description: t('lead'), alternates: alternates('/transparence') }
}

/** Renders the statistics of moderation, month by month: the same rows as the CSV and the JSON. */
export default async function TransparencyPage() {
  await connection()
  const [{ months, secondReadings, answers }, t, words, format] = await Promise.all([
    transparency(),
    getTranslations('transparency'),
    getTranslations('results'),
    getFormat(),
  ])
  const { read, agreed } = secondReadings
  const agreement = Share.of(agreed, read, 1)
  const nameOf = (month: string) =>
    format.dateTime(new Date(`${month}-15T12:00:00Z`), { year: 'numeric', month: 'long' })
  return (
    <>
      <h1 className="font-semibold text-4xl leading-tight tracking-tight">{t('title')}</h1>
      <p className="mt-4 text-lg">{t('lead')}</p>
      {months.length === 0 && <p className="mt-8">{t('empty')}</p>}
      {months.map((month) => (
        <MonthTable key={month.month} month={month} />
      ))}
      <section aria-labelledby="relecture" className="mt-10 border-rule border-t pt-6">
        <h2 id="relecture" className="font-semibold text-2xl">
          {t('secondTitle')}
        </h2>
        <p className="mt-2">{t('secondExplain')}</p>
        <p className="mt-2 font-sans">
          {agreement ? t('secondFigures', { read, share: agreement.label(words) }) : t('secondNone')}
        </p>
      </section>
      <Answers answers={answers} />
      <section aria-labelledby="donnees" className="mt-10 border-rule border-t pt-6 font-sans">
        <h2 id="donnees" className="font-semibold">
          {t('data')}
        </h2>
        <ul className="mt-2">
          <li>
            <a href="/api/v1/transparency.csv" className="inline-block py-1.5">
              {t('csv')}
            </a>
          </li>
          <li>
            <a href="/api/v1/transparency" className="inline-block py-1.5">
              {t('json')}
            </a>
          </li>
          {months.slice(0, 1).map(({ month }) => (
            <li key={month}>
              <a href={`/api/v1/transparency/statements?month=${month}`} className="inline-block py-1.5">
                {t('statements', { month: nameOf(month) })}
              </a>
              <span className="block text-muted text-sm">{t('leftOut.title')}</span>
            </li>
          ))}
        </ul>
      </section>
    </>
  )
}

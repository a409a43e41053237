import { useTranslations } from 'next-intl'
import { useFormat } from '@/components/ui/use-format'
import type { SurveyView } from '@/lib/surveys/schema'
import { PublicationDate } from './publication-date'
import { Words } from './words'

/**
 * Renders the subject of the consultation: the article's title, source, date and link, then, unless brief, its summary.
 */
export function ArticleHead({ survey, brief = false }: { survey: SurveyView; brief?: boolean }) {
  const t = useTranslations('article')
  const { title, summary, source, language } = survey
  return (
    <header>
      <p className="font-sans font-semibold text-accent text-sm">{t('kicker')}</p>
      <h1 className="mt-2 font-semibold text-3xl leading-tight tracking-tight sm:text-4xl">
        <Words of={language}>{title}</Words>
      </h1>
      <p className="mt-3 font-sans text-muted text-sm">
        <Words of={language}>{source.name}</Words>
        {source.publishedOn && (
          <>
            {', '}
            <PublicationDate on={source.publishedOn} />
          </>
        )}
        {source.url && (
          <>
            {' · '}
            <a href={source.url} rel="noopener">
              {t('read')}
            </a>
          </>
        )}
      </p>
      {!brief && (
        <>
          <h2 className="sr-only">{t('summary')}</h2>
          <p className="mt-5 text-lg">
            <Words of={language}>{summary}</Words>
          </p>
        </>
      )}
      <SurveyTimes survey={survey} />
    </header>
  )
}

function SurveyTimes({ survey: { status, closesAt } }: { survey: SurveyView }) {
  const t = useTranslations('article')
  const format = useFormat()
  if (!closesAt) return null
  const date = format.dateTime(new Date(closesAt), { dateStyle: 'long', timeStyle: 'short' })
  return (
    <p className="mt-4 font-sans text-muted text-sm">
      {t(status === 'open' ? 'closes' : 'closed', { date })}
    </p>
  )
}

import Link from 'next/link'
import { useTranslations } from 'next-intl'
import type { SurveyView } from '@/lib/surveys/schema'
import { PublicationDate } from './publication-date'
import { Words } from './words'

/** Renders one consultation in the list: its article, its last question in the article's words, and a link to it. */
export function SurveyEntry({ survey }: { survey: SurveyView }) {
  const t = useTranslations('home')
  const { slug, title, source, language, questions, status } = survey
  const open = status === 'open'
  const address = open ? `/consultations/${slug}` : `/consultations/${slug}/resultats`
  const prompt = questions.findLast((question) => question.kind !== 'open') ?? questions[0]
  return (
    <article className="border-rule border-t py-6">
      <h3 id={`titre-${slug}`} className="font-semibold text-2xl leading-snug">
        <Link href={address} className="no-underline hover:underline">
          <Words of={language}>{title}</Words>
        </Link>
      </h3>
      <p className="mt-1 font-sans text-muted text-sm">
        <Words of={language}>{source.name}</Words>
        {source.publishedOn && (
          <>
            {', '}
            <PublicationDate on={source.publishedOn} />
          </>
        )}
        {' · '}
        {t('questions', { count: questions.length })}
      </p>
      {prompt && (
        <p className="mt-3 text-lg italic">
          <Words of={language}>{prompt.prompt}</Words>
        </p>
      )}
      <p className="mt-4 font-sans">
        <Link
          id={`entree-${slug}`}
          href={address}
          className="font-semibold text-accent"
          aria-labelledby={`entree-${slug} titre-${slug}`}
        >
          {t(open ? 'answer' : 'results')}
        </Link>
      </p>
    </article>
  )
}

import type { Metadata } from 'next'
import Link from 'next/link'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { ChooseQuestions } from '@/components/analysis/choose-questions'
import { PictureView } from '@/components/analysis/picture-view'
import { textsPicture } from '@/components/analysis/pictures/texts'
import { Section } from '@/components/analysis/section'
import { Words } from '@/components/article/words'
import { ResultsView } from '@/components/results/results-view'
import { Notice } from '@/components/ui/notice'
import { textsBy } from '@/lib/comments/queries/by-answer'
import { analyse } from '@/lib/results/queries/analysis'
import { requireRole } from '@/lib/staff/gate'
import { MIN_FOR_SHARES } from '@/lib/surveys/rules/figures'
import { showsResults } from '@/lib/surveys/rules/lifecycle'
import { pictureHref, readAsked, surveyAsked } from './asked'
import { asOf, picturesOf, wordsOfPage } from './pictures'

type Props = {
  params: Promise<{ slug: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('analysis')
  return { title: t('title') }
}

/** Renders what editors see of a consultation's results beyond what readers see, from the same answers. */
export default async function AnalysisPage({ params, searchParams }: Props) {
  const editor = await requireRole('editor')
  const { slug } = await params
  const asked = readAsked(await searchParams)
  const found = await surveyAsked(slug, asked)
  if (!found) notFound()
  const { survey, variables, chosen } = found
  const words = await wordsOfPage(survey.view.language)
  const { t } = words
  const p = await getTranslations('problems')
  const [analysis, texts] = await Promise.all([
    analyse(editor, survey, chosen),
    textsBy(editor, survey, chosen[0]),
  ])
  const href = pictureHref(slug, asked)
  const head = (
    <>
      <h1 className="font-semibold text-3xl leading-tight tracking-tight">{t('title')}</h1>
      <p className="mt-2 font-sans">
        <Link href={`/redaction/${slug}`}>
          <Words of={survey.view.language}>{survey.view.title}</Words>
        </Link>
      </p>
    </>
  )
  if (!analysis.ok)
    return (
      <div className="max-w-3xl">
        {head}
        <Notice role="alert" className="mt-6">
          {p(analysis.problem.code)}
        </Notice>
      </div>
    )
  const { results } = analysis.value
  const { course, reach, answers, sources } = picturesOf(words, analysis.value, chosen)
  const written = texts.ok ? textsPicture(words, texts.value, chosen[0]) : undefined
  const contents = [
    ['publics', t('publicTitle')],
    ['cours', t('course.title')],
    ['croisement', t('crossing.name')],
    ['parcours', t('reach.name')],
    ...(sources ? [['provenance', t('sources.name')]] : []),
    ['textes', t('texts.name')],
  ] as [string, string][]
  return (
    <div className="max-w-3xl">
      {head}
      <p className="mt-4 font-sans">
        <strong>{t('asOf', asOf(words, results))}</strong>
        {survey.view.version > 1 && ` · ${t('version', { version: survey.view.version })}`}
      </p>
      <p className="mt-1 font-sans text-muted text-sm">{t('lead')}</p>
      <nav aria-label={t('contents')} className="no-print mt-4 flex flex-wrap gap-x-5 font-sans text-sm">
        {contents.map(([id, title]) => (
          <a key={id} href={`#${id}`} className="inline-block py-1.5">
            {title}
          </a>
        ))}
        <Link href={`/redaction/${slug}/resultats/comparer`} className="inline-block py-1.5">
          {t('compare.name')}
        </Link>
      </nav>
      <Section id="publics" title={t('publicTitle')}>
        {!showsResults(survey.view) && <Notice className="my-4">{t('notPublic')}</Notice>}
        <div className="mt-3">
          <ResultsView survey={survey.view} results={results} />
        </div>
        <p className="mt-4 font-sans text-sm">
          <a href={`/consultations/${slug}/resultats`}>{t('publicPage')}</a>
        </p>
      </Section>
      <Section id="cours" title={t('course.title')}>
        {course.table.rows.length ? (
          <PictureView picture={course} href={href('cours')} note={t('course.note')} />
        ) : (
          <p className="mt-2">{t('empty')}</p>
        )}
      </Section>
      <Section id="croisement" title={t('crossing.name')}>
        <ChooseQuestions
          variables={variables}
          chosen={chosen}
          language={survey.view.language}
          version={asked.version}
        />
        {answers && (
          <PictureView
            picture={answers}
            href={href('croisement')}
            note={t('crossing.note', { min: MIN_FOR_SHARES })}
          />
        )}
      </Section>
      <Section id="parcours" title={t('reach.name')}>
        <PictureView picture={reach} href={href('parcours')} note={t('reach.note')} />
      </Section>
      {sources && (
        <Section id="provenance" title={t('sources.name')}>
          <PictureView picture={sources} href={href('provenance')} note={t('sources.note')} />
        </Section>
      )}
      <Section id="textes" title={t('texts.name')}>
        {written ? (
          <PictureView picture={written} href={href('textes')} note={t('texts.note')} />
        ) : (
          <Notice tone="problem" className="mt-3">
            {p('analysis_too_slow')}
          </Notice>
        )}
      </Section>
    </div>
  )
}

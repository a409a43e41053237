import type { Metadata } from 'next'
import Link from 'next/link'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { PictureView } from '@/components/analysis/picture-view'
import { Section } from '@/components/analysis/section'
import { Words } from '@/components/article/words'
import { Button } from '@/components/ui/button'
import { Field, Select } from '@/components/ui/field'
import { Notice } from '@/components/ui/notice'
import { typeset } from '@/lib/platform/i18n/typography'
import { compare } from '@/lib/results/queries/comparison'
import { requireRole } from '@/lib/staff/gate'
import type { Editor } from '@/lib/staff/rules/roles'
import { findSurvey, type SurveyRecord } from '@/lib/surveys/queries/public'
import { listTitles } from '@/lib/surveys/queries/titles'
import { pictureHref, readAsked, surveyAsked } from '../asked'
import { asOf, comparisonPictures, wordsOfPage } from '../pictures'

type Props = {
  params: Promise<{ slug: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('analysis.compare')
  return { title: t('name') }
}

/** Renders two consultations side by side: what both asked, and how fast answers came in. */
export default async function ComparePage({ params, searchParams }: Props) {
  const editor = await requireRole('editor')
  const { slug } = await params
  const asked = readAsked(await searchParams)
  const [found, t, titles] = await Promise.all([
    surveyAsked(slug, asked),
    getTranslations('analysis.compare'),
    listTitles(editor),
  ])
  if (!found) notFound()
  const { survey } = found
  const others = titles.filter((entry) => entry.slug !== slug)
  const other = asked.avec === undefined ? undefined : await findSurvey(asked.avec)
  return (
    <div className="max-w-3xl">
      <h1 className="font-semibold text-3xl leading-tight tracking-tight">{t('name')}</h1>
      <p className="mt-2 font-sans">
        <Words of={survey.view.language}>{survey.view.title}</Words>
        {' · '}
        <Link href={`/redaction/${slug}/resultats`}>{t('back')}</Link>
      </p>
      {others.length ? (
        <form method="get" className="no-print mt-2">
          <Field id="avec" label={t('with')}>
            <Select id="avec" name="avec" defaultValue={asked.avec}>
              {others.map((entry) => (
                <option key={entry.slug} lang={entry.language} value={entry.slug}>
                  {typeset(entry.title, entry.language)}
                </option>
              ))}
            </Select>
          </Field>
          <Button type="submit" look="quiet" className="mt-3">
            {t('show')}
          </Button>
        </form>
      ) : (
        <p className="mt-4">{t('noOther')}</p>
      )}
      {asked.avec !== undefined && !other && (
        <Notice role="alert" className="mt-6">
          {t('unknown')}
        </Notice>
      )}
      {other && <Comparison editor={editor} surveys={[survey, other]} href={pictureHref(slug, asked)} />}
    </div>
  )
}

type ComparisonProps = {
  editor: Editor
  surveys: [SurveyRecord, SurveyRecord]
  href: ReturnType<typeof pictureHref>
}

async function Comparison({ editor, surveys, href }: ComparisonProps) {
  const [first, second] = surveys
  const [words, p, sides] = await Promise.all([
    wordsOfPage(first.view.language),
    getTranslations('problems'),
    compare(editor, first, second),
  ])
  const { t } = words
  if (!sides.ok)
    return (
      <Notice role="alert" className="mt-6">
        {p(sides.problem.code)}
      </Notice>
    )
  const { matches, course, questions } = comparisonPictures(words, surveys, sides.value)
  return (
    <>
      <ul className="mt-6 font-sans text-sm">
        {surveys.map(({ view }, index) => (
          <li key={view.slug} className="py-0.5">
            <strong>
              <Words of={view.language}>{view.title}</Words>
            </strong>
            {' · '}
            {t('asOf', asOf(words, sides.value[index === 0 ? 0 : 1].results))}
          </li>
        ))}
      </ul>
      <p className="mt-2 font-sans text-muted text-sm">{t('compare.note')}</p>
      <Section id="questions" title={t('compare.questions')}>
        {questions ? (
          <PictureView picture={questions} href={href('comparaison')} />
        ) : (
          <p className="mt-2">{t('compare.none')}</p>
        )}
        {matches
          .filter(({ sameWording }) => !sameWording)
          .map((match) => (
            <p key={match.first.key} className="mt-2 font-sans text-muted text-sm">
              <Words of={first.view.language}>{match.first.prompt}</Words>{' '}
              {t('compare.wording', { prompt: typeset(match.second.prompt, second.view.language) })}
            </p>
          ))}
      </Section>
      <Section id="cours" title={t('compare.courseTitle')}>
        {sides.value.every(({ elapsed }) => elapsed.length === 0) ? (
          <p className="mt-2">{t('empty')}</p>
        ) : (
          <PictureView picture={course} href={href('comparaison-cours')} />
        )}
      </Section>
    </>
  )
}

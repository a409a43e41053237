import type { Metadata } from 'next'
import { cookies } from 'next/headers'
import Link from 'next/link'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { BallotForm } from '@/components/ballot/ballot-form'
import type { BallotStart } from '@/components/ballot/use-ballot'
import { Notice } from '@/components/ui/notice'
import { type Draft, findDraft } from '@/lib/ballots/commands/drafts'
import { findBallot } from '@/lib/ballots/queries'
import { fieldsOf } from '@/lib/ballots/rules/fields'
import { TEXT_LENGTH } from '@/lib/ballots/schema'
import { translator } from '@/lib/messages'
import { GRANTS_COOKIE, READER_COOKIE, readerFromCookies } from '@/lib/readers/cookies'
import { findSurvey, type SurveyRecord } from '@/lib/surveys/queries'
import { typeset } from '@/lib/typography'

type Props = {
  params: Promise<{ slug: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('ballot')
  return { title: t('mine'), robots: { index: false } }
}

async function ownBallot(survey: SurveyRecord) {
  const jar = await cookies()
  const reader = readerFromCookies(survey, {
    reader: jar.get(READER_COOKIE)?.value,
    grants: jar.get(GRANTS_COOKIE)?.value,
  })
  return reader && findBallot(survey, reader)
}

function errorsOf(draft: Draft) {
  const sentences = translator('fr', 'problems')
  if (!draft.problems.length) return [{ message: sentences(draft.code) }]
  return draft.problems.map(({ code, field, values }) => ({
    message: sentences(`fields.${code}`, values),
    ...(field && { field }),
  }))
}

/** A reader's own ballot: to change or withdraw it, or to correct one that was refused. */
export default async function BallotPage({ params, searchParams }: Props) {
  const [{ slug }, { brouillon }, t] = await Promise.all([params, searchParams, getTranslations()])
  const survey = await findSurvey(slug)
  if (!survey) notFound()
  const { view } = survey
  const [own, draft] = await Promise.all([
    ownBallot(survey),
    findDraft(typeof brouillon === 'string' ? brouillon : undefined),
  ])
  const start: BallotStart = {
    fields: draft?.fields ?? (own ? fieldsOf(view.questions, own.answers) : []),
    errors: draft ? errorsOf(draft) : [],
    own,
  }
  return (
    <>
      <h1 className="font-semibold text-3xl leading-tight">{t('ballot.mine')}</h1>
      <p className="mt-2 font-sans">
        <Link href={`/consultations/${slug}`}>{typeset(view.title)}</Link>
      </p>
      {view.status === 'open' ? (
        <BallotForm survey={view} textLength={TEXT_LENGTH} start={start} />
      ) : (
        <Notice className="mt-8">{t('problems.survey_closed')}</Notice>
      )}
      <p className="mt-8 font-sans">
        <Link href={`/consultations/${slug}/resultats`} prefetch={false}>
          {t('results.show')}
        </Link>
      </p>
    </>
  )
}

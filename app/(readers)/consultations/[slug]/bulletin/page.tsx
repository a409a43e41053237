import type { Metadata } from 'next'
import Link from 'next/link'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { Words } from '@/components/article/words'
import { BallotForm } from '@/components/ballot/ballot-form'
import type { BallotStart } from '@/components/ballot/use-ballot'
import { OwnComments } from '@/components/comments/own-comments'
import { Notice } from '@/components/ui/notice'
import { type FormFields, fieldsOf, isTextField } from '@/lib/ballots/rules/fields'
import { TEXT_LENGTH } from '@/lib/ballots/schema'
import { type Draft, findDraft } from '@/lib/platform/http/form-drafts'
import { findSurvey } from '@/lib/surveys/queries/public'
import { typedAppeal } from '../../../typed-appeal'
import { formQuestions, formToken } from '../form-token'
import { ownBallot } from '../own-ballot'
import { commentsOfReader } from '../own-comments'

type Props = {
  params: Promise<{ slug: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('ballot')
  return { title: t('mine'), robots: { index: false } }
}

async function errorsOf(draft: Draft) {
  const sentences = await getTranslations('problems')
  // A ballot that has to wait has no fault: the form tells when to press the button again.
  if (draft.wait) return []
  if (!draft.problems.length) return [{ message: sentences(draft.code) }]
  return draft.problems.map(({ code, field, values }) => ({
    message: sentences(`fields.${code}`, values),
    ...(field && { field }),
  }))
}

/**
 * Returns the fields of `draft`. Where it would have withdrawn texts that its reader wrote elsewhere, these texts are
 * inserted.
 */
function withTexts({ fields, code }: Draft, own: FormFields): FormFields {
  if (code !== 'text_at_stake') return fields
  const typed = fields.filter(([, value]) => value.trim())
  const texts = own.filter(([name]) => isTextField(name) && !typed.some(([other]) => other === name))
  return [...typed, ...texts]
}

/** Renders what a reader typed while the consultation closed: too late to be sent, theirs to keep. */
async function Closed({ draft }: { draft: Draft | undefined }) {
  const t = await getTranslations()
  const texts = draft?.fields.filter(([name, value]) => isTextField(name) && value.trim()) ?? []
  return (
    <>
      <Notice tone="problem" className="mt-8">
        {t('problems.survey_closed')}
      </Notice>
      {texts.map(([name, value]) => (
        <section key={name} className="mt-6">
          <h2 className="font-semibold text-lg">{t('ballot.yourText')}</h2>
          <p className="mt-2 whitespace-pre-line border-rule border-l-2 pl-4">{value}</p>
        </section>
      ))}
    </>
  )
}

/** Renders a reader's own ballot: to change or withdraw it, or to correct one that was refused. */
export default async function BallotPage({ params, searchParams }: Props) {
  const [{ slug }, { brouillon, fait, recours }, t] = await Promise.all([
    params,
    searchParams,
    getTranslations(),
  ])
  const survey = await findSurvey(slug)
  if (!survey) notFound()
  const { view } = survey
  const [own, kept, comments, typed] = await Promise.all([
    ownBallot(survey),
    findDraft(typeof brouillon === 'string' ? brouillon : undefined),
    commentsOfReader(survey),
    typedAppeal(recours),
  ])
  // A draft that was sent successfully since is obsolete, also when its page is opened once more.
  const draft = kept && (!own || own.changedAt < kept.at) ? kept : undefined
  const attempt = await formToken(view)
  const ownFields = own ? fieldsOf(view.questions, own.answers) : []
  const start: BallotStart = {
    fields: draft ? withTexts(draft, ownFields) : ownFields,
    errors: draft ? await errorsOf(draft) : [],
    own,
    attempt,
    questions: formQuestions(view, attempt, own),
    wait: draft?.wait && { draft: String(brouillon), until: draft.wait.until },
  }
  return (
    <>
      <h1 className="font-semibold text-3xl leading-tight">{t('ballot.mine')}</h1>
      <p className="mt-2 font-sans">
        <Link href={`/consultations/${slug}`}>
          <Words of={view.language}>{view.title}</Words>
        </Link>
      </p>
      <div id="ballot">
        {view.status === 'open' ? (
          <BallotForm survey={view} textLength={TEXT_LENGTH} start={start} />
        ) : (
          <Closed draft={draft} />
        )}
      </div>
      <OwnComments
        anchor="textes"
        comments={comments}
        language={view.language}
        acts={{
          from: 'bulletin',
          open: view.status === 'open',
          done: typeof fait === 'string' ? fait : undefined,
          typed,
        }}
      />
      <p className="mt-8 font-sans">
        <Link href={`/consultations/${slug}/resultats`} prefetch={false}>
          {t('results.show')}
        </Link>
      </p>
    </>
  )
}

import type { Metadata } from 'next'
import Link from 'next/link'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { Words } from '@/components/article/words'
import { DraftEditor } from '@/components/desk/draft-editor'
import { History } from '@/components/desk/history'
import { PastedText } from '@/components/desk/pasted-text'
import { WordsForm } from '@/components/desk/words-form'
import { LinkRow } from '@/components/ui/link-row'
import { parse } from '@/lib/articles/commands/parse'
import { TEXT_LENGTH } from '@/lib/ballots/schema'
import { localTime } from '@/lib/platform/i18n/newsroom-clock'
import { env } from '@/lib/platform/runtime/env'
import { requireRole } from '@/lib/staff/gate'
import { saveQuestionWords } from '@/lib/surveys/actions'
import { findForDesk } from '@/lib/surveys/queries/desk'
import { figureSteps } from '@/lib/surveys/rules/figures'

type Props = { params: Promise<{ slug: string }> }

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('desk')
  return { title: t('title') }
}

/** Renders the review of one consultation. */
export default async function ReviewPage({ params }: Props) {
  const editor = await requireRole('editor')
  const [{ slug }, t] = await Promise.all([params, getTranslations('desk')])
  const survey = await findForDesk(editor, slug)
  if (!survey) notFound()
  const { pastedText, draft, status, closesAt } = survey
  const analysed = pastedText ? await parse('article', { text: pastedText, title: draft.title }) : undefined
  const found = analysed?.ok ? analysed.value : undefined
  return (
    <>
      <p className="font-sans font-semibold text-accent text-sm">{t(`status.${status}`)}</p>
      <h1 className="mb-6 font-semibold text-3xl leading-tight tracking-tight">
        {draft.title ? <Words of={draft.language}>{draft.title}</Words> : t('untitled')}
      </h1>
      {status !== 'draft' && status !== 'scheduled' && (
        <LinkRow className="-mt-3 mb-6 text-sm">
          <Link href={`/redaction/${slug}/resultats`} className="inline-block py-2">
            {t('analysisLink')}
          </Link>
          <Link href={`/redaction/${slug}/exports`} className="inline-block py-2">
            {t('exports.title')}
          </Link>
          <Link href={`/moderation/integrite?survey=${slug}`} prefetch={false} className="inline-block py-2">
            {t('integrity')}
          </Link>
        </LinkRow>
      )}
      <div className={pastedText ? 'gap-10 lg:grid lg:grid-cols-[2fr_3fr]' : 'mx-auto max-w-3xl'}>
        {pastedText && (
          <div className="mb-10 lg:sticky lg:top-4 lg:self-start">
            <PastedText
              text={pastedText}
              marks={found?.questions ?? []}
              cuts={found?.cuts ?? []}
              foreign={found?.foreign ?? false}
              {...(analysed?.ok === false && { problem: analysed.problem.code })}
            />
          </div>
        )}
        <div>
          <noscript>
            <WordsForm
              action={saveQuestionWords.bind(null, slug)}
              draft={draft}
              revision={survey.revision}
              open={status === 'open'}
            />
          </noscript>
          <DraftEditor
            key={survey.id}
            survey={survey}
            proposed={found?.summary}
            closesAtLocal={closesAt ? localTime(new Date(closesAt)) : ''}
            textLength={TEXT_LENGTH}
            figures={figureSteps(env().AVIS_RESULTS_BATCH)}
          />
          <History changes={survey.history} />
        </div>
      </div>
    </>
  )
}

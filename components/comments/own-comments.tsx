import { useTranslations } from 'next-intl'
import { Words } from '@/components/article/words'
import { Notice } from '@/components/ui/notice'
import { useFormat } from '@/components/ui/use-format'
import type { OwnComment } from '@/lib/comments/schema'
import type { Locale } from '@/lib/platform/i18n/locale'
import { AppealForm, type TypedAppeal } from './appeal-form'
import { Statement } from './statement-of-reasons'

export type OwnActs = {
  /** The page that a form returns to: the ballot's, or that of the receipts. */
  from: 'bulletin' | 'recu'
  /** Whether the consultation still accepts changes. */
  open: boolean
  /** What was just done, from the address. */
  done?: string | undefined
  /** A refused appeal, as it was typed. */
  typed?: TypedAppeal | undefined
}

const DONE = { retire: 'withdrawn', efface: 'erased', recours: 'appealed' } as const

type OwnCommentsProps = {
  comments: OwnComment[]
  /** The language of the survey's questions. */
  language: Locale
  acts: OwnActs
  /** The fragment that addresses them; a page may show those of several consultations. */
  anchor: string
}

/** Renders a reader's own texts: the state of each, the reason, and what they can do about it. */
export function OwnComments({ comments, language, acts, anchor }: OwnCommentsProps) {
  const t = useTranslations('comments.own')
  if (!comments.length) return null
  const done = DONE[acts.done as keyof typeof DONE]
  // On the receipts' page, each consultation has a heading of its own above.
  const Heading = acts.from === 'recu' ? 'h3' : 'h2'
  return (
    <section id={anchor} aria-labelledby={`titre-${anchor}`} className="mt-10 border-rule border-t pt-6">
      <Heading
        id={`titre-${anchor}`}
        className={`font-semibold ${Heading === 'h2' ? 'text-2xl' : 'text-xl'}`}
      >
        {t('title')}
      </Heading>
      {done && (
        <Notice role="status" className="mt-4">
          {t(`done.${done}`)}
        </Notice>
      )}
      {comments.map((comment) => (
        <Own key={comment.id} comment={comment} language={language} acts={acts} />
      ))}
    </section>
  )
}

type OwnProps = { comment: OwnComment; language: Locale; acts: OwnActs }

function Own({ comment, language, acts }: OwnProps) {
  const t = useTranslations('comments.own')
  const format = useFormat()
  const { id, prompt, text, state, statement, sentAt } = comment
  const there = state !== 'withdrawn' && state !== 'erased'
  const post = (what: string) => `/api/v1/comments/${id}/${what}${acts.from === 'recu' ? '?de=recu' : ''}`
  return (
    <article className="mt-5" data-state={state}>
      <p className="font-sans text-muted text-sm">
        <Words of={language}>{prompt}</Words>
      </p>
      {text && (
        <blockquote
          lang={comment.language ?? language}
          className="mt-1 whitespace-pre-line border-rule border-l-2 pl-4"
          dir="auto"
        >
          {text}
        </blockquote>
      )}
      <p className="mt-2 font-sans">
        <strong>{t(`state.${state}`)}</strong> {t(`explain.${state}`)}{' '}
        <span className="text-muted text-sm">
          {t('sentAt', { date: format.dateTime(new Date(sentAt), { dateStyle: 'long' }) })}
        </span>
      </p>
      {statement && <Statement statement={statement} canAppeal={comment.canAppeal} language={language} />}
      <AppealForm
        comment={comment}
        action={post('appeal')}
        typed={acts.typed?.comment === id ? acts.typed : undefined}
      />
      <div className="no-print flex flex-wrap gap-x-6 font-sans text-sm">
        {there && acts.open && acts.from === 'bulletin' && (
          <a href="#ballot" className="inline-block py-2">
            {t('edit')}
          </a>
        )}
        {there && (
          <form method="post" action={post('withdrawal')}>
            <button type="submit" className="min-h-10 underline underline-offset-2">
              {t('withdraw')}
            </button>
          </form>
        )}
        {state !== 'erased' && (
          <details>
            <summary className="cursor-pointer py-2">{t('erase')}</summary>
            <form method="post" action={post('erasure')}>
              <p>{t('eraseExplain')}</p>
              <button
                type="submit"
                className="min-h-11 font-semibold text-accent underline underline-offset-2"
              >
                {t('eraseNow')}
              </button>
            </form>
          </details>
        )}
      </div>
    </article>
  )
}

'use client'

import { useTranslations } from 'next-intl'
import { Words } from '@/components/article/words'
import { useFormat } from '@/components/ui/use-format'
import type { CommentDetail } from '@/lib/comments/queries/detail'
import type { Locale } from '@/lib/platform/i18n/locale'
import { sendMute } from './requests'

type AroundProps = {
  comment: string
  /** The language of its survey. */
  language: Locale
  detail: CommentDetail | undefined
  onReveal: () => void
  onChange: (detail: CommentDetail) => void
}

/** Renders the context of a comment: its history, its author's other texts here and, on request, their answers. */
export function ContextPanel({ comment, language, detail, onReveal, onChange }: AroundProps) {
  const t = useTranslations('moderation')
  if (!detail) return <p className="mt-4 font-sans text-muted text-sm">{t('loading')}</p>
  const mute = async () => {
    const done = await sendMute(comment, !detail.muted)
    if (done.ok) onChange({ ...detail, muted: done.value.muted })
  }
  return (
    <div className="mt-2 font-sans text-sm">
      {detail.reports.some(({ law }) => law) && <Notices detail={detail} />}
      <details className="border-rule border-t py-1.5">
        <summary className="cursor-pointer py-1 font-semibold">
          {t('history', { count: detail.decisions.length })}
        </summary>
        <History detail={detail} language={language} />
      </details>
      <details className="border-rule border-t py-1.5">
        <summary className="cursor-pointer py-1 font-semibold">
          {t('others', { count: detail.others.length })}
        </summary>
        {detail.others.length === 0 && <p className="text-muted">{t('othersNone')}</p>}
        {detail.others.map((other) => (
          <blockquote key={other.comment} className="mt-2 border-rule border-l-2 pl-3">
            <span className="block text-muted">
              <Words of={language}>{other.prompt}</Words>
              {other.outcome && ` · ${t(`outcome.${other.outcome}` as 'outcome.published')}`}
            </span>
            <span lang={other.language} dir="auto">
              {other.text}
            </span>
          </blockquote>
        ))}
      </details>
      <div className="border-rule border-y py-2">
        {detail.author ? (
          <>
            <p className="font-semibold">{t('author', { pseudonym: detail.author.pseudonym })}</p>
            <ul>
              {detail.author.answers.map(({ prompt, labels }) => (
                <li key={prompt}>
                  <span className="text-muted">
                    <Words of={language}>{prompt}</Words>
                  </span>{' '}
                  <Words of={language}>{labels.join(', ')}</Words>
                </li>
              ))}
            </ul>
            {!detail.author.answers.length && <p className="text-muted">{t('noAnswers')}</p>}
          </>
        ) : (
          <p>
            {t('hidden')}{' '}
            <button type="button" onClick={onReveal} className="min-h-10 underline underline-offset-2">
              {t('reveal')}
            </button>
          </p>
        )}
        <p>
          {detail.muted && `${t('muted')} `}
          <button
            type="button"
            onClick={mute}
            aria-pressed={detail.muted}
            className="min-h-10 underline underline-offset-2"
          >
            {t(detail.muted ? 'unmute' : 'mute')}
          </button>
        </p>
      </div>
    </div>
  )
}

function Notices({ detail }: { detail: CommentDetail }) {
  const t = useTranslations('moderation')
  return (
    <ul>
      {detail.reports
        .filter(({ law }) => law)
        .map(({ law = '', explanation, at, open }) => (
          <li key={at} className="border-rule border-t py-1.5">
            <strong>{t('notice', { law })}</strong> {explanation} {!open && t('answered')}
          </li>
        ))}
    </ul>
  )
}

function History({ detail, language }: Pick<AroundProps, 'language'> & { detail: CommentDetail }) {
  const t = useTranslations('moderation')
  const format = useFormat()
  return (
    <>
      <ol>
        {detail.decisions.map((past) => (
          <li key={past.decision} className={past.undone ? 'line-through' : ''}>
            {format.dateTime(new Date(past.at), { dateStyle: 'short', timeStyle: 'short' })}
            {' · '}
            {t(`outcome.${past.outcome}` as 'outcome.published')}
            {' · '}
            {past.by ?? (past.rule ? t(`rule.${past.rule}` as 'rule.mode') : t('ruleUnknown'))}
            {past.reason && ` · ${t(`reason.${past.reason}` as 'reason.insult')}`}
            {past.law && ` (${past.law})`}
            {past.undoes && ` · ${t('undoes')}`}
            {past.note && (
              <>
                {' · '}
                <span lang={language}>{t('quoted', { text: past.note })}</span>
              </>
            )}
          </li>
        ))}
      </ol>
      {detail.revisions.length > 1 && (
        <ol className="mt-2">
          {detail.revisions.slice(1).map(({ number, text, language }) => (
            <li key={number} className="mt-1 border-rule border-l-2 pl-3">
              <span className="block text-muted">{t('revision', { number })}</span>
              <span lang={language} dir="auto" className="whitespace-pre-line">
                {text}
              </span>
            </li>
          ))}
        </ol>
      )}
    </>
  )
}

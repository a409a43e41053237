'use client'

import { useTranslations } from 'next-intl'
import { type RefObject, useEffect, useState } from 'react'
import { Words } from '@/components/article/words'
import { Notice } from '@/components/ui/notice'
import { useFormat } from '@/components/ui/use-format'
import type { CommentDetail } from '@/lib/comments/queries/detail'
import { ContextPanel } from './context-panel'
import { Found } from './found'
import { MarkedText } from './marked-text'
import { fetchDetail, sendReveal } from './requests'
import type { Entry } from './state'

type CommentViewProps = {
  entry: Entry
  heading: RefObject<HTMLHeadingElement | null>
  revealAsked: boolean
  onReveal: () => void
}

/** Renders one comment with everything that helps to decide about it, and nothing about its author. */
export function CommentView({ entry, heading, revealAsked, onReveal }: CommentViewProps) {
  const t = useTranslations('moderation')
  const format = useFormat()
  const [detail, setDetail] = useState<CommentDetail>()
  const { comment, text, language, written, survey, prompt, sentAt, findings, status, done } = entry
  const decision = done?.decision

  // biome-ignore lint/correctness/useExhaustiveDependencies: a decision changes the history that is shown
  useEffect(() => {
    let here = true
    const load = revealAsked ? sendReveal(comment) : fetchDetail(comment)
    void load.then((answer) => here && answer.ok && setDetail(answer.value))
    return () => {
      here = false
    }
  }, [comment, revealAsked, decision])

  return (
    <article aria-labelledby="texte" data-comment={comment}>
      <h2 id="texte" ref={heading} tabIndex={-1} className="font-sans text-sm">
        <span className="font-semibold">
          <Words of={language}>{survey.title}</Words>
        </span>
        <span className="block text-muted">
          <Words of={language}>{prompt}</Words>
        </span>
      </h2>
      {status === 'refused' && <Refused entry={entry} />}
      {done && (
        <Notice className="mt-3">
          {t('decided', { outcome: t(`outcome.${done.outcome}` as 'outcome.published') })}
        </Notice>
      )}
      {entry.claimedBy && <Notice className="mt-3">{t('news.claimedBy', { name: entry.claimedBy })}</Notice>}
      <blockquote
        lang={written}
        dir="auto"
        className="mt-4 whitespace-pre-line border-rule border-l-2 pl-4 text-xl leading-relaxed"
      >
        <MarkedText text={text} findings={findings} />
      </blockquote>
      <p className="mt-2 font-sans text-muted text-sm">
        <time dateTime={sentAt}>
          {t('sentAt', {
            date: format.dateTime(new Date(sentAt), { dateStyle: 'long', timeStyle: 'short' }),
          })}
        </time>
        {entry.revision > 1 && ` · ${t('revision', { number: entry.revision })}`}
      </p>
      <Found entry={entry} />
      <ContextPanel
        comment={comment}
        language={language}
        detail={detail}
        onReveal={onReveal}
        onChange={setDetail}
      />
    </article>
  )
}

function Refused({ entry: { problem = 'internal', meanwhile } }: { entry: Entry }) {
  const t = useTranslations('moderation')
  const p = useTranslations('problems')
  const format = useFormat()
  return (
    <Notice role="alert" className="mt-3">
      {problem === 'network' ? t('network') : p(problem as 'internal')}{' '}
      {meanwhile?.outcome &&
        t('meanwhile', {
          by: meanwhile.by ?? t('someone'),
          outcome: t(`outcome.${meanwhile.outcome}` as 'outcome.published'),
          at: meanwhile.at ? format.dateTime(new Date(meanwhile.at), { timeStyle: 'short' }) : t('justNow'),
        })}
    </Notice>
  )
}

import { useTranslations } from 'next-intl'
import { LinkRow } from '@/components/ui/link-row'
import type { OwnComment } from '@/lib/comments/schema'
import type { SurveyView } from '@/lib/surveys/schema'
import { Words } from '../article/words'
import { Notice } from '../ui/notice'
import type { TypedAppeal } from './appeal-form'
import { isWhole, MyData } from './my-data'
import { OwnComments } from './own-comments'

type FoundBallotProps = {
  survey: SurveyView
  comments: OwnComment[]
  anchor: string
  done: string | undefined
  typed: TypedAppeal | undefined
}

/** Renders what one receipt opened: a link to the answers, and the texts that were sent with them. */
export function FoundBallot({ survey, comments, anchor, done, typed }: FoundBallotProps) {
  const t = useTranslations()
  const { slug, title, language, status } = survey
  const open = status === 'open'
  return (
    <section aria-labelledby={`bulletin-${slug}`} className="mt-8 border-rule border-t pt-6">
      <h2 id={`bulletin-${slug}`} className="font-semibold text-2xl leading-snug">
        <Words of={language}>{title}</Words>
      </h2>
      <LinkRow className="mt-2">
        <a href={`/consultations/${slug}/bulletin`} className="inline-block py-1">
          {t(open ? 'ballot.edit' : 'ballot.mine')}
        </a>
        <a href={`/consultations/${slug}/resultats`} className="inline-block py-1">
          {t('results.show')}
        </a>
        <a href="/verification" className="inline-block py-1">
          {t('results.verify')}
        </a>
      </LinkRow>
      {done && isWhole(done) && (
        <Notice role="status" className="mt-4">
          {t(`mine.done.${done}`)}
        </Notice>
      )}
      <MyData slug={slug} open={open} />
      <OwnComments
        comments={comments}
        language={language}
        anchor={anchor}
        acts={{ from: 'recu', open, done, typed }}
      />
    </section>
  )
}

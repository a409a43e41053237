import { useTimeZone, useTranslations } from 'next-intl'
import { ArticleHead } from '@/components/article/article-head'
import { Question } from '@/components/ballot/question'
import { publicationDay } from '@/lib/articles/rules/addresses/publication-day'
import { localDay } from '@/lib/platform/i18n/clock'
import { questionOf } from '@/lib/surveys/rules/editing'
import type { Draft, SurveyView } from '@/lib/surveys/schema'

/** Ids of a preview must not collide with those of the desk's own fields. */
const FIRST_ID = 900_000
const PER_QUESTION = 1_000

function viewOf(draft: Draft, zone: string): SurveyView {
  const url = URL.canParse(draft.sourceUrl) && { url: draft.sourceUrl }
  const date = publicationDay(draft.publishedOn, (at) => localDay(at, zone))
  const publishedOn = date && { publishedOn: date }
  return {
    ...draft,
    source: { name: draft.sourceName, ...url, ...publishedOn },
    status: 'open',
    version: 1,
    questions: draft.questions.map((editable, index) => {
      const id = FIRST_ID + index * PER_QUESTION
      const { options = [], required = false, ...question } = questionOf(editable, draft.language)
      return {
        ...question,
        id,
        required,
        options: options.map((option, place) => ({ ...option, id: id + place + 1 })),
      }
    }),
  }
}

/** Renders the consultation as readers will see it, while it is being written. The preview is inert. */
export function Preview({ draft, textLength }: { draft: Draft; textLength: number }) {
  const t = useTranslations('desk.review')
  const view = viewOf(draft, useTimeZone() ?? 'UTC')
  return (
    <section aria-label={t('preview')} className="border-rule border-t pt-6">
      <h2 className="mb-4 font-semibold text-xl">{t('preview')}</h2>
      <div inert className="rounded border border-rule bg-paper p-5">
        <ArticleHead survey={view} />
        <div className="mt-8">
          {view.questions.map((question) => (
            <Question
              key={question.id}
              question={question}
              fields={[]}
              textLength={textLength}
              language={draft.language}
            />
          ))}
        </div>
      </div>
    </section>
  )
}

import { useTranslations } from 'next-intl'
import { answeredCell, chosenOptions } from '@/lib/ballots/rules/cells'
import type { SurveyView } from '@/lib/surveys/schema'
import { capitalise, typeset } from '@/lib/typography'

/** What the cells of a ballot say, in the words of its questions: read from the cells, not from the answers. */
export function Answers({ survey, cells }: { survey: SurveyView; cells: string[] }) {
  const t = useTranslations('verification')
  const chosen = new Set(chosenOptions(cells))
  const answered = survey.questions.filter((question) => cells.includes(answeredCell(question.id)))
  return (
    <dl className="mt-2">
      {answered.map((question) => {
        const options = question.options.filter((option) => chosen.has(option.id))
        const words = options.map(({ aspect, label }) =>
          aspect ? `${capitalise(aspect)} : ${label.toLowerCase()}` : label,
        )
        return (
          <div key={question.id} className="mt-2">
            <dt className="font-serif">{typeset(question.prompt, survey.language)}</dt>
            <dd className="font-semibold">
              {words.length ? typeset(words.join(' ; '), survey.language) : t('text')}
            </dd>
          </div>
        )
      })}
    </dl>
  )
}

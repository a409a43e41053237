import { useTranslations } from 'next-intl'
import { Words } from '@/components/article/words'
import { answeredKey, chosenOptions } from '@/lib/ballots/rules/tally-keys'
import { optionName } from '@/lib/surveys/rules/aspects'
import type { SurveyView } from '@/lib/surveys/schema'

const SEPARATOR = { fr: ' ; ', en: '; ' } as const

/** Renders the cells of a ballot in the words of its questions: read from the cells, not from the answers. */
export function Answers({ survey, cells }: { survey: SurveyView; cells: string[] }) {
  const t = useTranslations('verification')
  const chosen = new Set(chosenOptions(cells))
  const answered = survey.questions.filter((question) => cells.includes(answeredKey(question.id)))
  return (
    <dl className="mt-2">
      {answered.map((question) => {
        const options = question.options.filter((option) => chosen.has(option.id))
        const words = options.map((option) => optionName(option, survey.language))
        return (
          <div key={question.id} className="mt-2">
            <dt className="font-serif">
              <Words of={survey.language}>{question.prompt}</Words>
            </dt>
            <dd className="font-semibold">
              {words.length ? (
                <Words of={survey.language}>{words.join(SEPARATOR[survey.language])}</Words>
              ) : (
                t('text')
              )}
            </dd>
          </div>
        )
      })}
    </dl>
  )
}

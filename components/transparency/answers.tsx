import { useFormatter, useTranslations } from 'next-intl'
import { Words } from '@/components/article/words'
import type { Transparency } from '@/lib/comments/schema'

/** Whether texts of one opinion were rejected more often than those of another. */
export function Answers({ answers }: { answers: Transparency['answers'] }) {
  const t = useTranslations('transparency')
  const format = useFormatter()
  if (!answers.length) return null
  const surveys = bySurvey(answers)
  return (
    <section aria-labelledby="reponses" className="mt-10 border-rule border-t pt-6">
      <h2 id="reponses" className="font-semibold text-2xl">
        {t('answersTitle')}
      </h2>
      <p className="mt-2">{t('answersExplain')}</p>
      {[...surveys.values()].map(([first, ...others]) => (
        <table key={first.slug} className="mt-6 w-full font-sans text-sm">
          <caption className="pb-1 text-left font-semibold">
            <Words of={first.language}>{first.title}</Words>
          </caption>
          <thead>
            <tr className="text-left text-muted">
              <th scope="col" className="wrap-anywhere py-1 font-normal">
                {t('answer')}
              </th>
              <th scope="col" className="cell py-1 pl-2 text-right font-normal">
                {t('decided')}
              </th>
              <th scope="col" className="cell py-1 pl-2 text-right font-normal">
                {t('rejectedShare')}
              </th>
            </tr>
          </thead>
          <tbody>
            {[first, ...others].map(({ prompt, label, decided, rejected }) => (
              <tr key={`${prompt}${label}`} className="border-rule border-t">
                <th scope="row" className="wrap-anywhere py-1.5 pr-3 text-left font-normal">
                  <Words of={first.language}>{label}</Words>
                </th>
                <td className="cell py-1.5 pl-2 text-right tabular-nums">
                  {decided === undefined ? t('few') : format.number(decided)}
                </td>
                <td className="cell py-1.5 pl-2 text-right tabular-nums">
                  {decided === undefined || rejected === undefined
                    ? '—'
                    : t('percent', { share: Math.round((rejected / decided) * 100) })}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      ))}
    </section>
  )
}

type Answer = Transparency['answers'][number]

function bySurvey(answers: Answer[]) {
  const surveys = new Map<string, [Answer, ...Answer[]]>()
  for (const answer of answers) {
    const known = surveys.get(answer.slug)
    if (known) known.push(answer)
    else surveys.set(answer.slug, [answer])
  }
  return surveys
}

import { useTranslations } from 'next-intl'
import { Words } from '@/components/article/words'
import { FigureTable } from '@/components/ui/figure-table'
import { useFormat } from '@/components/ui/use-format'
import type { Transparency } from '@/lib/comments/rules/transparency'
import { Share } from '@/lib/results/rules/shares'

/** Renders whether texts of one opinion were rejected more often than those of another. */
export function Answers({ answers }: { answers: Transparency['answers'] }) {
  const t = useTranslations('transparency')
  const words = useTranslations('results')
  const format = useFormat()
  if (!answers.length) return null
  const surveys = bySurvey(answers)
  return (
    <section aria-labelledby="reponses" className="mt-10 border-rule border-t pt-6">
      <h2 id="reponses" className="font-semibold text-2xl">
        {t('answersTitle')}
      </h2>
      <p className="mt-2">{t('answersExplain')}</p>
      {[...surveys.values()].map(([first, ...others]) => (
        <FigureTable
          key={first.slug}
          className="mt-6"
          caption={<Words of={first.language}>{first.title}</Words>}
          columns={[t('answer'), t('decided'), t('rejectedShare')]}
          rows={[first, ...others].map(({ prompt, label, decided, rejected }) => ({
            key: `${prompt}${label}`,
            label: <Words of={first.language}>{label}</Words>,
            figures: [
              decided === undefined ? t('few') : format.number(decided),
              decided === undefined || rejected === undefined
                ? '—'
                : (Share.of(rejected, decided, 1)?.label(words) ?? '—'),
            ],
          }))}
        />
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

import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { Words } from '@/components/article/words'
import { LinkRow } from '@/components/ui/link-row'
import type { SurveyView } from '@/lib/surveys/schema'

type SurveyLinksProps = { surveys: SurveyView[]; editor: boolean }

/** Lists consultations with the pages of each; for an editor, their own pages of them too. */
export function SurveyLinks({ surveys, editor }: SurveyLinksProps) {
  const t = useTranslations()
  const pagesOf = ({ slug }: SurveyView) => {
    const [page, desk] = [`/consultations/${slug}`, `/redaction/${slug}`]
    const pages: [href: string, name: string][] = [[`${page}/resultats`, t('results.title')]]
    if (editor)
      pages.push(
        [desk, t('desk.title')],
        [`${desk}/resultats`, t('analysis.title')],
        [`${desk}/exports`, t('desk.exports.title')],
      )
    return pages
  }
  return (
    <ul>
      {surveys.map((survey) => (
        <li key={survey.slug} className="py-1.5">
          <Link id={`plan-${survey.slug}`} href={`/consultations/${survey.slug}`} prefetch={false}>
            <Words of={survey.language}>{survey.title}</Words>
          </Link>
          <LinkRow className="text-sm">
            {pagesOf(survey).map(([href, name]) => (
              <Link
                key={href}
                id={`plan${href.replaceAll('/', '-')}`}
                href={href}
                prefetch={false}
                aria-labelledby={`plan${href.replaceAll('/', '-')} plan-${survey.slug}`}
                className="inline-block py-1.5"
              >
                {name}
              </Link>
            ))}
          </LinkRow>
        </li>
      ))}
    </ul>
  )
}

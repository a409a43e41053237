import { useTranslations } from 'next-intl'
import type { FieldProblem } from '@/lib/platform/http/problem-codes'

type Label = 'articleTitle' | 'summary' | 'source' | 'sourceUrl' | 'publishedOn' | 'slug' | 'questions'

/** The label of each field, by its path in the draft. */
const LABELS = new Map<string, Label>([
  ['title', 'articleTitle'],
  ['summary', 'summary'],
  ['sourceName', 'source'],
  ['sourceUrl', 'sourceUrl'],
  ['publishedOn', 'publishedOn'],
  ['slug', 'slug'],
  ['questions', 'questions'],
])

/** Renders everything that is missing or wrong in a draft by its name, each a link to its field. */
export function Faults({ faults }: { faults: FieldProblem[] }) {
  const t = useTranslations('desk.review')
  const p = useTranslations('problems')
  const nameOf = (field: string) => {
    const place = /^questions\.(\d+)\./.exec(field)?.[1]
    if (place !== undefined) return t('questionNumber', { number: Number(place) + 1 })
    const label = LABELS.get(field)
    return label && t(label)
  }
  return faults.map(({ field = '', code, values }) => {
    const fault = p(`fields.${code}`, values)
    const name = nameOf(field)
    return (
      <li key={`${field} ${code}`}>
        <a href={`#${field}`}>{name === undefined ? fault : t('fault', { name, fault })}</a>
      </li>
    )
  })
}

import { useTranslations } from 'next-intl'
import type { Cut } from '@/lib/articles/rules/addresses/limits'

/** Says which parts of an article exceeded the limits and were not read. */
export function CutNotes({ cuts }: { cuts: Cut[] }) {
  const t = useTranslations('desk.cuts')
  if (!cuts.length) return null
  return (
    <ul className="mt-2 font-sans text-sm">
      {cuts.map(({ of, kept, given }) => (
        <li key={of}>{t(of, { kept, given })}</li>
      ))}
    </ul>
  )
}

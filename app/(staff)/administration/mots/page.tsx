import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { TryWords } from '@/components/charter/try-words'
import { WordsForm } from '@/components/charter/words-form'
import { saveWordsAction } from '@/lib/comments/actions'
import { wordLists } from '@/lib/comments/queries/words'
import { listKinds } from '@/lib/comments/schema'
import { requireRole } from '@/lib/staff/gate'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('words')
  return { title: t('title') }
}

/** Renders the forms of both word lists. */
export default async function WordsPage() {
  await requireRole('admin')
  const [lists, t] = await Promise.all([wordLists(), getTranslations('words')])
  return (
    <>
      <h1 className="font-semibold text-4xl leading-tight tracking-tight">{t('title')}</h1>
      <p className="mt-3 max-w-3xl text-lg text-muted">{t('lead')}</p>
      <p className="mt-2 max-w-3xl font-sans text-sm">{t('syntax')}</p>
      <div className="mt-4 max-w-3xl">
        <TryWords banned={lists.banned} suspect={lists.suspect} />
      </div>
      <div className="mt-8 gap-10 md:grid md:grid-cols-2">
        {listKinds.map((kind) => (
          <WordsForm key={kind} action={saveWordsAction} kind={kind} words={lists[kind]} />
        ))}
      </div>
    </>
  )
}

import type { Metadata } from 'next'
import { cookies } from 'next/headers'
import { getTranslations } from 'next-intl/server'
import { OwnComments } from '@/components/comments/own-comments'
import { Button } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import { env } from '@/lib/env'
import { GRANTS_COOKIE, TYPED_RECEIPT_COOKIE } from '@/lib/readers/cookies'
import { readGrants } from '@/lib/readers/rules/grants'
import { findSlugs, findSurvey } from '@/lib/surveys/queries/public'
import { typeset } from '@/lib/typography'
import { commentsOfReader } from '../consultations/[slug]/own-comments'
import { typedAppeal } from '../typed-appeal'

/** Somebody with more receipts than this finds the older ones by typing them again. */
const MOST_SHOWN = 10

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('receipt')
  return { title: t('findTitle') }
}

/** What the receipts typed on this device opened, the last one first. */
async function opened(cookie: string | undefined) {
  const grants = readGrants(cookie, env().AVIS_SECRET).toReversed().slice(0, MOST_SHOWN)
  const slugs = await findSlugs(grants.map(([id]) => id))
  const surveys = (await Promise.all(slugs.map((slug) => findSurvey(slug)))).filter(
    (found) => found !== undefined,
  )
  return Promise.all(
    surveys.map(async ({ view, ...survey }) => ({
      view,
      comments: await commentsOfReader({ view, ...survey }),
    })),
  )
}

export default async function ReceiptPage({ searchParams }: Props) {
  const [{ inconnu, fait, recours }, jar, t] = await Promise.all([searchParams, cookies(), getTranslations()])
  const unknown = inconnu !== undefined
  const [found, appeal] = await Promise.all([opened(jar.get(GRANTS_COOKIE)?.value), typedAppeal(recours)])
  const typed = unknown ? jar.get(TYPED_RECEIPT_COOKIE)?.value : undefined
  return (
    <>
      <h1 className="font-semibold text-4xl leading-tight tracking-tight">{t('receipt.findTitle')}</h1>
      <p className="mt-4 text-lg">{t('receipt.findLead')}</p>
      {unknown && (
        <Notice role="alert" className="mt-6">
          <a href="#code">{t('problems.receipt_unknown')}</a>
        </Notice>
      )}
      <form method="post" action="/api/v1/receipts" className="mt-6 font-sans">
        <label htmlFor="code" className="block font-semibold">
          {t('receipt.label')}
        </label>
        <p id="code-hint" className="text-muted text-sm">
          {t('receipt.hint')}
        </p>
        <input
          id="code"
          name="code"
          type="text"
          required
          maxLength={60}
          defaultValue={typed}
          autoComplete="off"
          autoCapitalize="characters"
          spellCheck={false}
          aria-describedby="code-hint"
          aria-invalid={unknown ? true : undefined}
          className="mt-2 block w-full rounded border border-field bg-raised px-3 py-2.5 font-mono text-lg"
        />
        <Button type="submit" className="mt-4 w-full sm:w-auto">
          {t('receipt.find')}
        </Button>
      </form>
      {found.map(({ view, comments }, index) => (
        <section key={view.slug} aria-labelledby={`trouve-${index}`} className="mt-12">
          <h2 id={`trouve-${index}`} className="font-semibold text-2xl">
            {typeset(view.title)}
          </h2>
          <p className="mt-2 font-sans">
            <a href={`/consultations/${view.slug}/bulletin`}>
              {t(view.status === 'open' ? 'ballot.edit' : 'ballot.mine')}
            </a>
          </p>
          <OwnComments
            headingId={`textes-${index}`}
            comments={comments}
            acts={{
              from: 'recu',
              open: view.status === 'open',
              done: index === 0 && typeof fait === 'string' ? fait : undefined,
              typed: index === 0 ? appeal : undefined,
            }}
          />
        </section>
      ))}
    </>
  )
}

import type { Metadata } from 'next'
import { cookies } from 'next/headers'
import { getTranslations } from 'next-intl/server'
import { FoundBallot } from '@/components/comments/found-ballot'
import { Button } from '@/components/ui/button'
import { described, Field, TextInput } from '@/components/ui/field'
import { Notice } from '@/components/ui/notice'
import { alternates, unlessAsked } from '@/lib/platform/i18n/locale'
import { cookieOf, GRANTS_COOKIE, grantsIn, TYPED_RECEIPT_COOKIE } from '@/lib/readers/cookies'
import { findSlugs, findSurvey } from '@/lib/surveys/queries/public'
import { commentsOfReader } from '../consultations/[slug]/own-comments'
import { typedAppeal } from '../typed-appeal'

/** Maximum receipts shown: a reader with more finds the older ones by typing them once more. */
const MAX_SHOWN = 10

type Given = Record<'inconnu' | 'trouve' | 'fait' | 'recours', string | string[] | undefined>
type Props = { searchParams: Promise<Given> }

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  const [t, given] = await Promise.all([getTranslations('receipt'), searchParams])
  return {
    title: t('findTitle'),
    description: t('findLead'),
    alternates: alternates('/recu'),
    robots: unlessAsked(given),
  }
}

/** Returns what the receipts typed on this device opened: first the requested one, then the last one typed. */
async function opened(cookie: string | undefined, first: Given['trouve']) {
  const grants = grantsIn(cookie).toReversed()
  const slugs = await findSlugs(grants.map(([id]) => id))
  const ordered = [
    ...slugs.filter((slug) => slug === first),
    ...slugs.filter((slug) => slug !== first),
  ].slice(0, MAX_SHOWN)
  const surveys = await Promise.all(ordered.map((slug) => findSurvey(slug)))
  return Promise.all(
    surveys
      .filter((survey) => survey !== undefined)
      .map(async (survey) => ({ survey: survey.view, comments: await commentsOfReader(survey) })),
  )
}

/** Renders a reader's answers and texts by their receipts, on any device. */
export default async function ReceiptPage({ searchParams }: Props) {
  const [{ inconnu, trouve, fait, recours }, jar, t] = await Promise.all([
    searchParams,
    cookies(),
    getTranslations(),
  ])
  const [found, typed] = await Promise.all([
    opened(cookieOf(jar, GRANTS_COOKIE), trouve),
    typedAppeal(recours),
  ])
  const unknown = inconnu !== undefined && t('problems.receipt_unknown')
  const done = typeof fait === 'string' ? fait : undefined
  const justFound = !done && !recours && trouve !== undefined && found[0]?.survey.slug === trouve
  return (
    <>
      <h1 className="font-semibold text-4xl leading-tight tracking-tight">{t('receipt.findTitle')}</h1>
      {unknown && (
        <Notice role="alert" className="mt-6">
          <a href="#code">{unknown}</a>
        </Notice>
      )}
      {justFound && (
        <Notice role="status" className="mt-6">
          {t('receipt.found')}
        </Notice>
      )}
      {found.map(({ survey, comments }, index) => (
        <FoundBallot
          key={survey.slug}
          survey={survey}
          comments={comments}
          anchor={index === 0 ? 'textes' : `textes-${survey.slug}`}
          done={index === 0 ? done : undefined}
          typed={typed}
        />
      ))}
      <form method="post" action="/api/v1/receipts" className="mt-8 font-sans">
        {found.length > 0 && (
          <h2 className="border-rule border-t pt-6 font-semibold text-lg">{t('receipt.another')}</h2>
        )}
        <p className="mt-2 font-serif text-lg">{t('receipt.findLead')}</p>
        <Field id="code" label={t('receipt.label')} hint={t('receipt.hint')} error={unknown}>
          <TextInput
            {...described('code', { hint: true, error: unknown })}
            name="code"
            required
            maxLength={60}
            defaultValue={unknown ? cookieOf(jar, TYPED_RECEIPT_COOKIE) : undefined}
            autoComplete="off"
            autoCapitalize="characters"
            spellCheck={false}
          />
        </Field>
        <Button type="submit" className="mt-4 w-full sm:w-auto">
          {t('receipt.find')}
        </Button>
      </form>
    </>
  )
}

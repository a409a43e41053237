import type { Metadata } from 'next'
import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import { TokenForm } from '@/components/staff/token-form'
import { TokenList } from '@/components/staff/token-list'
import { StatusMessage } from '@/components/ui/status-message'
import { pageOrigin } from '@/lib/platform/http/page-origin'
import { createTokenAction, revokeTokenAction } from '@/lib/staff/actions'
import { requireRole } from '@/lib/staff/gate'
import { ownTokens } from '@/lib/staff/queries/tokens'
import { ACCOUNT } from '@/lib/staff/rules/paths'

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('tokens')
  return { title: t('title') }
}

/** Renders the tokens with which an editor's own programs request exports. */
export default async function TokensPage({ searchParams }: Props) {
  const editor = await requireRole('editor')
  const [given, tokens, t, account, origin] = await Promise.all([
    searchParams,
    ownTokens(editor),
    getTranslations('tokens'),
    getTranslations('administration'),
    pageOrigin(),
  ])
  const said = (['revoked', 'allRevoked'] as const).find((one) => one === given.dit)
  return (
    <div className="max-w-2xl">
      <p className="font-sans">
        <Link href={ACCOUNT} prefetch={false}>
          {account('accountTitle')}
        </Link>
      </p>
      <h1 className="mt-2 font-semibold text-4xl leading-tight tracking-tight">{t('title')}</h1>
      <p className="mt-3 text-lg text-muted">{t('lead')}</p>
      {said && <StatusMessage className="mt-6">{t(said)}</StatusMessage>}
      <section className="mt-10" aria-labelledby="nouveau">
        <h2 id="nouveau" className="mb-4 font-semibold text-2xl">
          {t('new')}
        </h2>
        <TokenForm action={createTokenAction} />
      </section>
      <section className="mt-10" aria-labelledby="jetons">
        <h2 id="jetons" className="mb-4 font-semibold text-2xl">
          {t('own')}
        </h2>
        <TokenList tokens={tokens} revoke={revokeTokenAction} />
      </section>
      <section className="mt-10" aria-labelledby="usage">
        <h2 id="usage" className="mb-4 font-semibold text-2xl">
          {t('how')}
        </h2>
        <pre className="whitespace-pre-wrap break-all rounded border border-rule bg-raised px-4 py-3 font-mono text-sm">
          {`curl -H 'Authorization: Bearer avis_…' \\
  -H 'Content-Type: application/json' -d '{"format":"csv"}' \\
  ${origin}/api/v1/surveys/${t('address')}/exports`}
        </pre>
      </section>
    </div>
  )
}

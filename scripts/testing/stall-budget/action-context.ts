/**
 * Server actions, run as Next runs them once it has parsed their form. They run in Next's own storages, with the
 * cookies of a browser.
 */
import 'next/dist/server/node-environment-baseline.js'
import type { Client } from '../client'

/**
 * Recognises the errors that end an action without a failure. They are a redirect, a refused role, or refused input
 * that no form of ours sends.
 */
const isEnd = (error: unknown) =>
  error instanceof Error && ('digest' in error || error.name === 'ZodError' || error.name === '$ZodError')

/** Runs `action` and resolves or rejects as it does. */
export async function runAction(client: Client, action: () => Promise<unknown>): Promise<unknown> {
  const { workAsyncStorage } = await import('next/dist/server/app-render/work-async-storage.external.js')
  const { workUnitAsyncStorage } = await import(
    'next/dist/server/app-render/work-unit-async-storage.external.js'
  )
  const { RequestCookies } = await import('next/dist/server/web/spec-extension/cookies.js')
  const { HeadersAdapter } = await import('next/dist/server/web/spec-extension/adapters/headers.js')
  const headers = new Headers({
    host: 'avis.example',
    cookie: [...client.cookies].map(([name, value]) => `${name}=${value}`).join('; '),
  })
  const jar = new RequestCookies(headers)
  const work = { route: '/', page: '/page', incrementalCache: {}, pendingRevalidatedTags: [] }
  const unit = {
    type: 'request',
    phase: 'action',
    cookies: jar,
    mutableCookies: jar,
    userspaceMutableCookies: jar,
    headers: HeadersAdapter.seal(headers),
    url: { pathname: '/', search: '' },
  }
  return workAsyncStorage.run(work as never, () => workUnitAsyncStorage.run(unit as never, action))
}

/** Runs `action`; ends without a response are no failures. */
export async function inAction(client: Client, action: () => Promise<unknown>): Promise<void> {
  try {
    await runAction(client, action)
  } catch (error) {
    if (!isEnd(error)) throw error
  }
}

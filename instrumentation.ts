import type { Instrumentation } from 'next'

/** Receives from Next why a page could not be rendered, before it answers the request. */
export const onRequestError: Instrumentation.onRequestError = async (error, request, context) => {
  if (process.env.NEXT_RUNTIME !== 'nodejs') return
  const { notePageFailure } = await import('./lib/server/error-pages')
  const { 'x-request-id': id } = request.headers
  notePageFailure(error, typeof id === 'string' ? id : undefined, context.routePath)
}

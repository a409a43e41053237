import type { Headers } from './exchange'

/** Returns the media type of the request's body, in lower case and without parameters. */
export const contentType = (request: Headers) =>
  (request.header('content-type') ?? '').split(';')[0]?.trim().toLowerCase()

/** Returns whether the body is an urlencoded form. */
export const isForm = (request: Headers) => contentType(request) === 'application/x-www-form-urlencoded'

/**
 * Returns whether the request is a browser's own form post, with a file or without. Such a post expects a page and not
 * JSON.
 */
export const wantsPage = (request: Headers) =>
  (isForm(request) || contentType(request) === 'multipart/form-data') &&
  /\btext\/html\b/.test(request.header('accept') ?? '')

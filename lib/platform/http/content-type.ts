import type { Context } from 'hono'

/** Returns the media type of the request's body, in lower case and without parameters. */
export const contentType = (c: Context) =>
  (c.req.header('content-type') ?? '').split(';')[0]?.trim().toLowerCase()

/** Returns whether the body is an urlencoded form. */
export const isForm = (c: Context) => contentType(c) === 'application/x-www-form-urlencoded'

/**
 * Returns whether the request is a browser's own form post, with a file or without. Such a post expects a page and not
 * JSON.
 */
export const wantsPage = (c: Context) =>
  (isForm(c) || contentType(c) === 'multipart/form-data') &&
  /\btext\/html\b/.test(c.req.header('accept') ?? '')

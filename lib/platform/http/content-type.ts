import type { Context } from 'hono'

export const contentType = (c: Context) =>
  (c.req.header('content-type') ?? '').split(';')[0]?.trim().toLowerCase()

export const isForm = (c: Context) => contentType(c) === 'application/x-www-form-urlencoded'

/** Whether the request is a browser's own form post, with a file or without, which wants a page and not JSON. */
export const wantsPage = (c: Context) =>
  (isForm(c) || contentType(c) === 'multipart/form-data') &&
  /\btext\/html\b/.test(c.req.header('accept') ?? '')

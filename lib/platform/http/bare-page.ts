import { createHash } from 'node:crypto'
import { html, raw } from 'hono/html'
import type { Locale } from '../i18n/locale'
import { translator } from '../i18n/messages'
import { ownPagePolicy } from './security-headers'
import { type Theme, theme } from './theme'

/** The site's typography (app/globals.css), as far as a few words need it. */
const LOOK = `
body{margin:0;background:var(--paper);color:var(--ink);font:1.125rem/1.6 "Source Serif 4",Georgia,serif}
header,main{max-width:42rem;margin:0 auto;padding:1rem 1.25rem}header{max-width:none;border-bottom:3px double var(--rule)}
header b{display:block;max-width:42rem;margin:0 auto;font-size:1.875rem;line-height:1.2;font-weight:600;letter-spacing:-.025em}main{padding-top:3rem}
h1{margin:0;text-wrap:balance;font-size:2.1rem;line-height:1.2;font-weight:600;letter-spacing:-.01em}
a{display:inline-block;padding:.35rem 0;color:var(--accent);text-underline-offset:.2em}a:focus-visible{outline:3px solid var(--accent);outline-offset:3px}
p.note{color:var(--muted);font:.95rem/1.5 system-ui,sans-serif}code{overflow-wrap:anywhere;user-select:all}`

let made: { of: Theme; style: string; policy: string } | undefined

/** Returns the style of such a page and the policy that allows it, computed once per theme. */
function look() {
  const of = theme()
  if (made?.of !== of) {
    const style = of.style + LOOK
    const hash = createHash('sha256').update(style).digest('base64')
    made = { of, style, policy: ownPagePolicy(hash, { scripts: "'none'", frames: "'none'" }) }
  }
  return made
}

/** Returns the policy of such a page: it may load its own style, and nothing else. */
export const barePolicy = () => look().policy

type Words = {
  locale: Locale
  title: string
  text: string[]
  /** Whether a retry of the same address may help. */
  again?: boolean
  /** Where a reader can go on. */
  way?: { to: string; text: string }
  /** The id under which the log names the failure. */
  id?: string | undefined
}

/** Returns a page of a few words that stands alone: it must be available when nothing else can be rendered. */
export function barePage({ locale, title, text, again, way, id }: Words): string {
  const words = translator(locale, 'failure')
  return String(html`<!doctype html>
<html lang="${locale}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta name="robots" content="noindex">
<title>${title}</title>
<style>${raw(look().style)}</style>
</head>
<body>
<header><b>${theme().siteName}</b></header>
<main>
<h1>${title}</h1>
${text.map((sentence) => html`<p>${sentence}</p>\n`)}
${way ? html`<p><a href="${way.to}">${way.text}</a></p>` : ''}
${again ? html`<p><a href="">${words('retry')}</a></p>` : ''}
${id ? html`<p class="note">${words('id')} <code>${id}</code></p>` : ''}
</main>
</body>
</html>
`)
}

import { html, raw } from 'hono/html'
import { tokenStyle } from '../../appearance/css/style-sheet'
import type { Accents } from '../../appearance/rules/palette'
import type { Locale } from '../../platform/i18n/locale'
import { translator } from '../../platform/i18n/messages'
import { capitalise, typeset } from '../../platform/i18n/typography'
import type { SurveyView } from '../../surveys/schema'
import { type FigureGroup, type FigureRow, figureGroups, showsShares } from '../rules/figures'
import type { Results } from '../schema'

/**
 * The site that the frame belongs to, and its accent colour. No logo: every reader of an article would have to load it.
 */
export type EmbedSite = { name: string; named: boolean; accents: Accents | undefined }
type Words = ReturnType<typeof translator<'embed'>>
/** `foot` is the text below the figures. */
type Given = { view: SurveyView; results: Results | undefined; foot: string; site: EmbedSite }
type Shown = Given & { t: Words; words: ReturnType<typeof translator<'results'>> }

const USED = ['paper', 'ink', 'muted', 'rule', 'track', 'accent', 'onAccent'] as const
const LOOK = `
*{box-sizing:border-box}
body{margin:0;padding:1.1rem 1.2rem 1.2rem;border:1px solid var(--rule);border-top:4px solid var(--accent);background:var(--paper);color:var(--ink);font:1rem/1.5 system-ui,-apple-system,"Segoe UI",Roboto,sans-serif;overflow-wrap:break-word}
h1,h2{font-family:Georgia,"Times New Roman",serif;text-wrap:balance;margin:0}
h1{font-size:1rem;font-weight:400;color:var(--muted)}
h2{font-size:1.3rem;line-height:1.3;margin-top:1rem}
p{margin:.4rem 0 0}
.kicker{margin:0;color:var(--accent);font-weight:600;font-size:.85rem}
.small{color:var(--muted);font-size:.85rem}
table{width:100%;border-collapse:collapse;margin-top:.6rem}
caption{text-align:left;font-weight:600}
caption span{font-weight:400}
th{width:100%;text-align:left;font-weight:400;padding:.3rem 0}
td{padding:.3rem 0 .3rem .8rem;text-align:right;white-space:nowrap;vertical-align:bottom;font-variant-numeric:tabular-nums}
td.share{font-weight:600}
svg{display:block;width:100%;height:.6rem;margin-top:.15rem}
.track{fill:var(--track)}.bar{fill:var(--accent)}
.go{display:inline-block;margin-top:1rem;padding:.65rem 1.1rem;border-radius:4px;background:var(--accent);color:var(--on-accent);font-weight:600;text-decoration:none}
a{color:inherit}.more{display:inline-block;margin-left:1rem;padding:.2rem 0}
:focus-visible{outline:3px solid var(--accent);outline-offset:3px}
@media(forced-colors:active){.track{fill:Canvas;stroke:CanvasText}.bar{fill:CanvasText}.go{border:1px solid}}
`

/** Returns all styles of the frame: a frame in another site's page must appear at once, and weigh next to nothing. */
export const embedStyle = (accents: Accents | undefined) => tokenStyle(USED, accents) + LOOK

const row = ({ label, count, share }: FigureRow, { view, t, words }: Shown) => html`<tr>
<th scope="row">${typeset(label, view.language)}${
  share === undefined
    ? ''
    : html`<svg aria-hidden="true"><rect class="track" width="100%" height="100%"/><rect class="bar" width="${share.exact}%" height="100%"/></svg>`
}</th>
${share === undefined ? '' : html`<td class="share">${share.label(words)}</td>`}<td>${t('count', { count })}</td></tr>`

const BASES = {
  expressed: 'expressed',
  answered: 'base',
  multiple: 'multiple',
  multipleExpressed: 'multipleExpressed',
} as const

const table = ({ aspect, base, total, rows, abstained }: FigureGroup, shown: Shown) => html`<table>
<caption>${aspect ? `${typeset(capitalise(aspect), shown.view.language)} ` : ''}<span class="small">${shown.t(BASES[base], { count: total })}</span></caption>
<tbody>${rows.map((one) => row(one, shown))}</tbody></table>${
  abstained === undefined ? '' : html`<p class="small">${shown.words('abstained', { count: abstained })}</p>`
}`

const questions = (shown: Shown) =>
  shown.view.questions.map((question) => {
    const figures = shown.results?.questions.find(({ id }) => id === question.id)
    return html`<section><h2>${typeset(question.prompt, shown.view.language)}</h2>
${figures && shown.results?.ballots ? figureGroups(question, figures).map((group) => table(group, shown)) : ''}</section>`
  })

type Document = { language: Locale; title: string; site: EmbedSite }

const document = ({ language, title, site }: Document, body: unknown) => html`<!doctype html>
<html lang="${language}" data-avis-frame><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="robots" content="noindex"><title>${title}</title><style>${raw(embedStyle(site.accents))}</style><script src="/embed.js" async></script></head><body>${body}</body></html>`

const link = (look: string, address: string, text: string) =>
  html`<a class="${look}" href="${address}" target="_blank" rel="noopener">${text}</a>`

/**
 * Renders what a publisher's page shows of a consultation: its questions, its public figures, and a link to it. Its
 * language is that of the article. Readers cannot answer here, so that nothing is stored in another site's page.
 */
export function embedPage(given: Given) {
  const { view, results, foot, site } = given
  const t = translator(view.language, 'embed')
  const shown = { ...given, t, words: translator(view.language, 'results') }
  const open = view.status === 'open'
  const address = `/consultations/${view.slug}`
  return document(
    { language: view.language, title: view.title, site },
    html`<p class="kicker">${site.named ? t('kickerOf', { site: site.name }) : t('kicker')}</p>
<h1>${typeset(view.title, view.language)}</h1>
<div>${questions(shown)}</div>
${results?.ballots ? html`<p class="small" data-seq="${results.seq}">${foot}. ${t('selfChosen')}${showsShares(view.questions, results) ? ` ${t('rounded')}` : ''}</p>` : ''}
${results?.earlier ? html`<p class="small">${t('earlier', { count: results.earlier })}</p>` : ''}
${open ? link('go', address, t('answer')) : html`<p>${t('closed')}</p>`}
${results?.ballots || results?.earlier ? link(open ? 'more' : 'go', `${address}/resultats`, t('results')) : ''}`,
  )
}

/** Renders the frame of a consultation that does not exist. */
export function embedGone(language: Locale, site: EmbedSite) {
  const gone = translator(language, 'embed')('gone')
  return document({ language, title: gone, site }, html`<h1>${gone}</h1>`)
}

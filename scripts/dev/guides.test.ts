import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { type Locale, locales } from '../../lib/platform/i18n/locale'
import { catalogueOf } from '../../lib/platform/i18n/messages'
import { typeset } from '../../lib/platform/i18n/typography'

const root = path.join(import.meta.dirname, '..', '..')
const read = (file: string) => readFileSync(path.join(root, file), 'utf8')
const markdownIn = (folder: string, recursive = false) =>
  readdirSync(path.join(root, folder), { recursive, encoding: 'utf8' })
    .filter((file) => file.endsWith('.md'))
    .map((file) => path.join(folder, file))
const documents = [...markdownIn('.'), ...markdownIn('docs', true)]

/** The names of each guide by language; e2e/quality/guide-tour.spec.ts follows the first one. */
const GUIDES = {
  tour: { fr: 'visite', en: 'tour' },
  reader: { fr: 'lecteur', en: 'reader' },
  moderation: { fr: 'moderation', en: 'moderation' },
  editing: { fr: 'redaction', en: 'editing' },
  operating: { fr: 'exploitation', en: 'operating' },
} as const
type Guide = keyof typeof GUIDES
const guideIn = (guide: Guide, language: Locale) => `docs/guides/${language}/${GUIDES[guide][language]}.md`
const guides = Object.keys(GUIDES) as Guide[]

const headingsOf = (file: string) => [...read(file).matchAll(/^(#+) (.+)$/gm)]
/** Returns a heading's anchor as GitHub forms it. */
const anchorOf = (heading: string) =>
  heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N} -]/gu, '')
    .replaceAll(' ', '-')

function brokenLinks(file: string): string[] {
  const links = [...read(file).matchAll(/\]\(([^)\s]+)\)|src="([^"]+)"/g)].map(
    ([, link, src]) => link ?? src ?? '',
  )
  return links
    .filter((link) => !/^\w+:/.test(link))
    .filter((link) => {
      const [to = '', anchor] = link.split('#')
      const target = to ? path.join(path.dirname(file), to) : file
      if (!existsSync(path.join(root, target))) return true
      return (
        anchor !== undefined &&
        !headingsOf(target).some(([, , heading]) => anchorOf(heading ?? '') === anchor)
      )
    })
}

/** Returns the text without code, markup and addresses. */
const proseOf = (markdown: string) =>
  markdown.split(/^ *```[\s\S]*?^ *```|`[^`]+`|\]\([^)]+\)|<(?:img|br)\b|src="[^"]+"/m)

const plain = (text: string) => text.replace(/\s+/g, ' ').replaceAll('’', "'")
const leavesOf = (messages: object): string[] =>
  Object.values(messages).flatMap((value) => (typeof value === 'string' ? [value] : leavesOf(value)))

describe('README and docs', () => {
  it('are read: there are documents, links and pictures to look at', () => {
    expect(documents.length).toBeGreaterThan(30)
    expect(read(guideIn('editing', 'fr'))).toContain('<img src="')
  })

  it.each(documents)('%s leads only to what is there', (file) => expect(brokenLinks(file)).toEqual([]))
})

describe('guides', () => {
  it.each(guides)('%s has the same headings in both languages', (guide) => {
    const levels = (language: Locale) => headingsOf(guideIn(guide, language)).map(([, level]) => level)
    expect(levels('en')).toEqual(levels('fr'))
  })

  it.each([...guides.map((guide) => guideIn(guide, 'fr')), 'LISEZMOI.md'])(
    '%s is set as French is',
    (file) => {
      const prose = proseOf(read(file))
      expect(prose).toEqual(prose.map((part) => typeset(part, 'fr')))
    },
  )

  const named = guides
    .filter((guide) => guide !== 'tour')
    .flatMap((guide) => locales.map((language) => [guide, language] as const))
  it.each(named)('%s calls buttons and fields as pages do (%s)', (guide, language) => {
    const said = leavesOf(catalogueOf(language)).map(plain)
    const names = [...read(guideIn(guide, language)).matchAll(/\*\*([^*]+)\*\*/g)].map(([, name]) =>
      plain(name ?? ''),
    )
    expect(names.length).toBeGreaterThan(5)
    expect(names.filter((name) => !said.includes(name))).toEqual([])
  })
})

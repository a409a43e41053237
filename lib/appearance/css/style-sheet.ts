import { createHash } from 'node:crypto'
import { type Accents, paletteIn } from '../rules/palette'
import { propertyOf, type Scheme, TOKENS, type Token } from '../rules/tokens'

const declared = (tokens: Partial<Record<Token, string>>) =>
  Object.entries(tokens)
    .map(([token, value]) => `${propertyOf(token as Token)}:${value}`)
    .join(';')

/**
 * Returns a style sheet with the design tokens in `wanted` as custom properties, for both schemes. Without `accents` they
 * have the default accent.
 */
export function tokenStyle(wanted: readonly Token[], accents: Accents | undefined): string {
  const of = (scheme: Scheme) => {
    const all: Record<Token, string> = { ...TOKENS[scheme], ...paletteIn(scheme, accents) }
    return declared(Object.fromEntries(wanted.map((token) => [token, all[token]])))
  }
  return `:root{color-scheme:light dark;${of('light')}}
@media(prefers-color-scheme:dark){:root{${of('dark')}}}`
}

/** Returns what a newsroom's accent changes in the style sheet of our pages; print keeps its greys. */
export function accentSheet(accents: Accents): string {
  const of = (scheme: Scheme) => {
    const { accent, onAccent, accentSoft } = paletteIn(scheme, accents)
    return `:root:root{${declared({ accent, onAccent, accentSoft })}}`
  }
  return `@media screen{${of('light')}}@media screen and (prefers-color-scheme:dark){${of('dark')}}`
}

const tagOf = (sheet: string) => createHash('sha256').update(sheet).digest('hex').slice(0, 8)

/**
 * Returns the name of that sheet's file. It contains everything in the sheet, so that any process can build it and no
 * page waits for the database. Its last part is a hash of the sheet, which differs where a later version builds
 * another.
 */
export function sheetName(accents: Accents): string {
  const colours = [accents.light, accents.dark].map((colour) => colour.slice(1))
  return `${[...colours, tagOf(accentSheet(accents))].join('-')}.css`
}

const NAME = /^([0-9a-f]{6})-([0-9a-f]{6})-([0-9a-f]{8})\.css$/

/**
 * Returns the sheet of that name, and whether it is exactly the named one: another version's may differ a little.
 * Returns undefined for any other name.
 */
export function sheetOf(name: string): { sheet: string; exact: boolean } | undefined {
  const [, light, dark, tag] = NAME.exec(name) ?? []
  if (!light || !dark) return undefined
  const sheet = accentSheet({ light: `#${light}`, dark: `#${dark}` })
  return { sheet, exact: tagOf(sheet) === tag }
}

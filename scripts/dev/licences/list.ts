import { readFileSync } from 'node:fs'
import path from 'node:path'

const root = path.join(import.meta.dirname, '..', '..', '..')
export const LIST = path.join(root, 'docs', 'licences.md')

/**
 * Licences that permit distribution with a program under another licence, as ours: unmodified, in its original form.
 */
const ALLOWED =
  /^(?:MIT(?:-0|\/X11)?|ISC|0BSD|Apache-2\.0|BSD-[23]-Clause|BlueOak-1\.0\.0|Unlicense|Zlib|CC-BY-4\.0|OFL-1\.1|MPL-2\.0|EPL-2\.0|LGPL-3\.0-or-later)$/
/** Packages that state their licence only in its text, read by hand. */
const READ: Record<string, string> = { 'seq-queue': 'MIT' }

export type Shipped = { name: string; version: string; licence: string }

/** Returns everything that is installed to run Avis, by the lock file; excludes what only builds or tests it. */
export function shipped(): Shipped[] {
  const lock = JSON.parse(readFileSync(path.join(root, 'package-lock.json'), 'utf8')) as {
    packages: Record<string, { version: string; license?: string; dev?: boolean }>
  }
  const found = Object.entries(lock.packages).flatMap(([at, { version, license, dev }]) => {
    const name = at.split('node_modules/').at(-1) ?? ''
    return name === '' || dev ? [] : [{ name, version, licence: license ?? READ[name] ?? 'unknown' }]
  })
  const unique = new Map(found.map((one) => [`${one.name} ${one.version}`, one]))
  return [...unique.values()].sort((one, other) =>
    `${one.name} ${one.version}` < `${other.name} ${other.version}` ? -1 : 1,
  )
}

/**
 * Returns whether a package may be distributed: under one of its alternative licences, or under all that apply at once.
 */
export const isAllowed = (licence: string): boolean => {
  const [bare = ''] = [licence.replace(/^\((.*)\)$/, '$1')]
  if (/ OR /i.test(bare)) return bare.split(/ OR /i).some(isAllowed)
  return bare.split(/ AND /i).every((one) => ALLOWED.test(one))
}

/** Returns docs/licences.md: what is shipped, by licence. */
export function licenceList(packages: Shipped[]): string {
  const licences = [...new Set(packages.map(({ licence }) => licence))].sort()
  const parts = licences.map((licence) => {
    const of = packages.filter((one) => one.licence === licence)
    return `## ${licence} (${of.length})\n\n${of.map(({ name, version }) => `${name} ${version}`).join(', ')}\n`
  })
  return `# Licences of what is shipped

Written by \`npm run licences\` from \`package-lock.json\`; a test fails when it is not up to date, or when a licence is
in it that we may not pass on. Packages of other systems and processors are in it as well.

${parts.join('\n')}`
}

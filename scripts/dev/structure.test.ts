import { existsSync, readdirSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { sources, sourceText } from './imports/graph'
import { MODULES, PARTS, WITH_PARTS } from './imports/rules'

const root = path.join(import.meta.dirname, '..', '..')
const MAX_LINES = 250
const PLATFORM = ['db', 'http', 'i18n', 'images', 'runtime', 'telemetry']
const SCRIPTS = ['backups', 'bench', 'cli', 'crash-tests', 'dev', 'postgres', 'runtime', 'testing']

/** Returns the folders below a path that hold sources; an empty one does not count. */
const folders = (place: string) => {
  const inside = sources().flatMap((file) =>
    file.startsWith(`${place}/`) ? [file.slice(place.length + 1)] : [],
  )
  return [...new Set(inside.filter((file) => file.includes('/')).map((file) => file.split('/')[0]))].sort()
}
const files = (place: string) =>
  readdirSync(path.join(root, place), { withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ name }) => name)

describe('the house', () => {
  it('has the modules that its map names, and no loose file beside them', () => {
    expect(folders('lib')).toEqual([...MODULES].sort())
    expect(files('lib')).toEqual([])
    expect(folders('lib/platform')).toEqual(PLATFORM)
    expect(files('lib/platform')).toEqual([])
    expect(folders('scripts')).toEqual(SCRIPTS)
    expect(files('scripts')).toEqual(['run.mjs'])
  })

  it('holds in every module only the parts that the rules of imports name', () => {
    const strangers = sources().filter((file) => {
      const [, module = '', part = ''] = /^lib\/(\w+)\/([\w-]+)/.exec(file) ?? []
      return WITH_PARTS.includes(module) && !Object.hasOwn(PARTS, part)
    })
    expect(strangers).toEqual([])
  })

  it('has server actions only in actions.ts', () => {
    const servers = sources().filter((file) => /^'use server'/m.test(sourceText(file)))
    expect(servers.length).toBeGreaterThan(3)
    expect(servers.filter((file) => !/^lib\/\w+\/actions\.ts$/.test(file))).toEqual([])
  })

  // Without JavaScript the answer to such a form never comes: each rendering waits for the arguments of another.
  it('binds no argument to the action of a form while the form renders', () => {
    expect(sources().filter((file) => /useForm\([^)]*\.bind\(/.test(sourceText(file)))).toEqual([])
  })

  it('has no file too long to find one’s way in', () => {
    expect(sources().filter((file) => sourceText(file).split('\n').length > MAX_LINES)).toEqual([])
  })

  it('names in comments only files that exist', () => {
    const named = /\b(?:lib|docs|scripts|e2e|prisma)\/[\w/.-]+\.(?:tsx?|md)\b/g
    // A document of Polis.
    const foreign = ['docs/export-format.md']
    const gone = [...sources(), 'prisma/schema.prisma'].flatMap((file) =>
      [...sourceText(file).matchAll(named)]
        .map(([name]) => name)
        .filter((name) => !foreign.includes(name) && !existsSync(path.join(root, name)))
        .map((name) => `${file}: ${name}`),
    )
    expect(gone).toEqual([])
  })

  it('names no path of one machine and no registry', () => {
    const named = /\/(?:home|Users)\/\w+\/|registry\.\w+\.org|https?:\/\/registry/
    const here = path.relative(root, import.meta.filename)
    expect(sources().filter((file) => file !== here && named.test(sourceText(file)))).toEqual([])
  })
})

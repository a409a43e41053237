/** Reads the imports of the whole repository with dependency-cruiser. */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { cruise, type ICruiseResult, type IForbiddenRuleType } from 'dependency-cruiser'
import { transform } from 'esbuild'
import { temporaryFolder } from '../../testing/folder'

const root = path.join(import.meta.dirname, '..', '..', '..')
const PLACES = ['app', 'components', 'lib', 'prisma', 'scripts']
const TOP = ['instrumentation.ts', 'proxy.ts', 'server.ts', 'worker.ts']

/** What Prisma generates and our code may import, as JavaScript. */
const GENERATED = ['client', 'enums', 'models'].map((name) => `lib/platform/db/generated/prisma/${name}.js`)

/**
 * Returns whether a file's imports are read: not those of tests, of generated code, or of the bench's other program.
 */
const isSource = (file: string) =>
  /\.tsx?$/.test(file) && !/\.test\.tsx?$|\/generated\/|^scripts\/bench\/references\/plain\//.test(file)

/** Returns the paths of all sources whose imports are read. */
export const sources = (): string[] =>
  [
    ...TOP,
    ...PLACES.flatMap((place) =>
      readdirSync(path.join(root, place), { recursive: true, encoding: 'utf8' }).map((file) =>
        path.join(place, file),
      ),
    ),
  ].filter(isSource)

/** Returns the text of a source. */
export const sourceText = (file: string) => readFileSync(path.join(root, file), 'utf8')

/** Turns imports of types into imports of values, so that both are found. */
const withTypes = (text: string) =>
  text
    .replace(/^import type /gm, 'import ')
    .replace(/^export type (?=[{*])/gm, 'export ')
    .replace(/^(?:import|export) \{[^}]*\}/gm, (list) => list.replace(/([{,]\s*)type (?=\w)/g, '$1'))

async function writeScript(folder: string, file: string, types: boolean) {
  const text = sourceText(file)
  const { code } = await transform(types ? withTypes(text) : text, {
    loader: file.endsWith('x') ? 'tsx' : 'ts',
    jsx: 'automatic',
    tsconfigRaw: { compilerOptions: { verbatimModuleSyntax: true } },
  })
  const target = path.join(folder, file.replace(/\.tsx?$/, '.js'))
  const fromRoot = (given: string) => path.relative(path.dirname(file), given).replace(/^(?!\.)/, './')
  mkdirSync(path.dirname(target), { recursive: true })
  writeFileSync(
    target,
    code.replace(/(from |import )"@\/([^"]+)"/g, (_, word, to) => `${word}"${fromRoot(to)}"`),
  )
}

/**
 * Writes the sources as plain JavaScript, and resolves to their folder, which the caller removes. Imports of types
 * count only with `types`. For TypeScript, dependency-cruiser uses an interface that TypeScript 7 does not have, and its
 * other parser does not know TSX.
 */
export async function writeScripts(types: boolean): Promise<string> {
  const folder = temporaryFolder()
  // Empty, so that an import of them is found and can be refused.
  for (const file of GENERATED) {
    const target = path.join(folder, file)
    mkdirSync(path.dirname(target), { recursive: true })
    writeFileSync(target, 'export {}\n')
  }
  await Promise.all(sources().map((file) => writeScript(folder, file, types)))
  return folder
}

type Asked = {
  rules: IForbiddenRuleType[]
  /** The files to start from; all files by default. */
  entries?: string[]
  /** Files whose own imports are left out, as a regular expression. */
  stopAt?: string
}

/**
 * Checks the scripts of `folder` (`writeScripts`) against `rules`. Returns violations as «rule: from → to», and how many
 * files were read.
 */
export async function brokenRules(folder: string, { rules, entries, stopAt }: Asked) {
  const { output } = await cruise(entries?.map((file) => file.replace(/\.tsx?$/, '.js')) ?? ['.'], {
    baseDir: folder,
    validate: true,
    ruleSet: { forbidden: rules },
    doNotFollow: { path: stopAt ? `node_modules|${stopAt}` : 'node_modules' },
  })
  const { summary, modules } = output as ICruiseResult
  const broken = summary.violations.map(({ rule, from, to }) => `${rule.name}: ${from} → ${to}`)
  return { read: modules.length, broken }
}

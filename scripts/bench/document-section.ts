import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { cpus } from 'node:os'
import path from 'node:path'

const root = path.join(import.meta.dirname, '..', '..')
const FILE = path.join(root, 'docs', 'performance.md')
const BIOME = path.join(root, 'node_modules', '.bin', 'biome')

/** Replaces the text between the markers of this name in docs/performance.md by `text`; the rest stays. */
export function writeSection(name: string, text: string) {
  const [begin, end] = [`<!-- begin ${name} -->`, `<!-- end ${name} -->`]
  const before = existsSync(FILE) ? readFileSync(FILE, 'utf8') : '# Performance\n'
  const day = new Date().toISOString().slice(0, 10)
  const machine = `${cpus().length} × ${cpus()[0]?.model ?? 'an unknown processor'}, Node ${process.versions.node}, ${day}.`
  const section = `${begin}\n\n${text.trim()}\n\nMeasured on ${machine}\n\n${end}`
  const [from, to] = [before.indexOf(begin), before.indexOf(end)]
  const after =
    from < 0
      ? `${before.trimEnd()}\n\n${section}\n`
      : before.slice(0, from) + section + before.slice(to + end.length)
  writeFileSync(FILE, after)
  // The format that `npm run check` requires of every file.
  spawnSync(BIOME, ['format', '--write', FILE])
}

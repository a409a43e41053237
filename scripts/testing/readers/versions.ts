import { readFileSync } from 'node:fs'
import path from 'node:path'

const packages = path.join(import.meta.dirname, '..', '..', '..', 'node_modules')

/** Returns the version of an installed package. */
export const versionOf = (name: string): string =>
  (JSON.parse(readFileSync(path.join(packages, name, 'package.json'), 'utf8')) as { version: string }).version

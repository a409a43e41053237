/** The commands that read what others wrote, and how much of it. */
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { parse } from '../../../lib/articles/commands/parse'
import { ARTICLE_LENGTH } from '../../../lib/articles/rules/addresses/limits'
import { verifyBundle } from '../../../lib/exports/commands/verify'
import { textsOf } from './hostile-texts'

type Input = { shape: string; work: () => Promise<unknown> }

const BUNDLE_BYTES = 4 * 1024 * 1024

function bundles(): Input[] {
  const folder = mkdtempSync(path.join(tmpdir(), 'avis-stall-'))
  const files: [string, Buffer][] = [
    ['zeros', Buffer.alloc(BUNDLE_BYTES)],
    ['beginnings of files', Buffer.alloc(BUNDLE_BYTES, 'PK\u0003\u0004')],
    ['ends of files', Buffer.alloc(BUNDLE_BYTES, 'PK\u0005\u0006')],
  ]
  return files.map(([shape, bytes]) => {
    const file = path.join(folder, `${shape.replaceAll(' ', '-')}.zip`)
    writeFileSync(file, bytes)
    return { shape, work: () => verifyBundle(file) }
  })
}

/** Commands whose whole input comes from the operator, on the same command line. */
const OPERATORS = [
  ...[
    'start',
    'build',
    'test',
    'test:all',
    'test:node',
    'test:readers',
    'dev',
    'check',
    'backup',
    'accessibility',
    'lighthouse',
    'pictures',
  ],
  ...['check:data', 'docs:shots', 'licences', 'bench', 'migration', 'export', 'bench:exports'],
  ...['demo:comments', 'detect:score', 'staff', 'restore'],
]

/** Returns the inputs by the commands' names in package.json. A command without an entry fails the test. */
export const commandEntries = (): Record<string, Input[]> => ({
  ...Object.fromEntries(OPERATORS.map((name) => [name, []])),
  detect: textsOf(ARTICLE_LENGTH).map(([shape, text]) => ({ shape, work: () => parse('article', { text }) })),
  verify: bundles(),
})

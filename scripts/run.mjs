// The one door of `npm start`, `npm test` and the rest: `node scripts/run.mjs NAME` runs the command NAME of commands.mjs.
// Plain JavaScript without dependencies, because on a fresh clone it runs before there are any.
import { spawnSync } from 'node:child_process'
import { existsSync, statSync } from 'node:fs'
import path from 'node:path'

const OLDEST_NODE = [20, 19]
const [major, minor] = process.versions.node.split('.').map(Number)
if (major < OLDEST_NODE[0] || (major === OLDEST_NODE[0] && minor < OLDEST_NODE[1])) {
  console.error(`Avis needs Node ${OLDEST_NODE.join('.')} or newer; this is ${process.versions.node}.`)
  process.exit(1)
}
// Only now: what is older than that may lack what these import.
const { readArguments } = await import('./cli/commands.mjs')
const { withLock } = await import('./runtime/lock.mjs')
// Before anything is installed, started or written: a command that is used wrongly does nothing.
const { file } = readArguments(process.argv[2], process.argv.slice(3))
const root = path.join(import.meta.dirname, '..')
process.chdir(root)

const installed = path.join(root, 'node_modules', '.package-lock.json')
const isUpToDate = () =>
  existsSync(installed) &&
  statSync(installed).mtimeMs >= statSync(path.join(root, 'package-lock.json')).mtimeMs

function install() {
  if (isUpToDate()) return
  console.log('Installing dependencies…')
  const npm = process.env.npm_execpath
  const [command, first] = npm ? [process.execPath, [npm]] : ['npm', []]
  // Not `npm ci`: it fails where a registry lacks another platform's optional package (docs/decisions/versions.md).
  const given = ['install', '--no-save', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error']
  const { status } = spawnSync(command, [...first, ...given], { stdio: 'inherit' })
  if (status !== 0) {
    console.error('The dependencies could not be installed: npm said why above.')
    process.exit(1)
  }
}

const waits = (pid) => console.log(`Another process (${pid}) is installing in this folder: waiting for it…`)
if (!isUpToDate()) await withLock(path.join(root, '.avis', 'install.lock'), waits, install)

if (existsSync('.env')) process.loadEnvFile('.env')
process.env.NEXT_TELEMETRY_DISABLED = '1'
process.argv.splice(1, 2, process.argv[2])

// A program that stays as long as Avis runs is plain JavaScript: a compiler beside it would take 180 MB.
if (file.endsWith('.mjs')) await import(`./${file}`)
else {
  const { runTypeScript } = await import('./runtime/run-typescript.mjs')
  await runTypeScript(`../${file}.ts`)
}

// Every command of package.json: what it does, its arguments and its usage. Plain JavaScript without dependencies,
// because `run.mjs` reports a misused command before anything is installed, started or written.
import { parseArgs } from 'node:util'

/** @typedef {{ type: 'string' | 'boolean', short?: string }} Option */
/**
 * What a command accepts. `file` has an extension only where it is plain JavaScript. `most` and `least` limit the words that are no options; `usage` follows «npm run NAME -- ».
 * @typedef {object} Command
 * @property {string} file
 * @property {string} does
 * @property {string} [usage]
 * @property {string} [more]
 * @property {number} [least]
 * @property {number} [most]
 * @property {Record<string, Option>} [options]
 */

/** @type {{ type: 'string' }} */
const text = { type: 'string' }
/** @type {{ type: 'boolean' }} */
const flag = { type: 'boolean' }

export const COMMANDS = /** @satisfies {Record<string, Command>} */ ({
  start: {
    file: 'runtime/start.mjs',
    does: 'Installs, provisions, builds and serves Avis; Ctrl-C stops it. Settings: .env.example.',
  },
  build: {
    file: 'cli/build',
    does: 'Makes what `npm start` serves. Needs no settings, no database and no network.',
  },
  test: { file: 'dev/test', does: 'Every test, on a real PostgreSQL and in a real Chromium.' },
  'test:all': {
    file: 'dev/test-all',
    does: 'Every test at its full size: forty kills, a million ballots, 10,000 malformed requests.',
  },
  'test:node': {
    file: 'dev/test-node',
    does: 'Runs the checks and a part of the other tests on another version of Node, and writes docs/versions.md.',
    usage: 'VERSION',
    more: 'VERSION: 20.19, 22, 24 or 26: its newest release on npm, fetched into a temporary folder.',
    least: 1,
    most: 1,
  },
  'test:readers': {
    file: 'dev/test-readers',
    does: 'Has programs that others wrote read every export, compares with the database, and writes docs/readers.md.',
    usage: '[--install] [--only NAME]',
    more: `--install    fetches programs that are missing from Debian, as root
--only NAME  the programs of that name alone; nothing is written`,
    options: { install: flag, only: text },
  },
  dev: { file: 'runtime/dev', does: '`next dev` on the same database as `npm start`.' },
  check: { file: 'dev/check', does: 'The quick part of the tests: format, lint, types, unused code, rules.' },
  backup: {
    file: 'cli/backup',
    does: 'Writes the whole database to one file, also while Avis runs.',
    usage: 'FILE [--format own|pg_dump]',
    more: 'Without --format: by pg_dump where there is one new enough, else as a file of our own.',
    least: 1,
    most: 1,
    options: { format: text },
  },
  restore: {
    file: 'cli/restore',
    does: 'Puts a backup into a database with nothing in it, compared row by row. Avis must be stopped.',
    usage: 'FILE [--replace NAME] [--erasures LIST]',
    more: `--replace NAME   into the database NAME, whatever is in it; that is set aside under another name
--erasures LIST  what readers had erased since: also this list, or the database of this address`,
    least: 1,
    most: 1,
    options: { replace: text, erasures: text },
  },
  accessibility: {
    file: 'dev/accessibility',
    does: 'Runs the checks that /accessibilite reports, and writes their results.',
  },
  lighthouse: {
    file: 'dev/lighthouse',
    does: 'Writes Lighthouse’s scores of readers’ pages to docs/lighthouse.md.',
  },
  pictures: {
    file: 'dev/pictures',
    does: 'Regenerates the reference screenshots that tests compare pages with.',
  },
  'check:data': {
    file: 'cli/check-data',
    does: 'Reports rows in impossible states. Ends with 1 if there are any.',
  },
  'docs:shots': { file: 'dev/docs-shots', does: 'Regenerates the pictures of README and guides.' },
  licences: { file: 'dev/licences', does: 'Regenerates the list of licences in docs/licences.md.' },
  bench: {
    file: 'dev/bench',
    does: 'Measures speed beside references of the same run, and writes docs/performance.md.',
    usage: '[--quick] [--soak | --streams]',
    more: `--quick    shorter runs and fewer ballots; nothing is written
--soak     ten minutes of steady voting, with the heap compared at both ends
--streams  20,000 readers who follow one consultation; with --quick 5,000`,
    options: { quick: flag, soak: flag, streams: flag },
  },
  migration: {
    file: 'cli/migration',
    does: 'Writes the migration that brings the database to schema.prisma.',
    usage: 'NAME',
    more: 'NAME: small letters, digits and _, such as add_reports.',
    least: 1,
    most: 1,
  },
  export: {
    file: 'cli/export',
    does: 'Writes the data of a consultation to a file, also while Avis runs.',
    usage: 'SLUG --format F --out FILE [options]',
    more: `--format F   csv-excel-fr, csv-excel-en, csv, jsonl, xlsx, parquet, sav, or one ZIP: polis, bundle (all tables)
--table T    ballots (without it), comments, decisions, results
--from DAY --to DAY (of the newsroom, by AVIS_TIME_ZONE) --version N
--language L  fr or en: of headings, labels and codebooks; without it that of the consultation
--all-texts  also texts that were not published
--set-aside  also ballots that a quarantine has set aside`,
    least: 1,
    most: 1,
    options: {
      format: text,
      out: text,
      table: text,
      from: text,
      to: text,
      version: text,
      language: text,
      'all-texts': flag,
      'set-aside': flag,
    },
  },
  verify: {
    file: 'cli/verify',
    does: 'Recounts the public figures of a bundle from its own files, or of a consultation from its ballots.',
    usage: 'FILE.zip | SLUG',
    least: 1,
    most: 1,
  },
  'bench:exports': {
    file: 'bench/exports',
    does: 'Measures exports of a million ballots beside COPY.',
    usage: '[--ballots N] [--format F]',
    options: { ballots: text, format: text },
  },
  'demo:comments': {
    file: 'cli/demo-comments',
    does: 'Lets invented readers answer and write, to try moderation at size.',
    usage: '[--count N] [--survey SLUG]',
    options: { count: text, survey: text },
  },
  detect: {
    file: 'cli/detect',
    does: 'Reads an article as JSON on each line of its input, and writes its closing questions.',
  },
  'detect:score': {
    file: 'cli/detect-score',
    does: 'Scores how well closing questions are found in a file of labelled articles, one JSON object a line.',
    usage: 'FILE',
    least: 1,
    most: 1,
  },
  staff: {
    file: 'cli/staff',
    does: 'Looks after staff accounts, also while Avis runs.',
    usage: 'list | add EMAIL NAME ROLE | reset EMAIL | disable EMAIL | enable EMAIL',
    more: `list     everybody, with role and state
add      ROLE: moderator, editor or admin; prints a link to choose a password
reset    a new link; password, second factor and sessions end
disable  shuts the account out at once
enable   lets it sign in again`,
    least: 1,
    most: 4,
  },
})

/** @typedef {keyof typeof COMMANDS} Name */

const SHORTCUTS = ['start', 'test']

/**
 * Returns how a command is called, and what it does.
 * @param {Name} name
 */
export function usageOf(name) {
  /** @type {Command} */
  const { does, usage, more } = COMMANDS[name]
  const call = `npm ${SHORTCUTS.includes(name) ? '' : 'run '}${name}${usage ? ` -- ${usage}` : ''}`
  return `${call}\n${does}${more ? `\n\n${more.replace(/^/gm, '  ')}` : ''}`
}

/**
 * Ends the process after a misuse of a command: prints a sentence and its usage, and exits with the code 2.
 * @param {Name} name
 * @param {string} sentence
 * @returns {never}
 */
export function misuse(name, sentence) {
  console.error(`${sentence}\n\n${usageOf(name)}`)
  process.exit(2)
}

/**
 * Parses a command's arguments. Ends the process for `--help`, and for arguments that the command does not accept.
 * @param {string | undefined} name
 * @param {string[]} args
 */
export function readArguments(name, args) {
  if (name === undefined || !Object.hasOwn(COMMANDS, name)) {
    console.error(`There is no command «${name ?? ''}»: ${Object.keys(COMMANDS).join(', ')}.`)
    process.exit(2)
  }
  const known = /** @type {Name} */ (name)
  /** @type {Command} */
  const { least = 0, most = 0, options = {} } = COMMANDS[known]
  const isHelp = args.slice(0, args.includes('--') ? args.indexOf('--') : args.length)
  if (isHelp.some((word) => word === '--help' || word === '-h')) {
    console.log(usageOf(known))
    process.exit(0)
  }
  try {
    const given = parseArgs({ args, options, allowPositionals: true })
    const words = given.positionals.length
    if (words > most) misuse(known, `«${given.positionals[most]}» is more than this command takes.`)
    if (words < least) misuse(known, 'Something is missing.')
    return { name: known, file: COMMANDS[known].file, ...given }
  } catch (error) {
    // The first sentence of parseArgs names the fault, the next how a file of that name could be meant.
    misuse(known, `${error.message.split('. ')[0].replace(/\.$/, '')}.`)
  }
}

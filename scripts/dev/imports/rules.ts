/**
 * Which imports are allowed, as rules of dependency-cruiser. Files keep their paths, with `.js` for `.ts` and `.tsx`
 * (graph.ts).
 */
import type { IForbiddenRuleType } from 'dependency-cruiser'

/** The modules of lib from left to right: each may import itself and those to its left. */
export const MODULES = [
  'platform',
  'readers',
  'staff',
  'appearance',
  'articles',
  'surveys',
  'ballots',
  'results',
  'comments',
  'exports',
  'operations',
  'server',
]

/**
 * The permitted parts of a module, and what each part may import from modules with parts. `rules` decide. Charts, bytes,
 * HTML and CSS only draw or write what was decided, and have parts of their own.
 */
export const PARTS: Record<string, string[]> = {
  schema: ['schema', 'rules'],
  languages: ['languages'],
  rules: ['rules', 'languages', 'schema'],
  charts: ['charts', 'rules', 'schema'],
  css: ['css', 'rules', 'schema'],
  html: ['html', 'css', 'rules', 'schema'],
  codebook: ['codebook', 'rules', 'schema'],
  sav: ['sav', 'rules', 'schema'],
  queries: ['queries', 'events', 'rules', 'schema', 'css'],
  writers: ['writers', 'sav', 'codebook', 'rules', 'schema'],
  commands: ['commands', 'queries', 'events', 'writers', 'codebook', 'sav', 'rules', 'schema', 'css'],
  events: ['rules', 'schema'],
  csrf: ['rules', 'schema'],
  cookies: ['rules', 'schema'],
  'request-context': ['cookies', 'rules', 'schema'],
  gate: ['cookies', 'commands', 'queries', 'rules', 'schema'],
  http: [
    'http',
    'gate',
    'csrf',
    'cookies',
    'request-context',
    'commands',
    'queries',
    'events',
    'html',
    'css',
    'charts',
    'rules',
    'schema',
  ],
  actions: ['gate', 'cookies', 'commands', 'queries', 'rules', 'schema'],
}

/** The modules with parts. */
export const WITH_PARTS = MODULES.slice(1, -2)

const anyOf = (names: string[]) => `(?:${names.join('|')})`
const rule = (name: string, comment: string, from: object, to: object): IForbiddenRuleType => ({
  name,
  comment,
  severity: 'error',
  from,
  to,
})

/** Rules for every import, of types too. */
export const EVERY_IMPORT: IForbiddenRuleType[] = [
  rule(
    'no-circles',
    'Two files that import each other cannot be understood one at a time.',
    {},
    { circular: true },
  ),
  ...MODULES.slice(0, -1).map((module, at) =>
    rule(
      `${module}-imports-leftwards`,
      `lib/${module} imports only itself and what stands left of it.`,
      { path: `^lib/${module}/` },
      { path: `^lib/${anyOf(MODULES.slice(at + 1))}/` },
    ),
  ),
  rule(
    'lib-stands-alone',
    'lib imports neither pages, components, scripts nor tests.',
    { path: '^lib/' },
    { path: '^(?:app|components|scripts|e2e)/' },
  ),
  rule(
    'components-stand-on-lib',
    'components import no page, script or test, and not the server.',
    { path: '^components/' },
    { path: '^(?:(?:app|scripts|e2e)/|lib/server/)' },
  ),
  rule(
    'ui-imports-no-module',
    'components/ui imports nothing of ours but itself and sentences.',
    { path: '^components/ui/' },
    { path: '^(?:app|components/(?!ui/)|lib/(?!platform/i18n/))' },
  ),
  rule(
    'one-way-to-the-database',
    'Only lib/platform/db imports the generated client.',
    { pathNot: '^lib/platform/db/' },
    { path: '^lib/platform/db/generated/' },
  ),
  rule(
    'imports-are-found',
    'A source that is not found is judged by no rule.',
    {},
    { path: '^\\.', pathNot: '\\.(?:css|json|mjs)$|/e2e/', couldNotResolve: true },
  ),
]

/** Rules for imports at run time; types cost nothing there. */
export const RUNNING: IForbiddenRuleType[] = [
  ...Object.entries(PARTS).map(([part, allowed]) =>
    rule(
      `${part}-imports-parts`,
      `A module's ${part} imports only ${allowed.join(', ')} of modules.`,
      { path: `^lib/${anyOf(WITH_PARTS)}/${part}(?:/|\\.js$)` },
      {
        path: `^lib/${anyOf(WITH_PARTS)}/`,
        pathNot: `^lib/${anyOf(WITH_PARTS)}/${anyOf(allowed)}(?:/|\\.js$)`,
      },
    ),
  ),
  rule(
    'rules-are-pure',
    'Rules and schemas reach neither database, settings nor log.',
    { path: `^lib/${anyOf(WITH_PARTS)}/(?:rules|languages|schema|charts)(?:/|\\.js$)` },
    { path: '^lib/platform/(?:db|telemetry|runtime/(?:env|secrets|mail|time-zone))(?:/|\\.js$)' },
  ),
]

/**
 * Rules for what a browser loads, through any number of imports. Server actions end the walk: the browser gets only
 * their address.
 */
export const IN_THE_BROWSER: IForbiddenRuleType[] = [
  rule(
    'browsers-load-no-server',
    'A browser must not load the database, the server or a large library of theirs.',
    {},
    {
      path: `^(?:lib/(?:platform/(?:db|telemetry|images|runtime)|server|operations)/|lib/${anyOf(WITH_PARTS)}/(?:queries|commands|http|gate|cookies)|.*node_modules/(?:zod|pg|@prisma|hono)/)`,
    },
  ),
  rule('browsers-have-no-node', 'A browser has no module of Node.', {}, { dependencyTypes: ['core'] }),
]

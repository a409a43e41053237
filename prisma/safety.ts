/** A statement that cannot be undone by looking away: what it does to readers, and what to write in its place. */
type Danger = { statement: string; why: string }

const NAME = '(?:IF (?:NOT )?EXISTS )?"?([a-z_]+)"?'
const RULES: [pattern: RegExp, why: string][] = [
  [/^(?:UPDATE|DELETE FROM) /i, 'rewrites rows while they are voted on: do it in batches, in a job'],
  [
    new RegExp(`^CREATE (?:UNIQUE )?INDEX (?!CONCURRENTLY).* ON ${NAME}`, 'is'),
    'keeps everybody from writing until it is built: CREATE INDEX CONCURRENTLY, alone in a migration of its own',
  ],
  [
    new RegExp(`^ALTER TABLE ${NAME}.*ADD CONSTRAINT .*(?:CHECK|FOREIGN KEY)(?!.*NOT VALID)`, 'is'),
    'holds the table while every row is looked at: NOT VALID, and VALIDATE CONSTRAINT in the next migration',
  ],
  [
    new RegExp(`^ALTER TABLE ${NAME}.*ALTER COLUMN \\S+ (?:SET DATA )?TYPE`, 'is'),
    'rewrites the table: add a column',
  ],
  [
    new RegExp(`^ALTER TABLE ${NAME}.*ALTER COLUMN \\S+ SET NOT NULL`, 'is'),
    'looks at every row, and processes of the version before may still write none: CHECK (… IS NOT NULL) NOT VALID',
  ],
  [
    new RegExp(`^ALTER TABLE ${NAME}.*ADD (?:CONSTRAINT \\S+ )?(?:PRIMARY KEY|UNIQUE)(?! USING INDEX)`, 'is'),
    'holds the table until an index is built: CREATE UNIQUE INDEX CONCURRENTLY, and USING INDEX in the next migration',
  ],
  [
    new RegExp(`^ALTER TABLE ${NAME}.*DROP CONSTRAINT (?:IF EXISTS )?\\S+_p?key\\b`, 'is'),
    'processes of the version before may still look rows up by this key, and name its columns in ON CONFLICT',
  ],
  [
    new RegExp(`^ALTER TABLE ${NAME}.*(?:DROP COLUMN|RENAME )`, 'is'),
    'processes of the version before still use the name: drop it a version later',
  ],
]

/** A comment before a statement that was thought about: «-- under traffic: three rows». */
const THOUGHT_ABOUT = /^\s*--\s*under traffic: ?\S/m

/** The statements of a migration, without comments; those of functions' bodies stay within theirs. */
function statementsOf(sql: string): string[] {
  return sql
    .split(/;(?=(?:[^$]*\$\$[^$]*\$\$)*[^$]*$)/)
    .filter((statement) => !THOUGHT_ABOUT.test(statement))
    .map((statement) => statement.replace(/--.*$/gm, '').trim().replace(/\s+/g, ' '))
    .filter(Boolean)
}

/**
 * What in a migration would keep readers from voting, or break a process of the version before that still serves
 * (docs/decisions/migrations.md). Tables that the migration itself makes are nobody's yet.
 */
export function dangersOf(sql: string): Danger[] {
  const statements = statementsOf(sql)
  const own = new Set(
    statements.flatMap((one) => new RegExp(`^CREATE TABLE ${NAME}`, 'i').exec(one)?.[1] ?? []),
  )
  const found = statements.flatMap((statement) =>
    RULES.flatMap(([pattern, why]) => {
      const match = pattern.exec(statement)
      return match && !own.has(match[1] ?? '') ? [{ statement, why }] : []
    }),
  )
  const concurrent = statements.filter((one) => /\bCONCURRENTLY\b/i.test(one))
  if (statements.length > 1)
    for (const statement of concurrent)
      found.push({ statement, why: 'needs a migration of its own: several statements are one transaction' })
  return found
}

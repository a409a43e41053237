import { readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, it } from 'vitest'
import { sources, sourceText } from './imports/graph'

const schema = readFileSync(path.join(import.meta.dirname, '..', '..', 'prisma', 'schema.prisma'), 'utf8')

type Model = { name: string; table: string; text: string }
const models: Model[] = [...schema.matchAll(/^model (\w+) \{([\s\S]*?)^\}/gm)].map(
  ([, name = '', text = '']) => ({
    name: name.charAt(0).toLowerCase() + name.slice(1),
    table: /@@map\("(\w+)"\)/.exec(text)?.[1] ?? '',
    text,
  }),
)
const titled = models.filter(({ text }) => /@map\("title_id"\)/.test(text))

const alternatives = (key: 'name' | 'table') => titled.map((model) => model[key]).join('|')
const TABLE = new RegExp(`\\b(?:FROM|JOIN|INTO|UPDATE)\\s+(?:${alternatives('table')})\\b(?![.(])`, 'g')
const CALL = new RegExp(`\\.(?:${alternatives('name')})\\s*\\.\\w+\\(\\{[\\s\\S]{0,120}`, 'g')
/** Conditions on a ballot that name its title. */
const CONDITIONS = /ATTACHED_TO_BALLOT|membersSql\(|chosenBallots\(/g

/** Returns the queries of a source that name a table of titles, and a title less often. */
function withoutTitle(text: string): string[] {
  const code = text.replace(/\/\*\*[\s\S]*?\*\//g, '')
  const sql = [...code.matchAll(/`(?:[^`\\]|\\.)*`/g)].map(([one]) => one)
  return [
    ...sql.filter(
      (one) =>
        (one.match(TABLE)?.length ?? 0) >
        (one.match(/\btitle_id\b/g)?.length ?? 0) + (one.match(CONDITIONS)?.length ?? 0),
    ),
    ...[...code.matchAll(CALL)].map(([one]) => one).filter((one) => !/\btitleId|\bwhere,/.test(one)),
  ]
}

it('every query of the voting path names the title', () => {
  expect(titled.length).toBeGreaterThan(0)
  const found = sources()
    .filter((file) => file.startsWith('lib/'))
    .flatMap((file) => withoutTitle(sourceText(file)).map((query) => ({ file, query })))
  expect(found).toEqual([])
})

it.each([
  '`SELECT count FROM tally WHERE survey_id = 1`',
  '`SELECT 1 FROM tally_head h JOIN tally t USING (survey_id) WHERE h.title_id = 1`',
  'db().ballot.findFirst({ where: { surveyId, reader } })',
])('%s would be found', (query) => expect(withoutTitle(query)).toHaveLength(1))

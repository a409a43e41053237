import { expect, it } from 'vitest'
import { member, told } from '@/scripts/testing/comments'
import { db } from '../platform/db/client'
import type { Admin } from '../staff/rules/roles'
import { saveCharter } from './commands/charter'
import { saveWords } from './commands/words'
import { charterVersions, findCharter } from './queries/charter'
import { wordLists } from './queries/words'

it('the charter has versions; two admins never overwrite each other', async () => {
  const admin = (await member('admin')) as Admin
  const first = await findCharter()
  expect(first?.version).toBe(1)
  expect(first?.text).toContain('Ce que nous refusons')
  expect(await saveCharter(admin, `  ${first?.text} `, 1)).toEqual({ ok: true, value: { version: 1 } })
  expect(await saveCharter(admin, ' ', 1)).toMatchObject({ problem: { fields: [{ code: 'empty' }] } })
  expect(await saveCharter(admin, 'x'.repeat(20_001), 1)).toMatchObject({
    problem: { fields: [{ code: 'text_too_long' }] },
  })
  const both = await Promise.all([saveCharter(admin, 'Texte A', 1), saveCharter(admin, 'Texte B', 1)])
  expect(both.filter(({ ok }) => ok)).toHaveLength(1)
  expect(both.find(({ ok }) => !ok)).toMatchObject({ problem: { code: 'edited_meanwhile' } })
  expect((await charterVersions()).map(({ version }) => version)).toEqual([2, 1])
  expect((await findCharter(1))?.text).toBe(first?.text)
  expect(await findCharter(7)).toBeUndefined()
  const { id } = await told('Un texte sous la deuxième charte')
  expect(await db().decision.findFirstOrThrow({ where: { commentId: id } })).toMatchObject({
    charterVersion: 2,
  })
})

it('word lists start with the house’s own, and count from the next comment on', async () => {
  const admin = (await member('admin')) as Admin
  const start = await wordLists()
  expect(start.suspect).toContain('con')
  for (const [kind, typed, line] of [
    ['banned', 'navet: insult\n\nchou\n', 3],
    ['banned', 'navet: rien', 1],
    ['banned', 'navet: illegal', 1],
    ['suspect', 'chou\nnavet: rien', 2],
  ] as const)
    expect(await saveWords(admin, kind, typed), typed).toMatchObject({
      problem: {
        fields: [
          { code: 'reason_missing_in_line', values: { line, choices: expect.stringContaining('hate') } },
        ],
      },
    })
  expect(await saveWords(admin, 'banned', 'navet: insult\n\n***\n')).toMatchObject({
    problem: { fields: [{ code: 'bad_line', values: { line: 3 } }] },
  })
  expect(await saveWords(admin, 'banned', `navet: insult\n${'x'.repeat(101)}`)).toMatchObject({
    problem: { fields: [{ code: 'bad_line', values: { line: 2 } }] },
  })
  const many = Array.from({ length: 2_001 }, (_, index) => `mot${index}: insult`).join('\n')
  expect(await saveWords(admin, 'banned', many)).toMatchObject({
    problem: { fields: [{ code: 'too_many_lines' }] },
  })
  expect(await wordLists()).toEqual(start)
  expect(await saveWords(admin, 'banned', ' navet*: advertising \r\nnavet*: advertising\n\n')).toEqual({
    ok: true,
    value: { words: 1 },
  })
  expect(await wordLists()).toEqual({ ...start, banned: ['navet*: advertising'] })
  const { id } = await told('Achetez mes NAVETS', { moderationMode: 'after' })
  expect(await db().decision.findFirstOrThrow({ where: { commentId: id } })).toMatchObject({
    outcome: 'rejected',
    reason: 'advertising',
  })
})

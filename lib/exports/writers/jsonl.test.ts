import { readFileSync, rmSync } from 'node:fs'
import path from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { plainTable, writeFileOf } from '@/scripts/testing/export-tables'
import { temporaryFolder } from '@/scripts/testing/folder'

const folder = temporaryFolder()
afterAll(() => rmSync(folder, { recursive: true, force: true }))

it('no text has a line break of any reader’s in it, and each comes back as it was', async () => {
  const file = path.join(folder, 'texts.jsonl')
  const texts = ['un\u2028deux', 'un\u2029deux', 'un\u0085deux', 'un\r\ndeux', '\\u2028 "']
  const { columns, rows } = plainTable(
    [{ name: 'text', title: 'Texte', kind: 'text' }],
    texts.map((text) => [text]),
  )
  await writeFileOf('jsonl', file, columns, rows)
  const lines = readFileSync(file, 'utf8').split(/[\n\r\u0085\u2028\u2029]/)
  expect(lines.pop()).toBe('')
  expect(lines.map((line) => JSON.parse(line).text)).toEqual(texts)
})

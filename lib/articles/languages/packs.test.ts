import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, it } from 'vitest'
import { detectClosing } from '../rules/closing/detect'
import { PACKS } from '.'

const RULES = path.join(import.meta.dirname, '..', 'rules')
/** The most words that an expression of the engine may choose among: more are a list, which belongs to a pack. */
const MOST = 7
/** Names of elements and marks are no language. */
const NO_LANGUAGE = new Set(['addresses/limits.ts', 'page/description.ts', 'reading/repair/markdown.ts'])
const CHOICE = /(?<=[(|])(?:\p{L}[\p{L} '-]*\|){1,200}\p{L}[\p{L} '-]*(?=\))/gu

it('the engine lists no words of a language', () => {
  const files = readdirSync(RULES, { recursive: true, encoding: 'utf8' }).filter(
    (file) => file.endsWith('.ts') && !file.endsWith('.test.ts') && !NO_LANGUAGE.has(file),
  )
  expect(files.length).toBeGreaterThan(100)
  const lists = files.flatMap((file) => {
    const code = readFileSync(path.join(RULES, file), 'utf8').replace(/\/\*.*?\*\//gs, '')
    const long = Array.from(code.matchAll(CHOICE), ({ 0: words }) => words).filter(
      (words) => words.split('|').length > MOST,
    )
    return long.map((words) => `${file}: ${words}`)
  })
  expect(lists).toEqual([])
})

it('a pack without a grammar asks its choices in words', () => {
  expect([PACKS.es.grammar, PACKS.es.options, PACKS.es.frames]).toEqual([{}, {}, undefined])
  const ending =
    'El puente cierra. Los vecinos esperan en la orilla.\n\n¿Prefiere usted el puente o la barca?'
  expect(detectClosing(ending).questions).toMatchObject([{ kind: 'open', options: [] }])
})

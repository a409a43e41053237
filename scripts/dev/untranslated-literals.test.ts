import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { parseSync, Visitor, type VisitorObject } from 'oxc-parser'
import { describe, expect, it } from 'vitest'

const root = path.join(import.meta.dirname, '..', '..')

/** Attributes that are shown or announced. Those of our own components are named after them. */
const SHOWN =
  /^(?:aria-(?:label|description|roledescription|valuetext|placeholder)|title|placeholder|alt|label|hint|caption|text|done|summary)$/
/** A page's metadata. */
const SAID = /^(?:title|description|alt)$/
const LETTERS = /\p{L}{2}/u
/** Characters that occur only in French, the default language of our texts. */
const FRENCH = /[àâçéèêëîïôùûœÀÂÇÉÈÊËÎÏÔÙÛŒ«»]/

/** Texts that are the same in every language, and that no reader sees as words. */
const ALLOWED: Record<string, string[]> = {
  // A command to copy, and the number of a decision under its name in the European database.
  'app/(staff)/administration/compte/jetons/page.tsx': ['curl -H', '/api/v1/surveys/', '/exports'],
  'components/comments/statement-of-reasons.tsx': ['avis-'],
  // The name of a size in style sheets.
  'components/appearance/system/letters.tsx': ['--text-'],
}

type Node = { type: string; [key: string]: unknown }

/** Returns the literal words that an expression may evaluate to. */
function wordsOf(node: Node | null | undefined): string[] {
  const of = (key: string) => wordsOf(node?.[key] as Node)
  switch (node?.type) {
    case 'Literal':
      return typeof node.value === 'string' ? [node.value] : []
    case 'TemplateLiteral':
      return (node.quasis as { value: { cooked: string } }[]).map(({ value }) => value.cooked)
    case 'JSXExpressionContainer':
      return of('expression')
    case 'ConditionalExpression':
      return [...of('consequent'), ...of('alternate')]
    case 'LogicalExpression':
      return [...(node.operator === '&&' ? [] : of('left')), ...of('right')]
    case 'BinaryExpression':
      return node.operator === '+' ? [...of('left'), ...of('right')] : []
    default:
      return []
  }
}

/** Returns the words that a component or page shows and no catalogue contains. */
function literalsOf(file: string, source: string): string[] {
  const found: string[] = []
  const note = (words: string[]) => found.push(...words.filter((word) => LETTERS.test(word)))
  const children = ({ children }: { children: unknown[] }) =>
    note(
      (children as Node[]).flatMap((child) =>
        child.type === 'JSXText' ? [child.value as string] : wordsOf(child),
      ),
    )
  const nameOf = (key: unknown) => String((key as Node).name ?? (key as Node).value)
  const visitor: VisitorObject = {
    JSXElement: children,
    JSXFragment: children,
    JSXAttribute({ name, value }) {
      if (SHOWN.test(nameOf(name))) note(wordsOf(value as unknown as Node))
    },
    Property({ key, value }) {
      if (SAID.test(nameOf(key))) note(wordsOf(value as unknown as Node))
    },
    Literal({ value }) {
      if (typeof value === 'string' && FRENCH.test(value)) found.push(value)
    },
    TemplateElement({ value }) {
      if (FRENCH.test(value.raw)) found.push(value.raw)
    },
  }
  new Visitor(visitor).visit(parseSync(file, source).program)
  return found.map((words) => words.trim())
}

const files = ['app', 'components']
  .flatMap((folder) =>
    readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' }).map((file) =>
      path.join(folder, file),
    ),
  )
  .filter((file) => /\.tsx?$/.test(file) && !/\.test\.tsx?$/.test(file))

describe('what pages say', () => {
  it('is read: there are components and pages to look at', () => {
    expect(files.filter((file) => file.endsWith('.tsx')).length).toBeGreaterThan(100)
  })

  it('stands in the catalogues, not in components or pages', () => {
    const found = files.flatMap((file) =>
      literalsOf(file, readFileSync(path.join(root, file), 'utf8'))
        .filter((words) => !ALLOWED[file]?.some((allowed) => words.startsWith(allowed)))
        .map((words) => `${file}: ${words}`),
    )
    expect(found).toEqual([])
  })

  it.each([
    '<p>Bonjour</p>',
    "<p>{open ? 'Send' : t('sent')}</p>",
    '<p>{`from here`}</p>',
    "<p>{open && 'from ' + date}</p>",
    '<p>{name ?? "nobody"}</p>',
    '<><b>{count}</b> answers</>',
    '<img alt="A chart" />',
    '<Field label={`Name`} />',
    "{ title: 'Results' }",
    "say('Réponse comptée')",
  ])('is found in %s', (code) => {
    expect(literalsOf('page.tsx', `const page = (${code})`)).toHaveLength(1)
  })

  it.each([
    '<p className="mt-2">{t("sent")} · {count}</p>',
    '<p lang="fr" title={t("who")}>{name}, {count}</p>',
    '<p>{kind === "open" && t("sent")}</p>',
  ])('is not found in %s', (code) => expect(literalsOf('page.tsx', `const page = (${code})`)).toEqual([]))
})

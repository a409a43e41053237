import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'

const root = path.join(import.meta.dirname, '..', '..')
const read = (file: string) => readFileSync(path.join(root, file), 'utf8')
const found = (folder: string, name: RegExp) =>
  readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => name.test(file))
    .map((file) => path.join(folder, file))

/** What must work before a sign-in: the sign-in itself, and the link that is a key of its own. */
const OPEN_PAGES = ['app/(staff)/connexion/page.tsx', 'app/(staff)/invitation/[token]/page.tsx']
const OPEN_ACTIONS = ['spendLinkAction']
const ASKS = /^\s*(?:const [\w{} :,]+ = )?await require(?:Role\('\w+'\)|Member\(\))/m

describe('everything of the staff', () => {
  it('that is a page asks the gate who is there', () => {
    const pages = found('app/(staff)', /(?:page|route)\.tsx?$/).filter((file) => !OPEN_PAGES.includes(file))
    expect(pages.length).toBeGreaterThan(2)
    expect(pages.filter((file) => !ASKS.test(read(file)))).toEqual([])
  })

  it('that is an action asks the gate before anything else', () => {
    const actions = found('lib', /^\w+\/actions\.ts$/).flatMap((file) =>
      read(file)
        .split(/^export (?=async function|const)/m)
        .slice(1)
        .map((text) => ({ name: /(?:function|const) (\w+)/.exec(text)?.[1] ?? '', text })),
    )
    expect(actions.length).toBeGreaterThan(10)
    // Nothing else creates one: `action` checks its first argument before it reads what was sent.
    const unasked = actions.filter(
      ({ text }) => !/^const \w+ = action\(\s*'(?:moderator|editor|admin|member)',/.test(text),
    )
    expect(unasked.map(({ name }) => name)).toEqual(OPEN_ACTIONS)
  })

  it('is let in by nothing but the gate of the pages and that of the API: no other file makes a holder of a role', () => {
    const makers = found('lib', /\.ts$/)
      .concat(found('app', /\.tsx?$/))
      .filter((file) => !/\.test\.ts$|generated\//.test(file))
      .filter((file) => /\bas (?:unknown as )?(?:Moderator|Editor|Admin|Member|Holder<)/.test(read(file)))
    expect(makers).toEqual(['lib/staff/gate.ts', 'lib/staff/http/gate.ts'])
  })
})

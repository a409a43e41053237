import { readFileSync } from 'node:fs'
import path from 'node:path'
import type { APIRequestContext } from '@playwright/test'
import { ROLES, type Role } from '../lib/staff/rules/roles'
import { expect, test } from './fixtures/staff'

/** Who may call each server action; a new one without an entry here fails the test. */
const OPEN_TO: Record<string, Role> = {
  bringInArticle: 'editor',
  changeClosing: 'editor',
  moveSurvey: 'editor',
  publish: 'editor',
  readPage: 'editor',
  saveSurvey: 'editor',
  cancelExportAction: 'editor',
  startExportAction: 'editor',
  createTokenAction: 'editor',
  revokeTokenAction: 'editor',
  unwatchFeed: 'editor',
  watchFeed: 'editor',
  changeRoleAction: 'admin',
  disableAction: 'admin',
  enableAction: 'admin',
  inviteAction: 'admin',
  requireTotpAction: 'admin',
  resetAction: 'admin',
  saveCharterAction: 'admin',
  saveWordsAction: 'admin',
  setAutomaticAction: 'admin',
  changePasswordAction: 'moderator',
  confirmTotpAction: 'moderator',
  decideQuarantineAction: 'moderator',
  endSessionAction: 'moderator',
  inspectAction: 'moderator',
  removeTotpAction: 'moderator',
  signOutEverywhereAction: 'moderator',
}
/** Opened by the one-time link itself. */
const OPEN_TO_ALL = ['spendLinkAction']

type Action = { id: string; name: string; page: string }

/** Every action of the build: each is an address that anybody can post to. */
function actionsOfBuild(): Action[] {
  const file = path.join(import.meta.dirname, '..', '.next', 'server', 'server-reference-manifest.json')
  const { node } = JSON.parse(readFileSync(file, 'utf8')) as {
    node: Record<string, { exportedName: string; workers: Record<string, unknown> }>
  }
  return Object.entries(node).map(([id, { exportedName, workers }]) => {
    const route = Object.keys(workers)[0] ?? ''
    const page = route
      .replace(/^app/, '')
      .replace(/\/\([^)]*\)/g, '')
      .replace(/\/page$/, '')
    return { id, name: exportedName, page: page.replace('[slug]', 'meta-investissement-ia-2025') }
  })
}

async function call(request: APIRequestContext, { id, page }: Action): Promise<string> {
  const headers = {
    'next-action': id,
    'content-type': 'text/plain;charset=UTF-8',
    accept: 'text/x-component',
  }
  const answer = await request.post(page, { headers, data: '[]', maxRedirects: 0 })
  const to = answer.headers()['x-action-redirect'] ?? answer.headers().location ?? ''
  return to.startsWith('/connexion') ? 'sign in' : String(answer.status())
}

test('every server action refuses nobody and each role below its own', async ({ request, asStaff }) => {
  const actions = actionsOfBuild()
  expect(actions.length).toBeGreaterThan(15)
  const named = actions.map(({ name }) => name).filter((name) => !OPEN_TO_ALL.includes(name))
  expect(named.filter((name) => !(name in OPEN_TO))).toEqual([])
  for (const action of actions.filter(({ name }) => name in OPEN_TO)) {
    const needed = OPEN_TO[action.name] ?? 'admin'
    expect([action.name, 'nobody', await call(request, action)]).toEqual([action.name, 'nobody', 'sign in'])
    for (const role of ROLES.slice(0, ROLES.indexOf(needed))) {
      const { context } = await asStaff(role)
      expect([action.name, role, await call(context.request, action)]).toEqual([action.name, role, '403'])
    }
  }
})

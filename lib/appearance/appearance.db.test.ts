import { beforeEach, describe, expect, it } from 'vitest'
import { Client } from '@/scripts/testing/client'
import { storedMember } from '@/scripts/testing/staff'
import { storedSurvey } from '@/scripts/testing/surveys'
import { db } from '../platform/db/client'
import { barePage, barePolicy } from '../platform/http/bare-page'
import { toPng } from '../platform/images/png'
import type { Admin } from '../staff/rules/roles'
import { removeLogo, saveLogo } from './commands/logo'
import { saveAppearance } from './commands/save'
import { sheetName } from './css/style-sheet'
import { changedSite, freshSite, site } from './queries/site'
import { appearanceVersions } from './queries/versions'
import { logoAddress, sheetAddress } from './rules/address'
import { LOGO_BOX, LOGO_BYTES } from './rules/logo'

let admin: Admin
const NEW = { name: 'La Gazette', accent: '#0a5c8a', accentDark: null } as const
const draw = (width: number, height: number) =>
  toPng(
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width / 2}" height="${height / 2}"><rect width="50%" height="100%" fill="#0a5c8a"/></svg>`,
  )

beforeEach(async () => {
  admin = (await storedMember('admin')) as Admin
  await db().appearance.deleteMany()
  await db().logo.deleteMany()
  await changedSite()
})

describe('name and accent', () => {
  it('hold at once in this process, and stay as they were while nothing changes', async () => {
    expect(site()).toMatchObject({ version: 0, name: 'Avis', named: false, accents: undefined })
    expect(await saveAppearance(admin, NEW, 0)).toEqual({ ok: true, value: { version: 1 } })
    const now = site()
    expect(now).toMatchObject({ name: 'La Gazette', named: true, accents: { light: '#0a5c8a' } })
    expect(await changedSite()).toBe(now)
    expect(await saveAppearance(admin, NEW, 1)).toEqual({ ok: true, value: { version: 1 } })
    expect(await appearanceVersions(admin)).toMatchObject([
      { version: 1, name: 'La Gazette', accent: '#0a5c8a', hasLogo: false, by: admin.name },
    ])
  })

  it('made in another process hold here a moment later', async () => {
    await db().appearance.create({ data: { version: 1, name: 'Ailleurs' } })
    expect((await freshSite()).name).toBe('Avis')
    await expect.poll(async () => (await freshSite()).name, { timeout: 5_000 }).toBe('Ailleurs')
  })

  it('of the second of two admins are refused', async () => {
    await saveAppearance(admin, NEW, 0)
    expect(await saveAppearance(admin, { ...NEW, name: 'Autre' }, 0)).toMatchObject({
      problem: { code: 'edited_meanwhile' },
    })
    const both = await Promise.all(['A', 'B'].map((name) => saveAppearance(admin, { ...NEW, name }, 1)))
    expect(both.map(({ ok }) => ok).sort()).toEqual([false, true])
    expect(await db().appearance.count()).toBe(2)
  })

  it('are the house’s own again where they are emptied', async () => {
    await saveAppearance(admin, NEW, 0)
    await saveAppearance(admin, { name: '', accent: null, accentDark: null }, 1)
    expect(site()).toMatchObject({ version: 2, name: 'Avis', named: false, accents: undefined })
  })

  it.each([
    ['accent', 'contrast_low', { accent: '#ffd400', accentDark: null }],
    ['accentDark', 'contrast_low_dark', { accent: null, accentDark: '#8f1d2c' }],
  ] as const)('that cannot be read are refused: %s', async (field, code, colours) => {
    const refused = await saveAppearance(admin, { name: 'X', ...colours }, 0)
    expect(refused).toMatchObject({ problem: { fields: [{ field, code }] } })
    expect(await db().appearance.count()).toBe(0)
  })

  it('that are no colour are kept out by the database itself', async () => {
    const hostile = db().appearance.create({ data: { version: 1, accent: '#fff}body{display:none' } })
    await expect(hostile).rejects.toThrow(/appearance_colours/)
  })
})

describe('the logo', () => {
  it('is drawn anew in the size it is shown in, and served by its content for good', async () => {
    const sent = await draw(1600, 400)
    // Bytes after the picture in its file are in nothing that is stored.
    const file = Buffer.concat([sent, Buffer.from('<script>alert(1)</script>')])
    expect(await saveLogo(admin, file, 0)).toEqual({ ok: true, value: { version: 1 } })
    const { logo } = site()
    expect(logo).toMatchObject({ height: LOGO_BOX.height, width: LOGO_BOX.height * 4 })
    const answer = await new Client().send(logoAddress(logo?.id ?? ''))
    const { headers } = answer
    expect([answer.status, headers.get('content-type')]).toEqual([200, 'image/png'])
    expect(headers.get('cache-control')).toContain('immutable')
    const served = Buffer.from(await answer.arrayBuffer())
    expect(served.includes('script')).toBe(false)
    expect(await saveLogo(admin, file, 1)).toEqual({ ok: true, value: { version: 1 } })
  })

  it('is taken away, and the name stays what it was', async () => {
    await saveAppearance(admin, NEW, 0)
    await saveLogo(admin, await draw(200, 80), 1)
    await removeLogo(admin, 2)
    expect(site()).toMatchObject({ version: 3, name: 'La Gazette', logo: undefined })
  })

  it.each([
    ['nothing', 'logo_missing', async () => new Uint8Array()],
    ['an SVG', 'logo_kind', async () => Buffer.from('<svg onload="alert(1)"/>')],
    ['a page called a PNG', 'logo_kind', async () => Buffer.from('<html>')],
    ['a heavy file', 'logo_large', async () => new Uint8Array(LOGO_BYTES + 1)],
    ['a wide one', 'logo_sides', () => draw(2050, 20)],
    ['half of one', 'logo_unreadable', async () => (await draw(200, 80)).slice(0, 60)],
    [
      'one that shows nothing',
      'logo_unreadable',
      () => toPng('<svg xmlns="http://www.w3.org/2000/svg" width="20" height="20"/>'),
    ],
  ])('is refused when it is %s', async (_, code, file) => {
    expect(await saveLogo(admin, await file(), 0)).toMatchObject({ problem: { fields: [{ code }] } })
    expect([await db().appearance.count(), await db().logo.count()]).toEqual([0, 0])
  })

  it.each(['rien.png', `${'0'.repeat(64)}.png`, '..%2f..%2fetc'])(
    'of no such content is not there: %s',
    async (file) => {
      expect((await new Client().json(`/api/v1/logo/${file}`)).status).toBe(404)
    },
  )
})

describe('what pages load', () => {
  it('is a sheet for good under the name that says all of it, and for now under another version’s', async () => {
    const address = sheetAddress(sheetName({ light: '#0a5c8a', dark: '#7ec3f5' }))
    const sheet = await new Client().send(address)
    expect([sheet.status, sheet.headers.get('content-type')]).toEqual([200, 'text/css; charset=utf-8'])
    expect(sheet.headers.get('cache-control')).toContain('immutable')
    const other = await new Client().send(address.replace(/-\w{8}\./, '-00000000.'))
    expect(other.headers.get('cache-control')).toBe('public, max-age=60')
    expect((await new Client().json('/api/v1/look/rien.css')).body.code).toBe('not_found')
  })

  it('is within a frame and a bare page, whose policies allow just that', async () => {
    const { view } = await storedSurvey()
    const frame = async () => {
      const answer = await new Client().send(`/embed/${view.slug}`)
      return { text: await answer.text(), policy: answer.headers.get('content-security-policy') }
    }
    const before = await frame()
    expect(before.text).not.toContain('Avis ·')
    await saveAppearance(admin, { ...NEW, name: '<b>La Gazette' }, 0)
    const after = await frame()
    expect(after.text).toContain('--accent:#0a5c8a')
    expect(after.text).toContain('&lt;b&gt;La Gazette · Consultation des lecteurs')
    expect(after.policy).not.toBe(before.policy)
    const page = barePage({ locale: 'fr', title: 'Titre', text: [] })
    expect(page).toContain('<b>&lt;b&gt;La Gazette</b>')
    const { createHash } = await import('node:crypto')
    const style = /<style>(.*?)<\/style>/s.exec(page)?.[1] ?? ''
    expect(style).toContain('--accent:#0a5c8a')
    expect(barePolicy()).toContain(createHash('sha256').update(style).digest('base64'))
  })
})

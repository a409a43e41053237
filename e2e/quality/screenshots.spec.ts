import { aim, PICTURED, settled } from '../fixtures/pictures'
import { expect, test } from '../fixtures/staff'

/** As much of a page as a picture holds. */
const SIZES = [
  { width: 360, height: 1000 },
  { width: 1280, height: 800 },
]
const SCHEMES = ['light', 'dark'] as const

// The style that makes pictures the same everywhere is not one that the page's own policy knows.
test.use({ contextOptions: { bypassCSP: true, reducedMotion: 'reduce' }, bypassCSP: true })

for (const [name, { as, states }] of Object.entries(PICTURED))
  test(`${name} looks as it did (npm run pictures takes new ones)`, async ({ page: own, asStaff }) => {
    const staff = as && (await asStaff(as))
    const page = staff ? await staff.context.newPage() : own
    for (const bring of Object.values(states)) await bring(page, staff?.identity)
    await settled(page)
    for (const size of SIZES)
      for (const colorScheme of SCHEMES) {
        await page.setViewportSize(size)
        await page.emulateMedia({ colorScheme })
        await aim(page)
        await expect.soft(page).toHaveScreenshot(`${name}-${size.width}-${colorScheme}.png`)
      }
  })

import { mkdirSync } from 'node:fs'
import path from 'node:path'
import { type Browser, type BrowserContext, chromium, type Locator, type Page } from 'playwright'
import sharp from 'sharp'
import { browserExecutable } from '../../../e2e/fixtures/browser'
import { CUSTOMS } from '../../../lib/platform/i18n/messages'
import type { Language } from './content'

const FOLDER = path.join(import.meta.dirname, '..', '..', '..', 'docs', 'images')
/** A reader holds a phone; the desk is a window beside others; two of the README's stand side by side. */
const SIZES = {
  readme: { viewport: { width: 600, height: 800 }, deviceScaleFactor: 1.25 },
  reader: { viewport: { width: 400, height: 800 }, deviceScaleFactor: 1.5 },
  desk: { viewport: { width: 1100, height: 760 }, deviceScaleFactor: 1 },
}
/** Pixels around what a picture shows. */
const MARGIN = 12

/** The address that pictures show; it resolves to the server of this run. */
export const HOUSE = 'http://avis.journal.example'

/** Launches a browser that resolves HOUSE to the server, and treats it as secure. */
export function launch(): Promise<Browser> {
  const executablePath = browserExecutable()
  const { host } = new URL(process.env.AVIS_BASE_URL ?? '')
  return chromium.launch({
    ...(executablePath && { executablePath }),
    args: [
      '--no-sandbox',
      `--host-resolver-rules=MAP ${new URL(HOUSE).host} ${host}`,
      `--unsafely-treat-insecure-origin-as-secure=${HOUSE}`,
    ],
  })
}

/** Opens a window for a user of `language`. */
export const windowOf = (
  browser: Browser,
  who: keyof typeof SIZES,
  language: Language,
): Promise<BrowserContext> =>
  browser.newContext({
    ...SIZES[who],
    baseURL: HOUSE,
    locale: CUSTOMS[language],
    timezoneId: 'Europe/Paris',
    colorScheme: 'light',
    reducedMotion: 'reduce',
  })

/** From the top of one element, or of the page, to the end of another, or of the window. */
type Frame = { from?: Locator; to?: Locator }

/** Writes the part of the page in `frame` to docs/images, as `name`. */
export async function take(page: Page, name: string, frame: Frame = {}) {
  const file = path.join(FOLDER, `${name}.png`)
  mkdirSync(path.dirname(file), { recursive: true })
  // No pointer should be visible in a picture.
  await page.mouse.move(0, 0)
  await page.evaluate(async () => {
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur()
    window.scrollTo(0, 0)
    await document.fonts.ready
  })
  const size = page.viewportSize() ?? { width: 0, height: 0 }
  const whole = { x: 0, y: 0, ...size }
  const [first, last] = [(await frame.from?.boundingBox()) ?? whole, (await frame.to?.boundingBox()) ?? whole]
  const [x, y] = [Math.max(0, first.x - MARGIN), Math.max(0, first.y - MARGIN)]
  const right = Math.min(size.width, Math.max(first.x + first.width, last.x + last.width) + MARGIN)
  const clip = { x, y, width: right - x, height: last.y + last.height + (frame.to ? MARGIN : 0) - y }
  const taken = await page.screenshot({ clip, fullPage: true, animations: 'disabled' })
  // Few colours suffice, and the file stays in the repository: a third of what the browser writes.
  await sharp(taken).png({ palette: true, effort: 10 }).toFile(file)
}

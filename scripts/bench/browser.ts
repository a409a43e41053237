import { type Browser, chromium } from 'playwright'
import { browserExecutable } from '../../e2e/fixtures/browser'

/** Lighthouse's mobile profile: a slow 4G and a processor a quarter as fast. */
const SLOW_4G = { offline: false, latency: 150, downloadThroughput: 180_000, uploadThroughput: 84_000 }
const SLOWER_PROCESSOR = 4
const PHONE = {
  viewport: { width: 412, height: 823 },
  deviceScaleFactor: 1.75,
  isMobile: true,
  hasTouch: true,
}
const CHROME =
  'Mozilla/5.0 (Linux; Android 11; moto g power) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/141.0.0.0 Mobile Safari/537.36'
/** A task that is longer than this keeps a reader waiting for the excess. */
const LONG_TASK_MS = 50
const VISITS = 3

type Seen = { paintMs: number; blockedMs: number }
/** A first visit on a phone; the median of several. */
export type Visit = Seen & { kilobytes: number }

/** Runs in the page before any script of its own. */
function observe(longTask: number) {
  const seen = { paintMs: 0, blockedMs: 0 }
  Object.assign(window, { seen })
  new PerformanceObserver((list) => {
    for (const { startTime } of list.getEntries()) seen.paintMs = startTime
  }).observe({ type: 'largest-contentful-paint', buffered: true })
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) seen.blockedMs += Math.max(0, duration - longTask)
  }).observe({ type: 'longtask', buffered: true })
}

async function visit(browser: Browser, address: string): Promise<Visit> {
  const context = await browser.newContext({ ...PHONE, userAgent: CHROME, locale: 'fr-FR' })
  const page = await context.newPage()
  await page.addInitScript(observe, LONG_TASK_MS)
  const session = await context.newCDPSession(page)
  let bytes = 0
  session.on('Network.loadingFinished', ({ encodedDataLength }) => {
    bytes += encodedDataLength
  })
  await session.send('Network.enable')
  await session.send('Network.emulateNetworkConditions', SLOW_4G)
  await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWER_PROCESSOR })
  await page.goto(address, { waitUntil: 'networkidle' })
  const seen = await page.evaluate(() => (window as unknown as { seen: Seen }).seen)
  await context.close()
  return { ...seen, kilobytes: bytes / 1024 }
}

const median = (values: number[]) => values.sort((a, b) => a - b)[values.length >> 1] ?? 0

/** Measures how a phone loads the page at `address`; undefined on a machine without a browser. */
export async function phone(address: string): Promise<Visit | undefined> {
  let executablePath: string | undefined
  try {
    executablePath = browserExecutable()
  } catch {
    // The report mentions it: everything else can be measured without a browser.
    return undefined
  }
  const browser = await chromium.launch({ ...(executablePath && { executablePath }), args: ['--no-sandbox'] })
  try {
    const visits: Visit[] = []
    for (let count = 0; count < VISITS; count++) visits.push(await visit(browser, address))
    const of = (figure: keyof Visit) => median(visits.map((one) => one[figure]))
    return { paintMs: of('paintMs'), blockedMs: of('blockedMs'), kilobytes: of('kilobytes') }
  } finally {
    await browser.close()
  }
}

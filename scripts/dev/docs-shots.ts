/**
 * `npm run docs:shots`: regenerates the pictures of README and guides, from invented consultations on a server of its
 * own.
 */
import { ensureBrowser } from '../../e2e/fixtures/browser'
import startServer from '../../e2e/fixtures/global-setup'
import type { Moderator } from '../../lib/staff/rules/roles'
import { demoSurvey } from '../../prisma/demo'

ensureBrowser((line) => console.log(line))
const stop = await startServer()
try {
  const { HOUSE, launch, windowOf } = await import('./docs-shots/camera')
  const { answeredDemo, answeredSurvey, rejectNewest } = await import('./docs-shots/demo-data')
  const { gather } = await import('./docs-shots/team')
  const readers = await import('./docs-shots/readers')
  const staff = await import('./docs-shots/staff')
  const { signInto } = await import('../../e2e/fixtures/sign-in-without-password')
  const { closeDb } = await import('../../lib/platform/db/client')
  const { admin, moderator } = await gather()
  const browser = await launch()
  for (const language of ['fr', 'en'] as const) {
    await answeredSurvey(language, moderator as Moderator)
    const desk = await windowOf(browser, 'desk', language)
    await signInto(desk, admin.id, HOUSE)
    const page = await desk.newPage()
    const reader = await (await windowOf(browser, 'reader', language)).newPage()
    await staff.shootTeam(page, language)
    const receipt = await readers.shootAnswering(reader, language)
    await staff.shootModeration(page, language)
    await rejectNewest(moderator as Moderator, language)
    await readers.shootStatement(reader, language, receipt)
    await readers.shootResults(reader, language)
    await staff.shootBringingIn(page, language)
    await staff.shootFigures(page, language)
    console.log(`Pictures taken: ${language}`)
  }
  await answeredDemo(demoSurvey.slug)
  const readme = await windowOf(browser, 'readme', 'fr')
  await readers.shootDemo(await readme.newPage(), demoSurvey.slug)
  await browser.close()
  await closeDb()
} finally {
  await stop()
}

import { readFileSync } from 'node:fs'
import path from 'node:path'
import type { Page } from '@playwright/test'
import { unzipSync } from 'fflate'
import { decide } from '../../lib/comments/commands/decide'
import { screenAll } from '../../lib/comments/commands/screen'
import { exportSurvey } from '../../lib/exports/commands/export-survey'
import { db } from '../../lib/platform/db/client'
import type { Moderator } from '../../lib/staff/rules/roles'
import type { SurveyRecord } from '../../lib/surveys/queries/public'
import { targetOf } from '../../scripts/testing/decisions'
import { temporaryFolder } from '../../scripts/testing/folder'
import { storedSurvey } from '../../scripts/testing/surveys'
import { fitting, PAYLOADS } from '../fixtures/payloads'
import { expect, storedStaff, test } from '../fixtures/staff'
import { look, watchPayloads } from '../fixtures/watch-payloads'

/** What fits together into a title. */
const AT_ONCE = 10
const groups = PAYLOADS.flatMap((_, index) =>
  index % AT_ONCE ? [] : [PAYLOADS.slice(index, index + AT_ONCE)],
)

/** Every field that an editor fills in, filled with `given`. */
const hostile = (given: string[]) => {
  const label = fitting(given, 200)
  const rest = given.filter((payload) => !label.includes(payload))
  const options = [label, `${fitting(rest, 190)} non`].map((text) => ({ label: text }))
  return storedSurvey({
    resultsVisibility: 'always',
    moderationMode: 'before',
    article: {
      title: fitting(given, 300),
      sourceName: fitting(given.toReversed(), 120) || 'Le Quotidien',
      sourceUrl: `https://journal.example/?q=${encodeURIComponent(fitting(given, 300))}`,
      summary: given.join('\n'),
    },
    questions: [
      { kind: 'open', prompt: given.join(' ') },
      { kind: 'single', prompt: fitting(given, 500), options },
      {
        kind: 'aspects',
        prompt: 'Utile ?',
        options: [label, 'utile'].flatMap((aspect) =>
          (['yes', 'no'] as const).map((stance) => ({ stance, label: stance, aspect })),
        ),
      },
    ],
  })
}

async function writeAsReader(page: Page, survey: SurveyRecord, texts: string[]) {
  const [open, single] = survey.view.questions
  for (const text of texts) {
    const answers = [
      { questionId: open?.id, text },
      { questionId: single?.id, optionIds: [single?.options[0]?.id] },
    ]
    const cast = await page.request.post(`/api/v1/surveys/${survey.view.slug}/ballot`, { data: { answers } })
    expect(cast.ok()).toBe(true)
    await screenAll()
  }
  return db().comment.findFirstOrThrow({ where: { surveyId: survey.id }, select: { id: true } })
}

for (const [index, typed] of groups.entries())
  test(`nothing that is typed runs anywhere: ${index + 1} of ${groups.length}`, async ({
    page,
    context,
    asStaff,
  }) => {
    // Some thirty pages.
    test.setTimeout(150_000)
    const noted: string[] = []
    await watchPayloads(context, noted)
    // A NUL is nothing a database keeps: readers may send one all the same.
    const given = typed.map((payload) => payload.replaceAll('\0', ''))
    const survey = await hostile(given)
    const { slug } = survey.view
    const said = given.join('\n')
    const { id } = await writeAsReader(page, survey, [said.slice(0, 100), typed.join('\n')])

    const admin = await asStaff('admin')
    await watchPayloads(admin.context, noted)
    await db().staffAccount.update({ where: { id: admin.identity.id }, data: { name: fitting(given, 80) } })
    const feed = { url: `https://journal.example/${slug}`, title: said, addedBy: admin.identity.id }
    await db().feed.create({ data: feed })
    const desk = await admin.context.newPage()
    await look(desk, `/moderation?survey=${slug}`, noted)
    const decided = await decide(
      { ...admin.identity } as Moderator,
      await targetOf(id),
      { act: 'reject', reason: 'privacy', note: said },
      () => false,
    )
    expect(decided.ok).toBe(true)
    await page.request.post(`/api/v1/comments/${id}/appeal`, { data: { text: said } })
    await look(page, `/consultations/${slug}/bulletin`, noted)
    await look(desk, `/moderation?queue=appeals&survey=${slug}`, noted)
    // Another person's to decide, after an appeal.
    const published = await decide(
      (await storedStaff('moderator')) as Moderator,
      await targetOf(id),
      { act: 'publish' },
      () => false,
    )
    expect(published.ok).toBe(true)
    const report = { reason: 'illegal', law: fitting(given, 200), explanation: said }
    await page.request.post(`/api/v1/comments/${id}/reports`, { data: report })
    const asked = encodeURIComponent(said)
    await context.addCookies([
      { name: 'avis_typed_receipt', value: encodeURIComponent(fitting(given, 60)), url: `${page.url()}` },
    ])
    const asReader = [
      '/',
      `/consultations/${slug}`,
      `/consultations/${slug}/resultats`,
      `/signaler/${id}`,
      `/recu?trouve=${asked}&inconnu=1&fait=${asked}`,
      '/transparence',
      `/verification?trouve=${slug}`,
      `/connexion?vers=${asked}&refus=${asked}`,
      `/embed/${slug}`,
      `/api/v1/surveys/${slug}`,
      `/api/v1/surveys/${slug}/comments`,
      '/api/v1/openapi.json',
    ]
    const atDesk = [
      `/moderation?queue=reported&survey=${slug}`,
      '/moderation/integrite',
      '/administration',
      '/redaction',
      '/redaction/flux',
      `/redaction/${slug}`,
      `/redaction/${slug}/exports`,
      `/redaction/${slug}/resultats`,
      `/redaction/${slug}/resultats/comparer?avec=${slug}`,
    ]
    const lookAtAll = async (one: Page, addresses: string[]) => {
      for (const address of addresses) await look(one, address, noted)
    }
    await Promise.all([lookAtAll(page, asReader), lookAtAll(desk, atDesk)])

    const card = await page.request.get(`/consultations/${slug}/opengraph-image`)
    expect([card.status(), card.headers()['content-type']]).toEqual([200, 'image/png'])
    const picture = await desk.request.get(`/redaction/${slug}/resultats/graphiques/cours.svg`)
    const file = path.join(temporaryFolder(), 'bundle.zip')
    await exportSurvey(
      survey,
      { format: 'bundle', table: 'ballots', allTexts: true, setAside: true, language: 'fr' },
      file,
    )
    const codebook = unzipSync(readFileSync(file))['codebook.html']
    // As files that somebody opens, without a policy of ours around them.
    for (const text of [await picture.text(), Buffer.from(codebook ?? '').toString()]) {
      expect(text.length).toBeGreaterThan(500)
      await page.goto('about:blank')
      await page.setContent(text)
      expect(await page.evaluate(() => '__xss' in globalThis)).toBe(false)
      expect(await page.locator('[data-xss]').count()).toBe(0)
    }
    expect(noted).toEqual([])
  })

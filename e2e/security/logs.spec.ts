import { expect, test } from '@playwright/test'
import { Client } from 'pg'
import { freePort } from '../../scripts/postgres'
import { startAvis, stopAvis } from '../fixtures/global-setup'

const SLUG = 'meta-investissement-ia-2025'
const TEXT = 'Un texte que le journal du serveur ne doit pas connaître'
const SECRET = 'a secret that no line of a log may ever quote'
const TOKEN = 'avis_a-token-that-somebody-sent-and-nobody-may-read'
const PASSWORD = 'un mot de passe trop bavard'
const ADDRESS = 'lectrice@journal.example'

test('a server that says all it can says nothing that was written, typed, or kept secret', async ({
  playwright,
}) => {
  const address = new URL(process.env.DATABASE_URL ?? '')
  address.pathname = '/avis_logs'
  const { createDatabase } = await import('../../prisma/migrate')
  await createDatabase(address.href)
  const PORT = String(await freePort())
  const baseURL = `http://localhost:${PORT}`
  const settings = { DATABASE_URL: address.href, PORT, LOG_LEVEL: 'debug', AVIS_SECRET: SECRET }
  const avis = await startAvis(settings)
  const request = await playwright.request.newContext({ baseURL })
  const client = new Client({ connectionString: address.href })
  await client.connect()
  try {
    const survey = await (await request.get(`/api/v1/surveys/${SLUG}`)).json()
    const open = survey.questions.find(({ kind }: { kind: string }) => kind === 'open')
    const vote = () =>
      request.post(`/api/v1/surveys/${SLUG}/ballot`, {
        data: { answers: [{ questionId: open.id, text: TEXT }] },
      })
    const cast = await vote()
    expect(cast.status()).toBe(201)
    const { receipt } = await cast.json()
    const cookies = (await request.storageState()).cookies.map(({ value }) => value)
    expect(cookies.length).toBeGreaterThan(0)

    // Each of them goes wrong within the server, with the text in its hands; the first with a database that quotes it.
    await client.query(`
      CREATE FUNCTION quote() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
        RAISE EXCEPTION 'no room for «%»', NEW.text USING DETAIL = NEW.text;
      END $$;
      CREATE TRIGGER quote BEFORE INSERT ON comment FOR EACH ROW EXECUTE FUNCTION quote()`)
    const other = await playwright.request.newContext({ baseURL })
    const failed = await other.post(`/api/v1/surveys/${SLUG}/ballot`, {
      data: { answers: [{ questionId: open.id, text: TEXT }] },
    })
    expect(failed.status()).toBe(500)
    await client.query('ALTER TABLE comment RENAME TO comment_elsewhere')
    expect((await other.get(`/api/v1/surveys/${SLUG}/comments`)).status()).toBe(500)
    await client.query('ALTER TABLE comment_elsewhere RENAME TO comment')
    await client.query('ALTER TABLE tally_head RENAME TO tally_elsewhere')
    expect((await other.get(`/consultations/${SLUG}/resultats?recu=${receipt}`)).status()).toBe(500)
    await client.query('ALTER TABLE tally_elsewhere RENAME TO tally_head')
    await other.dispose()

    // And these are refused.
    await request.post('/api/v1/receipts', { form: { receipt }, maxRedirects: 0 })
    await request.get(`/api/v1/surveys/${SLUG}/exports`, { headers: { authorization: `Bearer ${TOKEN}` } })
    await request.get(`/invitation/${TOKEN}`)
    await request.post('/connexion', { form: { email: ADDRESS, password: PASSWORD }, maxRedirects: 0 })
    await request.post('/api/auth/callback/credentials', {
      form: { email: ADDRESS, password: PASSWORD },
      maxRedirects: 0,
    })

    await expect.poll(() => avis.said()).toContain('"route":"/invitation/[token]"')
    expect(avis.said()).toContain('"msg":"request failed"')
    expect(avis.said()).toContain('a page could not be made')
    const kept = [TEXT, SECRET, TOKEN, PASSWORD, ADDRESS, receipt, ...cookies, address.password]
    expect(kept.filter((text) => text && avis.said().includes(text))).toEqual([])
    expect(avis.said()).not.toContain(TEXT.slice(0, 20))
  } finally {
    await request.dispose()
    await client.end()
    await stopAvis(avis.process)
  }
})

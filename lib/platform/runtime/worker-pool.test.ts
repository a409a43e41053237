import { rmSync } from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { bundle } from '@/scripts/runtime/build'
import type { PageArticle } from '../../articles/rules/page/page'
import { workerPool } from './worker-pool'

const paragraph = '<p>La municipalité a présenté un tracé de neuf kilomètres entre la gare et le port.</p>'
/** A page as newspapers publish them, long enough to take more than a millisecond. */
const html = `<html><head><title>Un tramway</title></head><body><article>${paragraph.repeat(500)}</article></body></html>`
const page = { body: html }
const code = (done: { ok: true } | { ok: false; problem: { code: string } }) =>
  done.ok ? 'ok' : done.problem.code

// A worker that runs from source starts slowly on a busy machine.
vi.setConfig({ testTimeout: 60_000 })
/** So long that memory and not time ends the worker on a busy machine. */
const NOT_BY_TIME_MS = 50_000
const pool = workerPool()

it('from source, as commands and tests do it, a worker reads a page', async () => {
  const fromSource = workerPool()
  const read = await fromSource.run<PageArticle>('page', page, NOT_BY_TIME_MS)
  expect(read).toMatchObject({ ok: true, value: { title: 'Un tramway' } })
  await fromSource.end()
})

describe('work on what others wrote', () => {
  const [, program = ''] = process.argv
  // Within the project, because the bundle imports its packages from there.
  const folder = path.resolve('.avis', `parser-${process.pid}`)
  beforeAll(() => {
    bundle('lib/articles/commands/parser.ts', path.join(folder, 'parser.mjs'))
    // As for a server whose program lies beside the bundle.
    process.argv[1] = path.join(folder, 'server.mjs')
  })
  afterAll(async () => {
    process.argv[1] = program
    await pool.end()
    rmSync(folder, { recursive: true, force: true })
  })

  it('reads a page', async () => {
    const read = await pool.run<PageArticle>('page', page, NOT_BY_TIME_MS)
    expect(read).toMatchObject({ ok: true, value: { title: 'Un tramway' } })
  })

  it('is ended at its time limit, and what waits behind it is done all the same', async () => {
    const late = Array.from({ length: 3 }, () => pool.run('page', page, 1))
    const after = Array.from({ length: 3 }, () => pool.run('page', page, NOT_BY_TIME_MS))
    expect((await Promise.all(late)).map(code)).toEqual(Array(3).fill('parse_too_slow'))
    expect((await Promise.all(after)).map(code)).toEqual(Array(3).fill('ok'))
  })

  it.each([4, 48])(
    'is ended at its memory limit of %i MB, while it loads or while it works',
    async (memoryMb) => {
      const small = workerPool({ memoryMb })
      const large = { body: html.replace(paragraph, paragraph.repeat(40_000)) }
      expect(code(await small.run('page', large, NOT_BY_TIME_MS))).toBe('parse_too_large')
      await small.end()
    },
  )

  it('fails in a sentence when the parser throws, and the next task is done', async () => {
    expect(code(await pool.run('page', null))).toBe('parse_failed')
    expect(code(await pool.run('unknown', ''))).toBe('parse_failed')
    expect(code(await pool.run('page', page, NOT_BY_TIME_MS))).toBe('ok')
  })

  it('sends away what is too much to wait for', async () => {
    const asked = Array.from({ length: 120 }, () => pool.run('article', { text: 'Et vous ?' }))
    const codes = (await Promise.all(asked)).map(code)
    expect(codes.filter((one) => one === 'busy')).toHaveLength(18)
    expect(codes.filter((one) => one === 'ok')).toHaveLength(102)
  })

  it('lets idle workers go, and starts one again when there is work', async () => {
    const brief = workerPool({ idleMs: 1 })
    expect(await brief.threads()).toBe(0)
    expect(code(await brief.run('page', page, NOT_BY_TIME_MS))).toBe('ok')
    await expect.poll(brief.threads, { timeout: 10_000 }).toBe(0)
    expect(code(await brief.run('page', page, NOT_BY_TIME_MS))).toBe('ok')
    await brief.end()
  })

  it('ends with the process: what runs is refused, and so is what comes later', async () => {
    const ending = workerPool()
    const running = ending.run('page', { body: html.repeat(40) })
    await expect.poll(ending.threads).toBe(1)
    await ending.end()
    expect(code(await running)).toBe('busy')
    expect(code(await ending.run('page', page))).toBe('busy')
    expect(await ending.threads()).toBe(0)
  })
})

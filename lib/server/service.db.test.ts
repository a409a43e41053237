import { describe, expect, it } from 'vitest'
import { Client } from '@/scripts/testing/client'
import { db } from '../platform/db/client'
import { api } from './api'
import { UNDOCUMENTED } from './undocumented'

describe('the service', () => {
  it('says that it is alive and ready', async () => {
    expect(await new Client().json('/healthz')).toEqual({ status: 200, body: { status: 'alive' } })
    expect(await new Client().json('/readyz')).toEqual({ status: 200, body: { status: 'ready' } })
  })

  it('is not ready while a migration is missing', async () => {
    const [last] = await db().$queryRaw<{ id: string }[]>`
      UPDATE _prisma_migrations SET finished_at = NULL
      WHERE migration_name = (SELECT max(migration_name) FROM _prisma_migrations) RETURNING id`
    const away = await new Client().send('/readyz')
    expect([away.status, away.headers.get('retry-after')]).toEqual([503, '2'])
    await db().$executeRaw`UPDATE _prisma_migrations SET finished_at = now() WHERE id = ${last?.id}`
    expect((await new Client().json('/readyz')).status).toBe(200)
  })

  it('describes itself as OpenAPI 3.1, every route and every error code', async () => {
    const { body } = await new Client().json('/api/v1/openapi.json')
    expect(body.openapi).toBe('3.1.0')
    const described = Object.entries(body.paths).flatMap(([at, methods]) =>
      Object.keys(methods as object).map(
        (method) => `${method.toUpperCase()} ${at.replaceAll(/\{(\w+)\}/g, ':$1')}`,
      ),
    )
    const served = new Set(
      api.routes.filter(({ method }) => method !== 'ALL').map(({ method, path: at }) => `${method} ${at}`),
    )
    expect([...described, ...Object.keys(UNDOCUMENTED)].sort()).toEqual([...served].sort())
    expect(body.components.schemas.Problem.properties.code.enum).toContain('survey_closed')
  })
})

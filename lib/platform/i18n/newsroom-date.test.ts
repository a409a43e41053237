import { expect, it } from 'vitest'
import { inZone } from '@/scripts/testing/zone'
import { newsroomDate } from './newsroom-date'

it.each([
  ['Europe/Paris', 'fr', '30 novembre 2026 à 0\u00a0h\u00a030'],
  ['America/Montreal', 'fr', '29 novembre 2026 à 18\u00a0h\u00a030'],
  ['Europe/Paris', 'en', '30 November 2026 at 00:30'],
  ['America/Montreal', 'en', '29 November 2026 at 18:30'],
] as const)('a date of %s in %s is %s', async (zone, language, expected) => {
  const at = new Date('2026-11-29T23:30:00Z')
  const written = await inZone(zone, () =>
    newsroomDate(at, language, { dateStyle: 'long', timeStyle: 'short' }),
  )
  expect(written).toBe(expected)
})

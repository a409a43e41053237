import { expect, it } from 'vitest'
import { inZone } from '@/scripts/testing/zone'
import { settingsOf } from './env'
import { newsroomZone } from './time-zone'

const base = { DATABASE_URL: 'postgresql://localhost/avis', AVIS_SECRET: 'x'.repeat(32) }
const told = (zone: string) => {
  const checked = settingsOf({ ...base, AVIS_TIME_ZONE: zone })
  return checked.ok ? checked.settings.AVIS_TIME_ZONE : checked.why
}

it('is a zone of the IANA database, and Paris without a setting', async () => {
  for (const zone of ['Europe/Paris', 'America/Montreal', 'Asia/Kolkata', 'UTC']) {
    expect(told(zone)).toBe(zone)
    expect(await inZone(zone, newsroomZone)).toBe(zone)
  }
  expect(told('')).toBe('Europe/Paris')
  expect(await inZone('', newsroomZone)).toBe('Europe/Paris')
})

it.each(['Europe/Lyon', '+01:00', '-05:00', 'Paris', ' ', '2'])(
  '%j is refused by the setting’s name',
  async (zone) => {
    const refused = /AVIS_TIME_ZONE: no time zone of the IANA database, such as Europe\/Paris/
    expect(told(zone)).toMatch(refused)
    await expect(inZone(zone, newsroomZone)).rejects.toThrow(refused)
  },
)

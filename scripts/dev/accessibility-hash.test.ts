import { expect, it } from 'vitest'
import { testResult } from '../../lib/operations/accessibility'
import { subjectHash } from './accessibility-hash'

it('is what /accessibilite publishes a result of: else `npm run accessibility` renews it', () => {
  expect(testResult().subject).toBe(subjectHash())
})

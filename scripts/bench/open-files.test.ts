import { expect, test } from 'vitest'
import { openFilesIn } from './open-files'

const limits = (
  soft: string,
  hard: string,
) => `Limit                     Soft Limit           Hard Limit           Units
Max processes             95863                95863                processes
Max open files            ${soft}                ${hard}                files
Max locked memory         8388608              8388608              bytes
`

test('the highest allowed number of open files is read', () => {
  expect(openFilesIn(limits('1024', '20000'))).toBe(20_000)
  expect(openFilesIn(limits('1024', 'unlimited'))).toBe(Number.POSITIVE_INFINITY)
  expect(openFilesIn('')).toBe(Number.POSITIVE_INFINITY)
})

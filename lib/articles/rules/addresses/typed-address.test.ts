import { expect, it } from 'vitest'
import { typedAddress } from './typed-address'

it.each([
  [' https://journal.example/a ', 'https://journal.example/a'],
  ['http://journal.example', 'http://journal.example'],
  ['www.journal.example/a?b=1', 'https://www.journal.example/a?b=1'],
  ['journal.example', 'https://journal.example'],
  ['été.example:8080/a', 'https://été.example:8080/a'],
  ['feed://journal.example/rss', 'https://journal.example/rss'],
  ['feed:https://journal.example/rss', 'https://journal.example/rss'],
  ['FEED://http://journal.example/rss', 'http://journal.example/rss'],
  ['file:///etc/passwd', 'file:///etc/passwd'],
  ['javascript:alert(1)', 'javascript:alert(1)'],
  ['mailto:a@journal.example', 'mailto:a@journal.example'],
  ['user:pw@journal.example', 'user:pw@journal.example'],
  ['pas une adresse', 'pas une adresse'],
  ['journal', 'journal'],
  ['', ''],
])('%j is meant as %j', (typed, meant) => {
  expect(typedAddress(typed)).toBe(meant)
})

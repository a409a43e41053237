import { expect, it } from 'vitest'
import { toPng } from './png'

const picture = (text: string) =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="300" height="60" font-family="Source Sans 3" font-size="40"><text x="5" y="45">${text}</text></svg>`
const png = async (text: string) => Buffer.from(await toPng(picture(text)))

it('a picture is twice as many points as its size, and its letters are drawn, accents too', async () => {
  const [plain, accented, nothing] = await Promise.all([png('e'), png('é'), png('')])
  expect(plain.subarray(0, 8).toString('latin1')).toBe('\u0089PNG\r\n\u001a\n')
  expect([plain.readUInt32BE(16), plain.readUInt32BE(20)]).toEqual([600, 120])
  expect(accented.equals(plain)).toBe(false)
  expect(plain.equals(nothing)).toBe(false)
  // A letter that no font has is drawn as a box: all such boxes are alike.
  const boxes = await Promise.all(['é', 'ç', 'œ', 'À', '«', '’', '€', '\u202f%'].map(png))
  expect(new Set(boxes.map((one) => one.toString('base64'))).size).toBe(boxes.length)
})

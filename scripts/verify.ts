/** `npm run verify -- FILE.zip`: recounts the public figures of a bundle from its own files, without a database. */
import { verifyBundle } from '../lib/exports/commands/verify'

const [, , file, ...more] = process.argv
if (!file || more.length) {
  console.error('npm run verify -- FILE.zip')
  process.exit(2)
}
const found = await verifyBundle(file)
for (const difference of found) console.log(difference)
console.log(found.length ? `${file}: NOT equal` : `${file}: equal`)
process.exit(found.length ? 1 : 0)

/** `npm run build`: builds what `npm start` serves, without settings, database or network. */

import { build } from '../runtime/build'
import { endWith } from '../runtime/with-database'

await endWith(async () => {
  const { folder } = await build(console.log)
  console.log(`Built: ${folder}`)
  return 0
})

/** `npm run build`: what `npm start` serves, made without settings, database or network. */
import { endWith } from './on-ground'
import { build } from './runtime/build'

await endWith(async () => {
  const { folder } = await build(console.log)
  console.log(`Built: ${folder}`)
  return 0
})

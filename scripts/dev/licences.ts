/** `npm run licences`: regenerates docs/licences.md. */
import { writeFileSync } from 'node:fs'
import { LIST, licenceList, shipped } from './licences/list'

const packages = shipped()
writeFileSync(LIST, licenceList(packages))
console.log(`docs/licences.md: ${packages.length} packages.`)

/** `npm run licences`: writes docs/licences.md anew. */
import { writeFileSync } from 'node:fs'
import { LIST, licenceList, shipped } from './licences/list'

const packages = shipped()
writeFileSync(LIST, licenceList(packages))
console.log(`docs/licences.md: ${packages.length} packages.`)

'use server'

import { action } from '../staff/gate'
import { readArticle } from './commands/read-article'
import { addressInput } from './schema'

/** Reads the article at an address that an editor typed; nothing is stored. */
export const readPage = action('editor', [addressInput], (_editor, address) => readArticle(address))

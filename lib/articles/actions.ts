'use server'

import { action } from '../staff/gate'
import { readArticle } from './commands/read-article'
import { addressInput } from './schema'

export const readPage = action('editor', [addressInput], (_editor, address) => readArticle(address))

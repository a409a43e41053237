/** The API on a port, without pages: what a test can start in a second, and kill. */
import { createAdaptorServer } from '@hono/node-server'
import { api } from '../../lib/api'

createAdaptorServer({ fetch: api.fetch }).listen(Number(process.env.PORT), '127.0.0.1')

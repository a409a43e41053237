/** `npm run dev`: runs `next dev` on the same database as `npm start`. */
import { spawn } from 'node:child_process'
import path from 'node:path'
import { StartFailure } from '../postgres/start-failure'
import { provision } from './provision'

try {
  const ground = await provision((line) => console.log(`  ${line}`))
  process.env.DATABASE_URL = ground.databaseUrl
  process.env.AVIS_SECRET = ground.secret
  const { seed } = await import('../../prisma/seed')
  await seed()
  const next = path.join(import.meta.dirname, '..', '..', 'node_modules', 'next', 'dist', 'bin', 'next')
  const dev = spawn(process.execPath, [next, 'dev', '--port', process.env.PORT || '3000'], {
    stdio: 'inherit',
  })
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => dev.kill(signal))
  dev.once('exit', async (code) => {
    await ground.stop()
    process.exit(code ?? 0)
  })
} catch (error) {
  console.error(error instanceof StartFailure ? error.message : error)
  process.exit(1)
}

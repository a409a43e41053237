import { spawn } from 'node:child_process'
import { once } from 'node:events'
import path from 'node:path'
import { bundle } from '../runtime/build'

/**
 * Starts the API in a process of its own, on this test's database and settings. `name` is that of its bundle, which
 * must be unique among the tests. It trusts one proxy, so a test's readers may claim any address.
 */
export async function startApi(name: string): Promise<{ origin: string; stop: () => Promise<void> }> {
  const file = path.join(import.meta.dirname, '..', '..', '.avis', `${name}.mjs`)
  bundle('scripts/testing/api-server.ts', file)
  const child = spawn(process.execPath, [file], {
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    env: { ...process.env, NODE_ENV: 'production', PORT: '0', AVIS_PROXY_HOPS: '1' },
  })
  const ended = once(child, 'exit')
  const told = await Promise.race([once(child, 'message'), ended.then(() => undefined)])
  if (!told) throw new Error('the API ended while starting')
  const [{ port }] = told as [{ port: number }]
  return {
    origin: `http://127.0.0.1:${port}`,
    async stop() {
      child.kill('SIGKILL')
      await ended
    },
  }
}

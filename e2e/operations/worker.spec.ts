/** The process of the regular jobs: it is there while its front door is, and no longer. */
import { spawn } from 'node:child_process'
import { readdirSync, readFileSync, rmSync } from 'node:fs'
import path from 'node:path'
import { freePort } from '../../scripts/postgres'
import { currentBuild } from '../../scripts/runtime/build'
import { temporaryFolder } from '../../scripts/testing/folder'
import { expect, test } from '../fixtures/base-test'

const root = path.join(import.meta.dirname, '..', '..')
const TOKEN = 'the token of an operator in this test'

/** Returns the process ids of the children of `parent`; of one that has ended, none. */
const childrenOf = (parent: number) =>
  readdirSync('/proc').filter((name) => {
    if (!/^\d+$/.test(name)) return false
    try {
      // After the name in brackets, which may contain spaces: state and parent.
      return readFileSync(`/proc/${name}/stat`, 'utf8').split(') ').at(-1)?.split(' ')[1] === String(parent)
    } catch {
      return false
    }
  })

const isAlive = (pid: number) => {
  try {
    process.kill(pid, 0)
    // One that nobody waits for stays a name in the list.
    return !/\) Z /.test(readFileSync(`/proc/${pid}/stat`, 'utf8'))
  } catch {
    return false
  }
}

test('is started again when it is killed, and ends with a front door that is killed', async () => {
  const [folder, port] = [temporaryFolder(), await freePort()]
  const server = spawn(process.execPath, [currentBuild().server], {
    cwd: root,
    stdio: 'ignore',
    env: {
      ...process.env,
      NODE_ENV: 'production',
      PORT: String(port),
      AVIS_DATA: folder,
      AVIS_METRICS_TOKEN: TOKEN,
    },
  })
  const pid = server.pid ?? 0
  const worker = () => Number(childrenOf(pid)[0] ?? 0)
  const figures = async () => {
    const headers = { authorization: `Bearer ${TOKEN}` }
    const answer = await fetch(`http://127.0.0.1:${port}/metrics`, { headers }).catch(() => undefined)
    const text = (await answer?.text()) ?? ''
    const jobs = /^avis_job_seconds_count\{job="search",outcome="done"\} (\d+)/m.exec(text)?.[1]
    return { up: /^avis_worker_up (\d)/m.exec(text)?.[1], jobs }
  }
  try {
    // The search for words runs as each worker starts.
    await expect.poll(figures, { timeout: 60_000 }).toEqual({ up: '1', jobs: '1' })
    const first = worker()
    process.kill(first, 'SIGKILL')
    await expect.poll(figures, { timeout: 30_000 }).toEqual({ up: '1', jobs: '2' })
    const second = worker()
    expect(second).not.toBe(first)
    server.kill('SIGKILL')
    await expect.poll(() => isAlive(second), { timeout: 15_000 }).toBe(false)
  } finally {
    server.kill('SIGKILL')
    rmSync(folder, { recursive: true, force: true })
  }
})

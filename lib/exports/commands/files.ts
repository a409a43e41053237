import { mkdir, readdir, rm } from 'node:fs/promises'
import path from 'node:path'
import { env } from '../../platform/runtime/env'

/** Where exported files are kept: several machines that make exports share it. */
export const exportsFolder = () => path.resolve(env().AVIS_DATA, 'exports')

/** The file of one attempt at a job: two processes never write to the same one. */
export const fileName = (job: string, attempt: number) => `${job}-${attempt}`

export async function makeFolder(): Promise<string> {
  const folder = exportsFolder()
  await mkdir(folder, { recursive: true, mode: 0o700 })
  return folder
}

/** Removes everything in the folder but the files named in `keep` and what is still being written of them. */
export async function removeOthers(keep: Set<string>): Promise<void> {
  const folder = exportsFolder()
  const names = await readdir(folder).catch(() => [])
  for (const name of names)
    if (!keep.has(name.replace(/(?:\.(?:part|files))+$/, '')))
      await rm(path.join(folder, name), { recursive: true, force: true })
}

/** Removes what attempts at `job` left, finished or not. */
export async function removeFilesOf(job: string): Promise<void> {
  const folder = exportsFolder()
  const names = await readdir(folder).catch(() => [])
  for (const name of names)
    if (name.startsWith(`${job}-`)) await rm(path.join(folder, name), { recursive: true, force: true })
}

// Runs a program of ours that is written in TypeScript, once the dependencies are installed.

/**
 * Runs `file`, whose path begins at this folder. Generates the database client first, if necessary.
 * @param {string} file
 */
export async function runTypeScript(file) {
  const { register } = await import('tsx/esm/api')
  register()
  const { generateClient } = await import('./build.ts')
  await generateClient()
  await import(file)
}

import path from 'node:path'
import { defineConfig } from 'vitest/config'

const MOCKED = '{lib,scripts,prisma}/**/*.mocked.db.test.ts'
const database = {
  include: ['{lib,scripts,prisma}/**/*.db.test.ts'],
  globalSetup: 'scripts/testing/global-setup.ts',
  setupFiles: 'scripts/testing/worker-setup.ts',
  // Half their time they wait for PostgreSQL.
  maxWorkers: 4,
  testTimeout: 180_000,
  hookTimeout: 180_000,
}

export default defineConfig({
  resolve: { alias: { '@': path.resolve(import.meta.dirname) } },
  test: {
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['{lib,scripts,components,prisma}/**/*.test.ts'],
          // A build of the bench's reference brings other packages' tests.
          exclude: ['**/*.db.test.ts', '**/.next/**'],
          // Rules keep no state: loading them once for all files takes a third of the time.
          isolate: false,
          maxWorkers: 2,
          // Some start processes, or read the whole house: seconds on a busy machine.
          testTimeout: 60_000,
        },
      },
      // Loading modules once for all files of a worker halves the time; scripts/testing/worker-setup.ts parts the files.
      { extends: true, test: { ...database, name: 'database', exclude: [MOCKED], isolate: false } },
      // A mocked module must be mocked before any file loads it.
      { extends: true, test: { ...database, name: 'database-mocked', include: [MOCKED] } },
    ],
  },
})

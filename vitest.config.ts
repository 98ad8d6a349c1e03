import { defineConfig } from 'vitest/config'

if (Number(process.versions.node.split('.')[0]) < 24) throw new Error(`Tests need Node 24, this is ${process.version}: use "npx vitest", which finds the one in node_modules.`)

/** Tests that need a database or a browser; all others are pure and run in `npm run check`. */
const withDatabase = ['src/**/*.walk.test.ts', 'src/platform/**/*.test.ts', 'test/**/*.test.ts']

/** Against what hangs, not against what is slow: a busy machine takes ten times as long as a quiet one. */
const patience = 300_000

export default defineConfig({
  test: {
    environment: 'node',
    // A machine of CI has two cores.
    maxWorkers: 2,
    projects: [
      {
        extends: true,
        test: { name: 'unit', include: ['src/**/*.test.ts', 'src/**/*.test.tsx'], exclude: withDatabase, testTimeout: patience },
      },
      {
        extends: true,
        test: { name: 'database', include: withDatabase, globalSetup: 'test/cluster.ts', testTimeout: patience, hookTimeout: patience },
      },
    ],
  },
})

import { defineConfig } from 'vitest/config'

if (Number(process.versions.node.split('.')[0]) < 24) throw new Error(`Tests need Node 24, this is ${process.version}: use "npx vitest", which finds the one in node_modules.`)

/** Tests that need a database or a browser; all others are pure and run in `npm run check`. */
const withDatabase = ['src/**/*.walk.test.ts', 'src/platform/**/*.test.ts', 'test/**/*.test.ts']

/** What measures times, or wants a page to be quick: beside them as little as possible. */
const measured = ['test/two-worlds.test.ts', 'test/lighthouse.test.ts', 'test/deadline-rush.test.ts', 'test/journeys/typing.test.ts']

/** Against what hangs, not against what is slow: a busy machine takes ten times as long as a quiet one. */
const patience = 300_000

export default defineConfig({
  test: {
    environment: 'node',
    projects: [
      {
        extends: true,
        test: { name: 'unit', include: ['src/**/*.test.ts', 'src/**/*.test.tsx'], exclude: withDatabase, testTimeout: patience, maxWorkers: 3, sequence: { groupOrder: 0 } },
      },
      {
        extends: true,
        // A machine of CI has two cores; a test waits for the database or the browser half of its time.
        test: { name: 'database', include: withDatabase, exclude: measured, globalSetup: 'test/cluster.ts', testTimeout: patience, hookTimeout: patience, maxWorkers: 3, sequence: { groupOrder: 0 } },
      },
      {
        extends: true,
        test: { name: 'measured', include: measured, globalSetup: 'test/cluster.ts', testTimeout: patience, hookTimeout: patience, maxWorkers: 2, sequence: { groupOrder: 1 } },
      },
    ],
  },
})

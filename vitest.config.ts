import react from '@vitejs/plugin-react'
import { defineConfig } from 'vitest/config'

const database = ['tests/support/global-database.ts']

export default defineConfig({
  plugins: [react()],
  test: {
    env: { TZ: 'UTC' },
    reporters: ['default'],
    // By itself it leaves one core idle; where there are two, the other half is most of the time.
    maxWorkers: 2,
    // Half of the time would go into loading the same modules for each file again; no test replaces
    // a module or changes the globals of another.
    isolate: false,
    // Each project would transform the same modules again.
    experimental: { fsModuleCache: true },
    // What is waited for comes at once on a quiet machine, and late on a busy one.
    expect: { poll: { timeout: 10_000 } },
    // A first hook opens a database and loads half of the server.
    hookTimeout: 60_000,
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['tests/unit/**/*.test.{ts,tsx}'],
          // Properties run hundreds of cases, on machines that may be busy with more.
          testTimeout: 30_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'unit-elsewhere',
          include: ['tests/unit/domain/**/*.test.ts'],
          testTimeout: 30_000,
          env: { TZ: 'Pacific/Auckland' },
        },
      },
      {
        extends: true,
        test: {
          name: 'integration',
          include: ['tests/integration/**/*.test.ts'],
          globalSetup: database,
          testTimeout: 30_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'live',
          include: ['tests/live/**/*.test.ts'],
          globalSetup: database,
          testTimeout: 60_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'e2e',
          include: ['tests/e2e/**/*.test.ts'],
          globalSetup: [...database, 'tests/support/global-browser.ts'],
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
})

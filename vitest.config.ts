import { defineConfig } from 'vitest/config'

// biome-ignore lint/style/noDefaultExport: vitest asks for it
export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    pool: 'forks', // better-sqlite3 is native
    globalSetup: ['tests/support/build.ts'],
    setupFiles: ['tests/support/strict-console.ts'],
    sequence: { shuffle: true },
    restoreMocks: true,
    unstubEnvs: true,
    testTimeout: 20_000,
    coverage: { provider: 'v8', include: ['src/**/*.ts'] },
  },
})

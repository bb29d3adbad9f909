import { defineConfig } from 'vitest/config'
import { closingLine } from './tests/support/closing-line.ts'

// biome-ignore lint/style/noDefaultExport: vitest asks for it
export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    reporters: ['default', closingLine],
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

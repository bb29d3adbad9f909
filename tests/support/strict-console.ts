import { afterEach, beforeEach, expect, vi } from 'vitest'

/** A test that prints has something to say that nobody reads: it fails instead. */
const written: string[] = []
beforeEach(() => {
  written.length = 0
  for (const method of ['log', 'info', 'warn', 'error', 'debug'] as const) {
    vi.spyOn(console, method).mockImplementation((...values: unknown[]) => {
      written.push(`console.${method}: ${values.map(String).join(' ')}`)
    })
  }
})
afterEach(() => {
  expect(written, 'unexpected console output').toEqual([])
})

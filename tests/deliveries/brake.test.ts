import { describe, expect, test } from 'vitest'
import { brakeReason, FEWEST_FAILURES, MOST_FAILING } from '../../src/deliveries/brake.ts'

const tried = (changes: Partial<Parameters<typeof brakeReason>[0]>) => ({
  sent: 0,
  gone: 0,
  failed: 0,
  refused: 0,
  ...changes,
})

describe('the brake', () => {
  test('leaves a run alone of which one in a hundred has left', () => {
    expect(brakeReason(tried({ sent: 99_000, gone: 1000 }))).toBeNull()
  })

  test('leaves a small run alone, whatever fails', () => {
    expect(brakeReason(tried({ gone: FEWEST_FAILURES - 1 }))).toBeNull()
  })

  test('stops a run of which more than one in ten fails, and says what it was', () => {
    expect(brakeReason(tried({ sent: 180, gone: 5, failed: 5, refused: 10 })), 'one in ten').toBeNull()
    expect(brakeReason(tried({ sent: 225, gone: 5, failed: 10, refused: 10 }))).toBeNull()
    expect(brakeReason(tried({ sent: 224, gone: 5, failed: 10, refused: 11 }))).toBe(
      '26 of 250 attempts did not arrive (5 gone, 10 failed, 11 refused)',
    )
  })

  test.each(['gone', 'failed', 'refused'] as const)('counts those that are %s', (kind) => {
    expect(brakeReason(tried({ [kind]: FEWEST_FAILURES }))).not.toBeNull()
  })

  test('counts anew after somebody has let the run go on', () => {
    const then = tried({ sent: 100, gone: 50 })
    expect(brakeReason(tried({ sent: 100, gone: 50 + FEWEST_FAILURES - 1 }), then)).toBeNull()
    expect(brakeReason(tried({ sent: 1000, gone: 50 + FEWEST_FAILURES }), then)).toBeNull()
    expect(brakeReason(tried({ sent: 110, gone: 50 + FEWEST_FAILURES }), then)).toContain('25 of 35')
  })

  test('has limits that an ordinary day does not reach and a broken text does', () => {
    expect(FEWEST_FAILURES).toBe(25)
    expect(MOST_FAILING).toBe(0.1)
  })
})

import { describe, expect, test } from 'vitest'
import { type Act, may, type Role } from '../../src/editors/authority.ts'

const DESK: readonly Act[] = [
  'open-draft',
  'revise-draft',
  'publish',
  'discard',
  'edit-article',
  'retract',
  'undo',
  'send-alert',
  'manage-feeds',
  'see-statistics',
  'export',
]
const ACTS: readonly Act[] = [...DESK, 'see-ranking', 'govern-deliveries', 'appoint', 'read-audit']

describe('authority', () => {
  test.each<[Role, readonly Act[]]>([
    ['owner', ACTS],
    ['editor', DESK],
    ['reader', []],
  ])('%s may %j, and nothing else', (role, allowed) => {
    expect(ACTS.filter((act) => may(role, act))).toEqual(allowed)
  })

  test('is not had by an act that nobody has named', () => {
    expect(may('owner', 'drop-table' as Act)).toBe(false)
  })
})

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readCommand } from '../../src/bot/hearing.ts'

describe('a command', () => {
  test.each([
    ['/latest', { name: 'latest', addressed: false, argument: '' }],
    ['  /Latest 3 ', { name: 'latest', addressed: false, argument: '3' }],
    ['/search@MUJAZBOT كيم\nجونغ', { name: 'search', addressed: true, argument: 'كيم\nجونغ' }],
    ['/latest@OtherBot', null],
    ['/latest!', null],
    ['قال /latest', null],
    ['/', null],
    ['', null],
  ])('is read from %j', (text, expected) => {
    expect(readCommand(text, 'MujazBot')).toEqual(expected)
  })

  test('is never read from what is addressed to somebody else, whatever stands behind', () => {
    const name = fc.stringMatching(/^[a-z0-9_]{1,32}$/)
    const addressee = fc.stringMatching(/^\w{1,32}$/).filter((one) => one.toLowerCase() !== 'mujazbot')
    fc.assert(
      fc.property(name, addressee, fc.string(), (command, other, rest) => {
        expect(readCommand(`/${command}@${other} ${rest}`, 'MujazBot')).toBeNull()
      }),
    )
  })
})

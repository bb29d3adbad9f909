import { describe, expect, test } from 'vitest'
import { MujazError } from '../src/errors.ts'

describe('an error of Mujaz', () => {
  test('carries a code for the program, a sentence, a hint and its cause', () => {
    const cause = new Error('disk full')
    const error = new MujazError('database_invalid', 'The store cannot be written.', {
      hint: 'Make room.',
      cause,
    })
    expect(error).toBeInstanceOf(Error)
    expect({ ...error, message: error.message, cause: error.cause }).toEqual({
      name: 'MujazError',
      code: 'database_invalid',
      message: 'The store cannot be written.',
      hint: 'Make room.',
      cause,
    })
    expect(error.stack).toContain('The store cannot be written.')
  })

  test('has neither hint nor cause where none was given', () => {
    const error = new MujazError('not_found', 'There is no such draft.')
    expect(error.hint).toBeNull()
    expect('cause' in error).toBe(false)
  })
})

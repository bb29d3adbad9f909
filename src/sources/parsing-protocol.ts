import type { ErrorCode } from '../errors.ts'

/** What the parsing thread is told. */
export interface Order {
  readonly id: number
  /** A key of the task module's `PARSING_TASKS`. */
  readonly name: string
  readonly input: unknown
}

/** What it answers: that it begins (the task is loaded), then one of the others. */
export type Answer =
  | { readonly id: number; readonly state: 'begun' }
  | { readonly id: number; readonly state: 'done'; readonly output: unknown }
  | {
      readonly id: number
      readonly state: 'refused'
      readonly code: ErrorCode
      readonly message: string
      readonly hint: string | null
    }
  | { readonly id: number; readonly state: 'broken'; readonly kind: string }

/** A module that the thread can take its tasks from. */
export interface TaskModule {
  readonly PARSING_TASKS: Readonly<Record<string, (() => Promise<(input: unknown) => unknown>) | undefined>>
}

/** What Telegram adds to some refusals. */
export interface RefusalParameters {
  readonly retry_after?: number
  readonly migrate_to_chat_id?: number
}

/** What the Bot API answers: a result, or a refusal with its HTTP code and sentence. */
export type ApiAnswer =
  | { readonly ok: true; readonly result: unknown }
  | {
      readonly ok: false
      readonly error_code: number
      readonly description: string
      readonly parameters?: RefusalParameters
    }

const refusals = new WeakMap<Error, ApiAnswer>()

/** Refuses the call that is being handled, in Telegram's words; `answerOf` turns it into the answer. */
export function refuse(code: number, description: string, parameters?: RefusalParameters): never {
  const error = new Error(description)
  const added = parameters === undefined ? {} : { parameters }
  refusals.set(error, { ok: false, error_code: code, description, ...added })
  throw error
}

/** A 400 with Telegram's prefix. */
export function badRequest(description: string): never {
  return refuse(400, `Bad Request: ${description}`)
}

/** The answer that a refusal stands for; null for an error that nobody meant. */
export function answerOf(error: unknown): ApiAnswer | null {
  return error instanceof Error ? (refusals.get(error) ?? null) : null
}

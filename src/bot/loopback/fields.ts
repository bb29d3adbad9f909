import { badRequest } from './answer.ts'

/** The parameters of one call. Over HTTP forms everything arrives as text, so both forms are read. */
export type Payload = Readonly<Record<string, unknown>>

/** A text parameter; missing reads as empty, as the Bot API server does. */
export function readText(payload: Payload, name: string): string {
  const value = payload[name]
  if (typeof value === 'string') return value
  // JSON null travels as the word, a trap that is kept so that it shows.
  if (value === null) return 'null'
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : ''
}

/** A whole number, or null when it is missing or is none. */
export function readInteger(payload: Payload, name: string): number | null {
  const value = readText(payload, name).trim()
  if (!/^-?\d+$/.test(value)) return null
  const number = Number(value)
  return Number.isSafeInteger(number) ? number : null
}

export function readFlag(payload: Payload, name: string): boolean {
  return ['true', 'yes', '1'].includes(readText(payload, name).trim().toLowerCase())
}

/** A structured parameter: as it is, or parsed from JSON text; undefined when missing. */
export function readStructure(payload: Payload, name: string, what: string): unknown {
  const value = payload[name]
  if (value === undefined || value === '') return undefined
  if (typeof value !== 'string') return value
  try {
    return JSON.parse(value)
  } catch {
    return badRequest(`can't parse ${what} JSON object`)
  }
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

import { type FetchCode, MujazError } from '../../errors.ts'

/** What is thrown when an address is not fetched; the sentence names the host at most, for queries may hold secrets. */
export function refusal(code: FetchCode, sentence: string, cause?: unknown): MujazError {
  return new MujazError(code, sentence, { cause })
}

/** Codes of OpenSSL and Node for a certificate that does not prove what it should. */
const CERTIFICATE =
  /^(?:CERT_|CRL_|ERR_TLS_CERT_|DEPTH_ZERO_|SELF_SIGNED_|UNABLE_TO_|HOSTNAME_MISMATCH|INVALID_)/
/** What undici says of headers that are none, that never end or that contradict the body. */
const GARBAGE = /^(?:HTTPParserError|HPE_.+|UND_ERR_HEADERS_OVERFLOW|UND_ERR_RES_CONTENT_LENGTH_MISMATCH)$/

/** A failure before the first byte of a body, as a refusal. */
export function notReached(host: string, error: unknown): MujazError {
  if (error instanceof MujazError) return error
  const code = codeOf(error)
  if (CERTIFICATE.test(code)) {
    return refusal('fetch_bad_certificate', `The certificate of ${host} is not valid (${code}).`, error)
  }
  if (GARBAGE.test(code)) {
    // Without the cause: it carries what was sent, which has no business in a log.
    return refusal('fetch_bad_response', `What ${host} sends is no sound HTTP (${code}).`)
  }
  return refusal('fetch_unreachable', `${host} cannot be reached (${code}).`, error)
}

/** A failure while a body is read or unpacked, as a refusal. */
export function notRead(host: string, error: unknown): MujazError {
  if (error instanceof MujazError) return error
  return refusal('fetch_bad_response', `The answer of ${host} is damaged or cut short (${codeOf(error)}).`)
}

/** The parser's errors have a name but no code. */
function codeOf(error: unknown): string {
  const { code, name } = (error ?? {}) as { code?: unknown; name?: unknown }
  return [code, name].find((told) => typeof told === 'string') ?? 'no code'
}

/** Text and how it was written. */
export interface Decoded {
  readonly text: string
  /** WHATWG name of the encoding. */
  readonly charset: string
}

/** So much of the beginning is looked at where a guess needs no more. */
const SAMPLE = 65_536
/** Encodings that servers name by default and nobody chose; Arabic pages under these names are windows-1256. */
const CARELESS = new Set(['windows-1252', 'iso-8859-1', 'us-ascii'])
/** What stands in no text of a one-byte encoding, but soon in anything that is no text. */
const BINARY = /[\u0000-\u0008\u000e-\u0019\u001b-\u001f]/

/**
 * Reads bytes as text. In this order: a byte order mark; UTF-16 that shows itself by its high bytes; UTF-8 when the
 * bytes are that (no other encoding looks like it by chance); what is declared; UTF-8 with a broken letter here and
 * there; windows-1256, the old Arabic encoding. Without its byte order mark; null when it is no text.
 *
 * @param declared what header and page say of the encoding, the most trusted first
 */
export function decodeText(bytes: Uint8Array, declared: readonly (string | null)[] = []): Decoded | null {
  const decoded = fromMark(bytes) ?? fromShape(bytes) ?? fromWord(bytes, declared) ?? fromHabit(bytes)
  if (decoded === null || decoded.text.includes('\0')) return null
  // Any bytes at all are letters of an encoding with one byte a letter.
  return !decoded.charset.startsWith('utf-') && BINARY.test(decoded.text.slice(0, SAMPLE)) ? null : decoded
}

function fromMark(bytes: Uint8Array): Decoded | null {
  const [first, second, third] = bytes
  if (first === 0xff && second === 0xfe) return strict(bytes, 'utf-16le')
  if (first === 0xfe && second === 0xff) return strict(bytes, 'utf-16be')
  // A mark before what is not UTF-8 was put there by a program that knew no better.
  return first === 0xef && second === 0xbb && third === 0xbf ? strict(bytes, 'utf-8') : null
}

function fromShape(bytes: Uint8Array): Decoded | null {
  const order = byteOrder(bytes)
  return order === null ? strict(bytes, 'utf-8') : strict(bytes, order)
}

/**
 * UTF-16 without a mark: every second byte of Arabic and Latin text is 0x06 or 0x00, and neither stands in any text of
 * another encoding.
 */
function byteOrder(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  const length = Math.min(bytes.length, SAMPLE) & ~1
  if (length < 4 || bytes.length % 2 === 1) return null
  let even = 0
  let odd = 0
  for (let at = 0; at < length; at += 2) {
    if (bytes[at] === 0x06 || bytes[at] === 0) even++
    if (bytes[at + 1] === 0x06 || bytes[at + 1] === 0) odd++
  }
  const most = (length / 2) * 0.7
  if (odd > most && even < most / 4) return 'utf-16le'
  return even > most && odd < most / 4 ? 'utf-16be' : null
}

function fromWord(bytes: Uint8Array, declared: readonly (string | null)[]): Decoded | null {
  for (const word of declared) {
    const charset = word === null ? null : nameOf(word)
    if (charset === null || CARELESS.has(charset) || charset.startsWith('utf-')) continue
    const decoded = strict(bytes, charset)
    if (decoded !== null) return decoded
  }
  return null
}

/** Broken UTF-8, or an encoding that nobody named. */
function fromHabit(bytes: Uint8Array): Decoded {
  const utf8 = lossy(bytes, 'utf-8')
  const broken = count(utf8.text, /\ufffd/gu)
  if (broken * 20 < count(utf8.text, /[^\u0000-\u007f\ufffd]/gu)) return utf8
  // French and its like have the same places here as in windows-1252.
  return lossy(bytes, 'windows-1256')
}

function count(text: string, pattern: RegExp): number {
  return text.slice(0, SAMPLE).match(pattern)?.length ?? 0
}

/** The name that decoders know an encoding by; null for one they do not know. */
function nameOf(word: string): string | null {
  try {
    return new TextDecoder(word.trim().toLowerCase()).encoding
  } catch {
    return null
  }
}

function strict(bytes: Uint8Array, charset: string): Decoded | null {
  try {
    return { text: new TextDecoder(charset, { fatal: true }).decode(bytes), charset }
  } catch {
    return null
  }
}

function lossy(bytes: Uint8Array, charset: string): Decoded {
  return { text: new TextDecoder(charset).decode(bytes), charset }
}

import { MujazError } from '../../errors.ts'
import { decodeText } from '../charset.ts'

/** Largest feed, in bytes. */
const SIZE_LIMIT = 5 * 1024 * 1024
/** So much of the beginning is searched for what stands before the first element. */
const PROLOG = 16_384
/** Names that mean something to JavaScript objects and nothing to any feed. */
const POISON = /<\/?\s*(?:[\w-]+:)?__proto__[\s/>]|[\s"']__proto__["']?\s*[:=]/

/**
 * The text of a feed, decoded and without what no feed needs.
 * @throws MujazError `parse_too_large` above 5 MB, `feed_invalid` for what is no text, for declarations of entities
 *   (they can grow without end, or reach outside) and for poisoned names
 */
export function feedText(bytes: Uint8Array, charset: string | null): string {
  if (bytes.length > SIZE_LIMIT) throw new MujazError('parse_too_large', 'The feed is larger than 5 MB.')
  const declared = [charset, declaredIn(bytes)]
  const text = (decodeText(bytes, declared) ?? decodeText(withoutControls(bytes), declared))?.text
  if (text === undefined) throw invalid('is no text')
  if (POISON.test(text)) throw invalid('holds a name that no feed has')
  return withoutDoctype(
    text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, ' ').trimStart(),
  )
}

/** A feed that cannot be read, and why. */
export function invalid(why: string): MujazError {
  return new MujazError('feed_invalid', `The feed ${why}.`)
}

/** What the XML declaration, the first thing in a file, says of its encoding. */
function declaredIn(bytes: Uint8Array): string | null {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 200))
  return /<\?xml[^>]*\bencoding\s*=\s*["']([\w.:-]{1,40})["']/i.exec(head)?.[1] ?? null
}

/** Programs that copy texts let control characters through; as long as they are few, it is a text all the same. */
function withoutControls(bytes: Uint8Array): Uint8Array {
  let found = 0
  const clean = bytes.map((byte) => {
    if (byte >= 32 || byte === 9 || byte === 10 || byte === 13) return byte
    found += 1
    return 32
  })
  return found * 100 > bytes.length ? bytes : clean
}

/** Old feeds name their document type, which says nothing; one that declares anything is refused. */
function withoutDoctype(text: string): string {
  const start = text.slice(0, PROLOG).search(/<[A-Za-z]/)
  const prolog = text.slice(0, start === -1 ? PROLOG : start)
  if (/<!ENTITY|<!DOCTYPE[^>]*\[/i.test(prolog)) throw invalid('declares entities of its own')
  return prolog.replace(/<!DOCTYPE[^>]*>/i, '') + text.slice(prolog.length)
}

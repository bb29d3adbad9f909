const RLM = '\u200f'
const FSI = '\u2068'
const PDI = '\u2069'

const BIDI = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g
/** Format characters that are seen (Arabic number and verse signs) stay; ZWNJ and ZWJ are judged apart. */
const INVISIBLE = /(?![\u0600-\u0605\u06dd\u070f\u08e2\u200c\u200d])\p{Cf}|(?!\n)\p{Cc}|\p{Cs}/gu
/** A joiner does something only between two letters, or inside one picture made of several. */
const IDLE_JOINER =
  /(?<![\p{L}\p{M}\p{Extended_Pictographic}])[\u200c\u200d]+|[\u200c\u200d]+(?![\p{L}\p{Extended_Pictographic}])/gu

/** Plain text without bidi controls and other invisible characters; line ends are `\n`, tabs are spaces. */
export function stripDirection(text: string): string {
  return text
    .replace(/\r\n?|[\u0085\u2028\u2029]/g, '\n')
    .replace(/\t/g, ' ')
    .replace(INVISIBLE, '')
    .replace(IDLE_JOINER, '')
}

/** A foreign run (name, address, command) kept from reordering the Arabic around it. */
export function isolate(text: string): string {
  return `${FSI}${text.replace(BIDI, '')}${PDI}`
}

/** The text with every line set from right to left: one RLM before a line that does not begin with Arabic. */
export function rightToLeft(line: string): string {
  return line
    .split('\n')
    .map((part) => {
      if (part.trim() === '') return part
      const strong = /[\p{L}\u200e\u200f\u061c]/u.exec(part)?.[0] ?? ''
      return /[\p{Script=Arabic}\u200f\u061c]/u.test(strong) ? part : RLM + part
    })
    .join('\n')
}

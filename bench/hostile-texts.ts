import { FAMILIES } from './hostile-parts.ts'
import { oneOf } from './random.ts'

/** As long as a message to a bot may be, in UTF-16 units. */
const LONGEST = 4096

const PARTS: readonly string[] = Object.values(FAMILIES).flat()
const STRANGE = [...'ابتجدرسعقكلمنهوي']
const PAIRS = ['«»', '“”', '()', '[]', '{}', '<>', '""']

/** The kinds of strings, each made anew for every string. `texts` are ordinary ones, to be spoilt. */
const KINDS: Readonly<Record<string, (random: () => number, texts: readonly string[]) => string>> = {
  'one thing again and again': (random) => run(oneOf(PARTS, random), LONGEST),
  'a run that ends otherwise': (random) =>
    oneOf(PARTS, random) + run(oneOf(PARTS, random), LONGEST - 20) + oneOf(PARTS, random),
  'two things in turn': (random) => run(oneOf(PARTS, random) + oneOf(PARTS, random), LONGEST),
  'runs of a family': (random) => many(() => run(oneOf(family(random), random), 1 + random() ** 3 * LONGEST)),
  'a family in disorder': (random) => {
    const parts = family(random)
    return many(() => oneOf(parts, random))
  },
  'everything in disorder': (random) => many(() => oneOf(PARTS, random)),
  'two families, spaced': (random) => {
    const parts = [...family(random), ...family(random)]
    return many(() => oneOf(parts, random) + ' ')
  },
  nested: (random) => {
    const [open = '', close = ''] = oneOf(PAIRS, random)
    const depth = Math.floor((random() * LONGEST) / 2)
    return open.repeat(depth) + oneOf(PARTS, random) + close.repeat(random() < 0.5 ? depth : random() * depth)
  },
  'marks on every letter': (random) =>
    many(() => oneOf(FAMILIES.letters, random) + run(oneOf(FAMILIES.marks, random), random() * 60)),
  'any characters': (random) => many(() => String.fromCodePoint(Math.floor(random() ** 3 * 0x110000))),
  'words nobody knows': (random) => many(() => strangeWord(random) + ' '),
  'a text with a slip in it': (random, texts) => {
    const text = oneOf(texts, random)
    const from = Math.floor(random() * text.length)
    return many(() => text.slice(from, from + random() * 300) + oneOf(PARTS, random))
  },
}

/** One hostile string, with the name of its kind. */
export interface HostileText {
  readonly kind: string
  readonly text: string
}

/** Strings of every kind in turn, at most {@link LONGEST} units each and half of them as long as that. */
export function hostileText(number: number, random: () => number, texts: readonly string[]): HostileText {
  const names = Object.keys(KINDS)
  const kind = names[number % names.length] ?? ''
  const length = random() < 0.5 ? LONGEST : 1 + Math.floor(random() ** 2 * LONGEST)
  return { kind, text: KINDS[kind]?.(random, texts).slice(0, length) ?? '' }
}

function family(random: () => number): readonly string[] {
  return oneOf(Object.values(FAMILIES), random)
}

function strangeWord(random: () => number): string {
  return Array.from({ length: 1 + random() ** 4 * 200 }, () => oneOf(STRANGE, random)).join('')
}

function run(part: string, length: number): string {
  return part.repeat(Math.max(1, Math.ceil(length / part.length)))
}

function many(make: () => string): string {
  let text = ''
  for (let count = 0; text.length < LONGEST && count < LONGEST; count++) text += make()
  return text
}

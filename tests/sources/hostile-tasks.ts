import { MujazError } from '../../src/errors.ts'

/** What hostile input makes of a parser, without the input. */
export const PARSING_TASKS = {
  echo: async () => (input: { text: string }) => input.text,
  thread: async () => () => ({ env: Object.keys(process.env).length }),
  forever: async () => (): string => {
    for (;;);
  },
  never: async () => () => new Promise<string>(() => undefined),
  memory: async () => () => {
    const hoard: number[][] = []
    for (;;) hoard.push(Array.from({ length: 1e5 }, Math.random))
  },
  depth: async () => () => {
    const deeper = (level: number): number => deeper(level + 1) + 1
    return deeper(0)
  },
  refusal: async () => () => {
    throw new MujazError('document_invalid', 'It is no report.', { hint: 'Send another.' })
  },
  exit: async () => () => process.exit(3),
}

import type { Terminal } from '../../src/cli/terminal.ts'

/** A terminal that keeps what was written. */
export interface RecordingTerminal extends Terminal {
  readonly printed: string[]
  readonly complained: string[]
  /** Everything, as a person would see it. */
  all(): string
}

export function createRecordingTerminal(): RecordingTerminal {
  const printed: string[] = []
  const complained: string[] = []
  return {
    printed,
    complained,
    print: (line) => void printed.push(line),
    complain: (line) => void complained.push(line),
    all: () => [...printed, ...complained].join('\n'),
  }
}

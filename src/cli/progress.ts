import type { Terminal } from './terminal.ts'

/** A line for every tenth of a long work: readable in a terminal and in a log. */
export function createProgress(what: string, terminal: Terminal): (done: number) => void {
  let shown = -1
  return (done) => {
    const tenth = Math.floor(done * 10)
    if (tenth <= shown) return
    shown = tenth
    terminal.print(`${what} [${'#'.repeat(tenth)}${'.'.repeat(10 - tenth)}] ${tenth * 10} %`)
  }
}

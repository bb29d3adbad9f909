/** What has arrived at the stand-in for Telegram, over the lives of all processes that were killed. */
export interface Arrivals {
  /** From now on another process sends. */
  nextLife(): void
  /** A message was processed; `lost`: its sender is not told. */
  add(chatId: number, text: string, lost: boolean): void
  /** How many chats something has arrived in. */
  readers(): number
  /** Messages whose answer was lost. */
  lost(): number
  /** Messages that were there already. */
  repeats(): number
  /**
   * Messages that arrived in this life, with an answer that was not lost, and are not recorded: what a kill now makes
   * the next process send again.
   *
   * @param recorded how many parts are recorded, by chat
   */
  inDoubt(recorded: ReadonlyMap<number, number>): number
  /** The different digests, each as its texts in the order in which they first arrived. */
  sequences(): string[][]
}

export function createArrivals(): Arrivals {
  /** By chat, and by text in the order of the first arrival: how the last one went. */
  const chats = new Map<number, Map<string, { life: number; lost: boolean }>>()
  let life = 0
  let repeats = 0
  let lostAnswers = 0

  return {
    nextLife() {
      life += 1
    },
    add(chatId, text, lost) {
      const texts = chats.get(chatId) ?? new Map<string, { life: number; lost: boolean }>()
      chats.set(chatId, texts)
      if (texts.has(text)) repeats += 1
      if (lost) lostAnswers += 1
      texts.set(text, { life, lost })
    },
    readers: () => chats.size,
    lost: () => lostAnswers,
    repeats: () => repeats,
    inDoubt(recorded) {
      let count = 0
      for (const [chatId, texts] of chats) {
        const unrecorded = [...texts.values()].slice(recorded.get(chatId) ?? 0)
        count += unrecorded.filter((last) => last.life === life && !last.lost).length
      }
      return count
    },
    sequences() {
      const different = new Map([...chats.values()].map((texts) => [[...texts.keys()].join('\n\n'), texts]))
      return [...different.values()].map((texts) => [...texts.keys()])
    },
  }
}

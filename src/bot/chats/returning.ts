import type { Reader } from '../../readers/reader.ts'
import type { Capabilities } from '../capabilities.ts'

type Returning = Pick<Capabilities, 'readers' | 'digests' | 'wakeSender'>

/**
 * Readers who could not be written to can be again: deliveries go on, and subscribers are sent what they missed at
 * once, as one digest, bounded as every digest is. Doing so twice sends nothing twice.
 */
export async function letReturn(can: Returning, readers: readonly Reader[]): Promise<void> {
  let queued = false
  for (const { id, stopped, subscription } of readers) {
    if (stopped === null) continue
    await can.readers.resume(id)
    if (subscription !== null) queued = (await can.digests.deliverNow(id)) === 'queued' || queued
  }
  if (queued) can.wakeSender()
}

/** {@link letReturn} for a chat with its topics; a closed topic stays closed. */
export async function letChatReturn(can: Returning, chatId: number): Promise<void> {
  const readers = await can.readers.ofChat(chatId)
  await letReturn(
    can,
    readers.filter(({ stopped }) => stopped !== 'topic_closed'),
  )
}

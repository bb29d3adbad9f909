/** Readers planned in one transaction. */
export const FEWEST = 250
export const MOST = 2000

/** A slice may keep the event loop to itself for about so long. */
export const TARGET_MS = 12

/**
 * The size of the next slice by how long the last one took: others are to be served in between, on a slow disk
 * too, but every transaction waits for the disk, so few are better than many.
 *
 * @param tookMs a clock may be set meanwhile, so anything may come
 */
export function nextSize(size: number, tookMs: number): number {
  if (tookMs > TARGET_MS * 2) return Math.max(FEWEST, Math.floor(size / 2))
  if (tookMs > TARGET_MS) return Math.max(FEWEST, Math.floor(size * 0.8))
  if (tookMs < TARGET_MS / 2) return Math.min(MOST, Math.floor(size * 1.5))
  return size
}

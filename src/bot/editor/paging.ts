import { type Button, press } from '../button.ts'

/** One page of a list, for a message that is edited in place. */
export interface ListPage<Item> {
  /** From 0, moved to the last page where it lies behind it. */
  readonly page: number
  readonly pages: number
  readonly items: readonly Item[]
}

export function pageOf<Item>(all: readonly Item[], wanted: number, size: number): ListPage<Item> {
  const pages = Math.max(1, Math.ceil(all.length / size))
  const page = Math.min(wanted, pages - 1)
  return { page, pages, items: all.slice(page * size, (page + 1) * size) }
}

/** The buttons that turn the pages; the page stands behind the words of the press. */
export function pageButtons(
  { page, pages }: { readonly page: number; readonly pages: number },
  labels: { readonly previous: string; readonly next: string },
  ...does: readonly [string, ...(string | number)[]]
): Button[] {
  const turn = (to: number) => press(...does, to)
  return [
    ...(page > 0 ? [{ label: labels.previous, does: turn(page - 1) }] : []),
    ...(page < pages - 1 ? [{ label: labels.next, does: turn(page + 1) }] : []),
  ]
}

/** Buttons in rows of four: on a phone more would be cut off. */
export function inRows(buttons: readonly Button[]): Button[][] {
  const rows: Button[][] = []
  for (let at = 0; at < buttons.length; at += 4) rows.push(buttons.slice(at, at + 4))
  return rows
}

import type { Cut } from '../../articles/draft.ts'
import type { StoredDraft } from '../../articles/draft-store.ts'
import { cleanedAgain } from '../../articles/drafting.ts'
import { type LensLine, lensPage } from '../../messages/desk.ts'
import { draftSettled } from '../../messages/editor.ts'
import { keyboard, press } from '../button.ts'
import type { Capabilities } from '../capabilities.ts'
import type { BotContext } from '../context.ts'
import { show } from '../show.ts'
import { inRows, pageButtons, pageOf } from './paging.ts'

/** Lines on a page: each of them must be legible. */
const PAGE = 8

/** `draft:<id>:cuts:<page>`: what was cut, and what was put back. */
export async function showLens(
  ctx: BotContext,
  can: Capabilities,
  stored: StoredDraft,
  wanted = 0,
): Promise<void> {
  const { wording } = ctx.visit
  const { id, restored } = stored
  const material = await can.drafts.materialOf(stored)
  // What is restored is no cut any more: the whole list is that of a material of which nothing was restored.
  const cuts =
    material === null ? stored.draft.cuts : ((await can.cleaner.drafts(material))[stored.place]?.cuts ?? [])
  const { page, pages, items } = pageOf(linesOf(cuts, restored), wanted, PAGE)
  const toggles = items.map(({ line, restored: isBack }) => ({
    label: wording.text(isBack ? 'button-cut-again' : 'button-restore', { line }),
    does: press('draft', id, 'line', line, page),
  }))
  await show(
    ctx,
    lensPage(wording, { lines: items, page: page + 1, pages }),
    keyboard(wording.language, [
      ...(material === null ? [] : inRows(toggles)),
      pageButtons({ page, pages }, turnLabels(ctx), 'draft', id, 'cuts'),
      [{ label: wording.text('button-to-draft'), does: press('draft', id, 'card') }],
    ]),
  )
}

/** `draft:<id>:line:<line>:<page>`: puts a line back, or cuts it again; the whole material is cleaned anew. */
export async function toggleLine(
  ctx: BotContext,
  can: Capabilities,
  stored: StoredDraft,
  line: number,
  page: number,
): Promise<void> {
  const { wording, userId } = ctx.visit
  const { draft, place } = stored
  const material = await can.drafts.materialOf(stored)
  const clean = material === null ? undefined : (await can.cleaner.drafts(material))[place]
  const isCut = clean?.cuts.some((cut) => cut.line === line) === true
  if (material === null || !isCut) return showLens(ctx, can, stored, page)
  const isBack = stored.restored.includes(line)
  const restored = isBack
    ? stored.restored.filter((one) => one !== line)
    : [...stored.restored, line].sort((a, b) => a - b)
  const before = (await can.cleaner.drafts(material, stored.restored))[place]
  const after = (await can.cleaner.drafts(material, restored))[place]
  if (before === undefined || after === undefined) return showLens(ctx, can, stored, page)
  const next = { draft: cleanedAgain(draft, before, after), restored }
  if (!(await can.drafts.revise(stored.id, next, userId))) return show(ctx, draftSettled(wording))
  await showLens(ctx, can, { ...stored, ...next }, page)
}

/** One entry a line, although parts of it may have been cut for several reasons. */
function linesOf(cuts: readonly Cut[], restored: readonly number[]): LensLine[] {
  const lines = new Map<number, { line: number; texts: string[]; reasons: Cut['reason'][] }>()
  for (const { line, text, reason } of cuts) {
    const entry = lines.get(line) ?? { line, texts: [], reasons: [] }
    entry.texts.push(text)
    entry.reasons.push(reason)
    lines.set(line, entry)
  }
  return [...lines.values()]
    .sort((a, b) => a.line - b.line)
    .map(({ line, texts, reasons }) => ({
      line,
      text: texts.join(' … '),
      reasons,
      restored: restored.includes(line),
    }))
}

/** The words on the buttons that turn pages. */
export function turnLabels(ctx: BotContext): { previous: string; next: string } {
  const { wording } = ctx.visit
  return { previous: wording.text('button-previous'), next: wording.text('button-next') }
}

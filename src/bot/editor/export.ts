import { InputFile } from 'grammy'
import type { ArticleArchive } from '../../articles/archive.ts'
import type { Clock } from '../../clock.ts'
import { exportCaption, exportEmpty, exportOffer, exportTooLarge } from '../../messages/stats.ts'
import { exportStory, isStoryFormat, STORY_FORMATS, type StoryFormat } from '../../sources/story/export.ts'
import type { Story } from '../../story/aliases.ts'
import { keyboard, press } from '../button.ts'
import type { BotContext } from '../context.ts'
import { send } from '../show.ts'

/** What `/export` needs. */
export interface ExportCapabilities {
  readonly clock: Clock
  readonly archive: ArticleArchive
  readonly story: Story | null
}

/** Bots may send 50 MB; names, dates and escapes take their part. */
const TEXT_LIMIT = 35_000_000

const FORMS: Readonly<Record<StoryFormat, string>> = { json: 'JSON', csv: 'CSV', atom: 'Atom' }

/** `/export [json|csv|atom]`: the story as a file, or the question in which form. */
export async function exportCommand(
  ctx: BotContext,
  can: ExportCapabilities,
  argument: string,
): Promise<void> {
  const { wording } = ctx.visit
  const format = argument.trim().toLowerCase()
  if (isStoryFormat(format)) return sendStory(ctx, can, format)
  const buttons = STORY_FORMATS.map((each) => ({
    label: wording.text(`button-export-${each}`),
    does: press('export', each),
  }))
  await send(ctx, exportOffer(wording), keyboard(wording.language, [buttons]))
}

/** A form was chosen: `export:<form>`. */
export async function exportPressed(
  ctx: BotContext,
  can: ExportCapabilities,
  args: readonly string[],
): Promise<void> {
  const format = args[0] ?? ''
  if (isStoryFormat(format)) await sendStory(ctx, can, format)
}

async function sendStory(ctx: BotContext, can: ExportCapabilities, format: StoryFormat): Promise<void> {
  const { chatId, wording } = ctx.visit
  const { count, bytes } = await can.archive.extent()
  if (count === 0) return send(ctx, exportEmpty(wording))
  if (bytes > TEXT_LIMIT) return send(ctx, exportTooLarge(wording))
  await ctx.api.sendChatAction(chatId, 'upload_document')
  const title = can.story?.name[wording.language] ?? 'Mujaz'
  const day = new Date(can.clock.now()).toISOString().slice(0, 10)
  // Made anew where it has to be sent again: a stream can be read once.
  const file = new InputFile(() => encoded(exportStory(can.archive, format, title)), `mujaz-${day}.${format}`)
  const caption = exportCaption(wording, { form: FORMS[format], count })
  await ctx.api.sendDocument(chatId, file, { caption: caption.markup, parse_mode: 'HTML' })
}

async function* encoded(chunks: AsyncIterable<string>): AsyncGenerator<Uint8Array, void> {
  for await (const chunk of chunks) yield Buffer.from(chunk)
}

import { InputFile } from 'grammy'
import type { Message, MessageEntity } from 'grammy/types'
import { chatOf, checkWritable } from './access.ts'
import { badRequest, refuse } from './answer.ts'
import type { Chats } from './chats.ts'
import { isRecord, type Payload, readInteger } from './fields.ts'
import { readReplyMarkup } from './keyboard.ts'
import { readMessageText } from './message-text.ts'

/** A file as the loopback gets it. */
export interface Upload {
  /** Its name. */
  readonly upload: string
  /** In bytes. */
  readonly size: number
  /** Its beginning, in base64: the log of calls must not keep what is large. */
  readonly bytes: string
}

const CAPTION_LIMIT = 1024
const PHOTO_BYTES = 10_000_000
const FILE_BYTES = 50_000_000
const KEPT_BYTES = 256 * 1024

/** Whether a call brings files along. */
export function hasUploads(payload: object): boolean {
  return Object.values(payload).some((value) => value instanceof InputFile)
}

/** The payload with files read to their end: what a multipart body would have carried. */
export async function withUploads(payload: object): Promise<Record<string, unknown>> {
  const entries = Object.entries(payload).map(async ([name, value]: [string, unknown]) => {
    if (!(value instanceof InputFile)) return [name, value] as const
    const raw = await value.toRaw()
    const chunks: Uint8Array[] = []
    if (raw instanceof Uint8Array) chunks.push(raw)
    else for await (const chunk of raw) chunks.push(chunk)
    const whole = Buffer.concat(chunks)
    const upload: Upload = {
      upload: value.filename ?? 'file',
      size: whole.length,
      bytes: whole.toString('base64', 0, KEPT_BYTES),
    }
    return [name, upload] as const
  })
  return Object.fromEntries(await Promise.all(entries))
}

/** sendPhoto and sendDocument: the file's text stands as the message's text, which is what clients show of it here. */
export function createUploadMethods(chats: Chats) {
  function send(payload: Payload, now: number, kind: 'photo' | 'document', limit: number): Message {
    const file = payload[kind]
    if (!isRecord(file) || typeof file['size'] !== 'number' || typeof file['upload'] !== 'string')
      return badRequest(`there is no ${kind} in the request`)
    const { size } = file
    if (size === 0) badRequest('file must be non-empty')
    if (size > limit) refuse(413, 'Request Entity Too Large')
    const caption = captionOf(payload)
    const markup = readReplyMarkup(payload)
    const chat = chatOf(chats, payload)
    checkWritable(chat, readInteger(payload, 'message_thread_id') ?? 0)
    chat.typingUntil = 0
    const unique = { file_id: `${kind}-${file['upload']}`, file_unique_id: `${kind}-${file['upload']}` }
    const attached =
      kind === 'photo'
        ? { photo: [{ ...unique, width: 1, height: 1, file_size: size }] }
        : { document: { ...unique, file_name: file['upload'], file_size: size } }
    const content = {
      ...caption,
      ...attached,
      ...(markup === null || markup === 'other' ? {} : { reply_markup: markup }),
    }
    return chats.add(chat, 'bot', Math.floor(now / 1000), content)
  }

  return {
    sendPhoto: (payload: Payload, now: number) => send(payload, now, 'photo', PHOTO_BYTES),
    sendDocument: (payload: Payload, now: number) => send(payload, now, 'document', FILE_BYTES),
  }
}

function captionOf(payload: Payload): { text: string; entities: MessageEntity[] } {
  if (typeof payload['caption'] !== 'string' || payload['caption'] === '') return { text: '', entities: [] }
  const caption = readMessageText({ ...payload, text: payload['caption'] }, 'message caption is too long')
  if ([...caption.text].length > CAPTION_LIMIT) badRequest('message caption is too long')
  return caption
}

import { isTooLong, type Material } from '../../articles/material.ts'
import { MujazError } from '../../errors.ts'
import { decodeText } from '../charset.ts'
import { pageMaterial } from '../page/page-material.ts'
import { jsonMaterials } from './json-materials.ts'
import { markdownMaterial } from './markdown-material.ts'

/** Largest file, in bytes. */
const SIZE_LIMIT = 5 * 1024 * 1024

type Form = 'text' | 'markdown' | 'page' | 'json'

const BY_ENDING: Readonly<Record<string, Form>> = {
  txt: 'text',
  text: 'text',
  md: 'markdown',
  markdown: 'markdown',
  html: 'page',
  htm: 'page',
  xhtml: 'page',
  json: 'json',
  jsonld: 'json',
}
const BY_TYPE: Readonly<Record<string, Form>> = {
  'text/plain': 'text',
  'text/markdown': 'markdown',
  'text/html': 'page',
  'application/xhtml+xml': 'page',
  'application/json': 'json',
  'application/ld+json': 'json',
}

/**
 * What drafts are made from in a file that somebody has sent: plain text, Markdown, HTML or JSON, in UTF-8, UTF-16 or
 * windows-1256. Only a JSON file can hold more than one report for itself.
 *
 * @param fileName its ending says what it is; where it has none, the media type does
 * @throws MujazError `document_too_large`, `document_unsupported` (another kind of file), `document_not_text`,
 *   `document_empty`, `document_invalid` (it is not what it says, or holds no report)
 */
export async function documentMaterials(
  bytes: Uint8Array,
  fileName: string,
  mediaType: string | null,
): Promise<Material[]> {
  const form = formOf(fileName, mediaType)
  if (form === null) throw new MujazError('document_unsupported', 'Files of this kind are not read.')
  if (bytes.length > SIZE_LIMIT) throw tooLarge()
  const text = decodeText(bytes)?.text ?? null
  if (text === null) throw new MujazError('document_not_text', 'The file holds no text.')
  if (text.trim() === '') throw new MujazError('document_empty', 'The file is empty.')
  const isPage = form === 'page' || (form === 'text' && /^\s*(?:<!doctype html|<html[\s>])/iu.test(text))
  const materials = isPage ? [await ofPage(bytes)] : await materialsOf(form, text)
  if (materials.some(({ text: found }) => isTooLong(found))) throw tooLarge()
  return materials.map((material) => ({ ...material, kind: 'file' }))
}

function tooLarge(): MujazError {
  return new MujazError('document_too_large', 'The file is larger than what is read.', {
    hint: `At most ${SIZE_LIMIT / 1024 / 1024} MB, and no more text than a report and its page could have.`,
  })
}

function formOf(fileName: string, mediaType: string | null): Form | null {
  const ending = /\.([a-z]{1,8})$/u.exec(fileName.trim().toLowerCase())?.[1]
  if (ending !== undefined) return BY_ENDING[ending] ?? null
  return BY_TYPE[mediaType?.split(';')[0]?.trim().toLowerCase() ?? ''] ?? null
}

async function ofPage(bytes: Uint8Array): Promise<Material> {
  const material = await pageMaterial(bytes, '', null)
  return { ...material, source: 'file:' }
}

async function materialsOf(form: Form, text: string): Promise<Material[]> {
  if (form === 'json') return jsonMaterials(text)
  return [form === 'markdown' ? markdownMaterial(text) : { kind: 'file', source: 'file:', text, facts: {} }]
}

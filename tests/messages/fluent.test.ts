import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { FluentResource } from '@fluent/bundle'
import { describe, expect, test } from 'vitest'
import { createWording, type Wording } from '../../src/messages/fluent.ts'
import { bold } from '../../src/messages/html.ts'
import { WORDING } from '../../src/messages/keys.ts'
import { LANGUAGES, type Language, languageOf } from '../../src/messages/language.ts'

const SOURCES = fileURLToPath(new URL('../../src/', import.meta.url))
const KEYS = Object.keys(WORDING).sort()
const PLURALS: Readonly<Record<Language, readonly string[]>> = {
  ar: ['few', 'many', 'one', 'other', 'two', 'zero'],
  en: ['one', 'other'],
}

/** A message taken apart: the variables in it, and the variants of each selection. */
function take(pattern: unknown): { variables: Set<string>; selections: string[][] } {
  const variables = new Set<string>()
  const selections: string[][] = []
  const walk = (node: unknown): void => {
    if (Array.isArray(node)) return node.forEach(walk)
    if (typeof node !== 'object' || node === null) return
    const { type, name, variants } = node as { type?: string; name?: string; variants?: { key: unknown }[] }
    if (type === 'var' && name !== undefined) variables.add(name)
    if (variants !== undefined) selections.push(variants.map(({ key }) => keyOf(key)).sort())
    Object.values(node).forEach(walk)
  }
  walk(pattern)
  return { variables, selections }
}

function keyOf(key: unknown): string {
  return typeof key === 'string' ? key : String((key as { value: unknown }).value)
}

function read(language: Language): string {
  return readFileSync(`${SOURCES}messages/locales/${language}.ftl`, 'utf8')
}

describe.each(LANGUAGES)('the wording file of %s', (language) => {
  const { body } = new FluentResource(read(language))

  test('has every key once, and only those', () => {
    expect(body.map(({ id }) => id).sort()).toEqual(KEYS)
    // What the parser could not read it skips without a word.
    expect(read(language).match(/^[a-z][\w-]* =/gm)?.length).toBe(KEYS.length)
  })

  test('takes the listed variables', () => {
    for (const { id, value } of body) {
      const listed: readonly string[] = WORDING[id as keyof typeof WORDING]
      expect([...take(value).variables].sort(), id).toEqual([...listed].sort())
    }
  })

  test('has all plural forms wherever a number decides', () => {
    const selections = body.flatMap(({ value }) => take(value).selections)
    expect(selections.length).toBeGreaterThan(5)
    for (const forms of selections) expect(forms).toEqual(PLURALS[language])
  })
})

describe('wording', () => {
  const ar = createWording('ar')
  const en = createWording('en')

  test('is used: every key stands in the sources', () => {
    const sources = readdirSync(SOURCES, { recursive: true, encoding: 'utf8' })
      .filter((path) => path.endsWith('.ts') && !path.startsWith('messages/keys'))
      .map((path) => readFileSync(SOURCES + path, 'utf8'))
      .join('\n')
    const families = [...sources.matchAll(/`([a-z-]+-)\$\{/g)].map(([, family = '']) => family)
    const unused = KEYS.filter(
      (key) => !sources.includes(`'${key}'`) && !families.some((family) => key.startsWith(family)),
    )
    expect(unused).toEqual([])
  })

  test('puts strings in escaped and isolated, markup as it is, numbers in Latin digits', () => {
    expect(ar.html('search-nothing', { query: '<b>Kim & \u{202E}x' }).markup).toBe(
      'لا نتائج للبحث عن «\u{2068}&lt;b&gt;Kim &amp; x\u{2069}».',
    )
    expect(ar.html('published', { title: bold('عنوان') }).markup).toBe('نُشر التقرير: <b>عنوان</b>')
    expect(ar.html('draft-words', { count: 1234 }).markup).toBe('حجم النص: 1,234 كلمة')
    expect(ar.text('button-read', { number: 10 })).toBe('قراءة 10')
  })

  test.each([
    [0, 'لا تقارير جديدة'],
    [1, 'تقرير جديد واحد'],
    [2, 'تقريران جديدان'],
    [3, '3 تقارير جديدة'],
    [10, '10 تقارير جديدة'],
    [11, '11 تقريرًا جديدًا'],
    [99, '99 تقريرًا جديدًا'],
    [100, '100 تقرير جديد'],
    [103, '103 تقارير جديدة'],
  ])('counts %i reports in Arabic', (count, counted) => {
    expect(ar.html('digest-heading', { count }).markup).toBe(`<b>موجز: ${counted}</b>`)
  })

  test('isolates commands and examples so that a copied example is clean', () => {
    expect(ar.html('unknown-command').markup).toContain('\u{2068}/help\u{2069}')
    expect(ar.html('subscribe-examples').markup).toContain(
      '\n\u{200F}\u{2068}<code>/subscribe 7:30 القاهرة</code>\u{2069}',
    )
  })

  test('refuses unknown keys and missing arguments', () => {
    const careless = { ar, en } as unknown as Record<Language, { text(key: string, args?: object): string }>
    expect(() => careless.ar.text('no-such-key')).toThrow('No wording for no-such-key')
    expect(() => careless.en.text('button-read')).toThrow('button-read')
    expect(() => careless.en.text('button-read', { number: undefined })).toThrow('button-read')
  })

  test('is read once for each language', () => {
    const again: Wording = createWording('ar')
    expect(again).toBe(ar)
    expect(en.language).toBe('en')
  })

  test.each([
    ['en', 'en'],
    ['en-GB', 'en'],
    ['EN', 'en'],
    ['ar-EG', 'ar'],
    ['fr', 'ar'],
    [undefined, 'ar'],
  ])('answers a client set to %s in %s', (code, language) => {
    expect(languageOf(code)).toBe(language)
  })
})

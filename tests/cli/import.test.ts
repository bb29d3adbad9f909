import { existsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { Article } from '../../src/articles/article.ts'
import { runCommand } from '../../src/cli/commands.ts'
import { createArticleStore } from '../../src/sqlite/articles.ts'
import { openDatabase } from '../../src/sqlite/database.ts'
import { tempFolder } from '../sqlite/temp-folder.ts'
import { createTestClock } from '../support/test-clock.ts'
import { createRecordingTerminal } from './recording-terminal.ts'

const COMPLETE = `افتتاح مكتبة عامة على ضفة النهر في المدينة القديمة

صحيفة الضفاف
الثلاثاء 18 يونيو 2024
شارك
افتتحت بلدية المدينة القديمة صباح الثلاثاء مكتبة عامة جديدة على ضفة النهر تضم مئة ألف كتاب. وقالت مديرة المكتبة إن الأبواب ستبقى مفتوحة حتى منتصف الليل طوال الصيف.

وبلغت كلفة المبنى أربعة ملايين دينار، دفعت البلدية نصفها وجمع السكان النصف الآخر خلال عامين من التبرعات.

اقرأ أيضا
مهرجان القوارب ينطلق غدا
المصدر: وكالة الضفاف للأنباء
`

/** No headline, nobody who ran it. */
const BARE = `أغلقت السلطات صباح اليوم الجسر القديم أمام المركبات بسبب تصدعات ظهرت في دعاماته بعد السيل الأخير. وقال مهندس الطرق إن الإصلاح سيستغرق ثلاثة أسابيع على الأقل، وإن المشاة يستطيعون العبور خلالها.

وتسبب الإغلاق في ازدحام طويل على الجسر الجديد، فيما أعلنت شركة النقل أنها ستزيد عدد العبارات بين الضفتين حتى انتهاء العمل.
`

interface World {
  readonly folder: string
  /** `mujaz import` with these arguments, the files named as in the folder. */
  import(...args: string[]): Promise<{ code: number; printed: string; complained: string }>
  stored(): Promise<Article[]>
}

function world(files: Record<string, string | Buffer>): World {
  const folder = tempFolder()
  for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content)
  const path = join(folder, 'data/mujaz.sqlite')
  return {
    folder,
    async import(...args) {
      const terminal = createRecordingTerminal()
      const code = await runCommand(
        ['import', ...args.map((arg) => (arg.endsWith('.txt') ? join(folder, arg) : arg))],
        { DATABASE_PATH: path, SEED: 'off', LOG_LEVEL: 'silent' },
        terminal,
      )
      return { code, printed: terminal.printed.join('\n'), complained: terminal.complained.join('\n') }
    },
    async stored() {
      if (!existsSync(path)) return []
      const database = await openDatabase(path)
      try {
        return await createArticleStore(database, createTestClock('2026-11-22T06:00:00Z')).latest({
          offset: 0,
          limit: 99,
        })
      } finally {
        database.close()
      }
    },
  }
}

/** The value printed behind a label. */
function valueOf(printed: string, label: string): string {
  const line = printed.split('\n').find((each) => each.startsWith(`  ${label} `))
  return line?.slice(label.length + 2).trim() ?? ''
}

describe('a dry run', () => {
  test('shows what was understood and stores nothing, not even a database', async () => {
    const { folder, import: run, stored } = world({ 'library.txt': COMPLETE })
    const { code, printed, complained } = await run('--dry-run', 'library.txt')
    expect(code).toBe(0)
    expect(complained).toBe('')
    expect(printed).toContain('library.txt, draft 1 of 1')
    expect(valueOf(printed, 'title')).toBe('افتتاح مكتبة عامة على ضفة النهر في المدينة القديمة')
    expect(valueOf(printed, 'agency')).toBe('وكالة الضفاف للأنباء')
    expect(valueOf(printed, 'published at')).toBe('2024-06-18 (day)')
    expect(valueOf(printed, 'lead')).toMatch(/^افتتحت بلدية المدينة القديمة صباح الثلاثاء مكتبة عامة جديدة/)
    expect(valueOf(printed, 'cut')).toMatch(/^[1-9]\d* lines$/)
    expect(printed).toContain('Dry run: nothing was stored.')
    expect(printed).not.toContain('مهرجان القوارب')
    expect(await stored()).toEqual([])
    expect(existsSync(join(folder, 'data'))).toBe(false)
  })

  test('shows every cut with its line and its reason on request', async () => {
    const { import: run } = world({ 'library.txt': COMPLETE })
    const { printed } = await run('--dry-run', '--show-cuts', 'library.txt')
    expect(printed).toMatch(/^ +5 {2}share +شارك$/m)
    expect(printed).toMatch(/^ +11 {2}(?:read-also|related) +مهرجان القوارب ينطلق غدا$/m)
    const count = Number(/\d+/.exec(valueOf(printed, 'cut'))?.[0])
    expect(printed.match(/^ +\d+ {2}[a-z-]+ +\S/gm)).toHaveLength(count)
  })

  test('says what is missing and how to give it', async () => {
    const { import: run } = world({ 'bridge.txt': BARE })
    const { code, printed } = await run('--dry-run', 'bridge.txt')
    expect(code).toBe(0)
    expect(valueOf(printed, 'title')).toBe('missing: give one with --title')
    expect(valueOf(printed, 'publisher')).toBe('missing: give one with --publisher')
    expect(valueOf(printed, 'published at')).toBe('unknown: give it with --date')
  })
})

describe('an import', () => {
  test('stores what is complete, and says at the second time that it is there', async () => {
    const { import: run, stored } = world({ 'library.txt': COMPLETE })
    const first = await run('library.txt')
    expect(first.code).toBe(0)
    expect(first.printed).toContain('library.txt, draft 1 of 1: stored as article 1')
    const [article] = await stored()
    expect(article).toMatchObject({
      title: 'افتتاح مكتبة عامة على ضفة النهر في المدينة القديمة',
      agency: 'وكالة الضفاف للأنباء',
      publishedAt: { value: '2024-06-18', precision: 'day' },
    })
    expect(article?.lead.length).toBeGreaterThan(0)
    expect(article?.body).not.toMatch(/شارك|اقرأ أيضا|المصدر/)

    const second = await run('library.txt')
    expect(second.code).toBe(0)
    expect(second.printed).toContain('library.txt, draft 1 of 1: is already there as article 1')
    expect(await stored()).toHaveLength(1)
  })

  test('stores the complete ones of several files and reports the others, with exit code 1', async () => {
    const { import: run, stored } = world({ 'bridge.txt': BARE, 'library.txt': COMPLETE })
    const { code, printed, complained } = await run('bridge.txt', 'library.txt')
    expect(code).toBe(1)
    expect(printed).toContain('library.txt, draft 1 of 1: stored as article 1')
    expect(complained).toBe('bridge.txt, draft 1 of 1: not stored: it lacks title and publisher')
    expect(await stored()).toHaveLength(1)
  })

  test('takes what the operator gives where the text says nothing', async () => {
    const { import: run, stored } = world({ 'bridge.txt': BARE })
    const given = [
      '--title',
      'إغلاق الجسر القديم',
      '--publisher',
      'صحيفة الجسر',
      '--agency',
      'وكالة',
      '--author',
      'كاتب',
    ]
    const { code, printed } = await run('bridge.txt', ...given, '--date', '١٨ يونيو ٢٠٢٤')
    expect(code).toBe(0)
    expect(valueOf(printed, 'title')).toBe('إغلاق الجسر القديم')
    expect(await stored()).toMatchObject([
      {
        title: 'إغلاق الجسر القديم',
        publisher: 'صحيفة الجسر',
        agency: 'وكالة',
        author: 'كاتب',
        publishedAt: { value: '2024-06-18', precision: 'day' },
      },
    ])
  })

  test('keeps what the text says against what the operator gives', async () => {
    const { import: run, stored } = world({ 'library.txt': COMPLETE })
    await run(
      'library.txt',
      '--title',
      'عنوان آخر',
      '--agency',
      'أخرى',
      '--date',
      '2020-01-01',
      '--author',
      'كاتبة',
    )
    expect(await stored()).toMatchObject([
      {
        title: 'افتتاح مكتبة عامة على ضفة النهر في المدينة القديمة',
        agency: 'وكالة الضفاف للأنباء',
        author: 'كاتبة',
        publishedAt: { value: '2024-06-18', precision: 'day' },
      },
    ])
  })

  test('reports a draft that breaks a rule, and stores the rest', async () => {
    const { import: run, stored } = world({ 'bridge.txt': BARE, 'library.txt': COMPLETE })
    const { code, complained } = await run(
      'bridge.txt',
      'library.txt',
      '--title',
      'ع'.repeat(301),
      '--publisher',
      'صحيفة',
    )
    expect(code).toBe(1)
    expect(complained).toBe('bridge.txt, draft 1 of 1: not stored: The title has more than 300 characters.')
    expect(await stored()).toHaveLength(1)
  })

  test.each(['', '   \n\n', 'شارك\n'])(
    'of a file that holds no report says so, with exit code 1: %j',
    async (text) => {
      const { import: run, stored } = world({ 'empty.txt': text })
      const { code, complained } = await run('empty.txt')
      expect(code).toBe(1)
      expect(complained).toBe('empty.txt: no report found')
      expect(await stored()).toEqual([])
    },
  )

  test('knows a text again in another encoding and with other line ends', async () => {
    const { import: run, stored } = world({
      'wide.txt': Buffer.from(`\ufeff${COMPLETE}`, 'utf16le'),
      'plain.txt': COMPLETE.replaceAll('\n', '\r\n'),
    })
    const { code, printed } = await run('wide.txt', 'plain.txt')
    expect(code).toBe(0)
    expect(printed).toContain('plain.txt, draft 1 of 1: is already there as article 1')
    expect(await stored()).toHaveLength(1)
  })

  test('never writes what a terminal would act on', async () => {
    const { import: run } = world({
      'odd.txt': `\u001b]0;title\u0007${COMPLETE}\u001b[2Jنهاية\n\u001b[31mشارك\u202e\n`,
    })
    const { printed, complained } = await run('--dry-run', '--show-cuts', 'odd.txt')
    expect(printed).toContain('شارك')
    expect(printed + complained).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e]/)
  })
})

describe('nothing is stored', () => {
  test.each([['yesterday'], ['2024-02-30'], ['أمس'], ['']])('for a date that is none: %j', async (date) => {
    const { import: run, stored } = world({ 'library.txt': COMPLETE })
    const { code, printed, complained } = await run('library.txt', '--date', date)
    expect(code).toBe(2)
    expect(complained).toContain(`--date ${JSON.stringify(date)} is no date.`)
    expect(complained).toContain('2024-06-18')
    expect(printed).toBe('')
    expect(await stored()).toEqual([])
  })

  test('when one of the files is missing', async () => {
    const { folder, import: run, stored } = world({ 'library.txt': COMPLETE })
    const { code, complained } = await run('library.txt', 'nothing.txt')
    expect(code).toBe(1)
    expect(complained).toContain(`${join(folder, 'nothing.txt')} cannot be read: there is no such file.`)
    expect(await stored()).toEqual([])
  })

  test('when one of the files is a picture', async () => {
    const { import: run, stored } = world({ 'picture.txt': Buffer.from('89504e470d0a1a0a0000000d', 'hex') })
    const { code, complained } = await run('picture.txt')
    expect(code).toBe(1)
    expect(complained).toContain('it is not a text file')
    expect(await stored()).toEqual([])
  })
})

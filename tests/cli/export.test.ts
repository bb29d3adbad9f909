import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Writable } from 'node:stream'
import { describe, expect, test } from 'vitest'
import { prepareReport } from '../../src/articles/intake.ts'
import { runCommand } from '../../src/cli/commands.ts'
import { exportToFile } from '../../src/cli/export.ts'
import { createArticleArchive } from '../../src/sqlite/archive.ts'
import { openDatabase } from '../../src/sqlite/database.ts'
import { migrate } from '../../src/sqlite/migrate.ts'
import { report } from '../sqlite/store.ts'
import { tempFolder } from '../sqlite/temp-folder.ts'
import { testConfig } from '../support/config.ts'
import { createTestClock } from '../support/test-clock.ts'
import { createRecordingTerminal } from './recording-terminal.ts'

const FORMS = ['json', 'csv', 'atom'] as const

const BODY = 'قال "شاهد": ‹1 < 2 & 3›،\nفي سطرين.\n\nعنوان فرعي\n\nوأضاف ]]> أن =1+1 لا تعني شيئا.'
const HEADING = { start: BODY.indexOf('عنوان فرعي'), end: BODY.indexOf('عنوان فرعي') + 'عنوان فرعي'.length }
const REPORTS = [
  report({
    title: '=HYPERLINK("http://x","جسر")',
    body: BODY,
    headings: [HEADING],
    publisher: 'صحيفة <الضفاف> & شركاؤها',
    agency: '-وكالة',
    author: "'كاتب؛ مع, فواصل",
    url: 'https://example.com/خبر?a=1&b="2"',
    publishedAt: { value: '2024-06-18T07:30:09', precision: 'second' },
    eventOn: '2024-06-17',
    topics: ['جسور', '@طرق'],
    publisherSummary: ['نقطة أولى', '+نقطة\nثانية'],
    note: 'نص معاد صياغته\u202e.',
  }),
  report({ body: 'خبر لا يعرف من تاريخه إلا الشهر.', publishedAt: { value: '2024-06', precision: 'month' } }),
  report({ body: 'An English report of the bridge.', language: 'en-GB', publisher: 'The Bank' }),
]

interface Instance {
  readonly folder: string
  run(...args: string[]): Promise<{ code: number; printed: string; complained: string }>
}

/** An instance of its own, its database holding these reports. */
async function instance(reports: readonly ReturnType<typeof report>[] = []): Promise<Instance> {
  const folder = tempFolder()
  const path = join(folder, 'mujaz.sqlite')
  const database = await openDatabase(path)
  migrate(database, 1)
  await createArticleArchive(database).restore(
    reports.map((one, index) => ({
      prepared: prepareReport(one),
      facts: {
        uid: null,
        lead: null,
        revision: index + 1,
        retraction:
          index === 1 ? { reason: 'خبر غير صحيح', at: Date.parse('2026-01-02T03:04:05.678Z') } : null,
        addedAt: Date.parse('2025-01-02T03:04:05.678Z') + index,
      },
    })),
  )
  database.close()
  return {
    folder,
    async run(...args) {
      const terminal = createRecordingTerminal()
      const code = await runCommand(args, { DATABASE_PATH: path, SEED: 'off', LOG_LEVEL: 'silent' }, terminal)
      return { code, printed: terminal.printed.join('\n'), complained: terminal.complained.join('\n') }
    },
  }
}

describe.each(FORMS)('mujaz export to %s', (form) => {
  test('and mujaz import of it into another instance give the same bytes again', async () => {
    const first = await instance(REPORTS)
    const second = await instance()
    const file = join(first.folder, `story.${form}`)
    expect(await first.run('export', file)).toEqual({
      code: 0,
      printed: `${file}: 3 articles as ${form}`,
      complained: '',
    })
    expect(await second.run('import', file)).toEqual({
      code: 0,
      printed: `story.${form}: 3 stored`,
      complained: '',
    })
    const again = join(second.folder, `again.${form}`)
    expect((await second.run('export', again)).code).toBe(0)
    const [text, back] = [readFileSync(file, 'utf8'), readFileSync(again, 'utf8')]
    if (form !== 'atom') expect(back).toBe(text)
    // Revisions do not travel, so a feed may only differ in when an article was changed.
    expect(back.replace(/<updated>.*<\/updated>/g, '')).toBe(text.replace(/<updated>.*<\/updated>/g, ''))
    expect(await second.run('import', file)).toMatchObject({
      code: 0,
      printed: `story.${form}: 0 stored, 3 already there`,
    })
  })

  test('is known by its beginning, whatever the file is called, and shown by a dry run', async () => {
    const { folder, run } = await instance(REPORTS)
    const file = join(folder, 'story.txt')
    expect((await run('export', '--format', form, file)).code).toBe(0)
    const { code, printed } = await run('import', '--dry-run', file)
    expect(code).toBe(0)
    expect(printed).toBe('story.txt: 3 can be stored\nDry run: nothing was stored.')
  })

  test('goes to standard output where no file is named', async () => {
    const { folder, run } = await instance(REPORTS)
    const file = join(folder, `story.${form}`)
    await run('export', file)
    let written = ''
    const output = new Writable({
      write(chunk: Buffer, _, done) {
        written += chunk.toString()
        done()
      },
    })
    const terminal = createRecordingTerminal()
    const config = testConfig({ databasePath: join(folder, 'mujaz.sqlite'), seed: false })
    const clock = createTestClock('2026-11-22T06:00:00Z')
    expect(await exportToFile(undefined, { format: form }, { config, clock, terminal, output })).toBe(0)
    expect(written).toBe(readFileSync(file, 'utf8'))
    expect(terminal.all()).toBe('')
  })
})

describe('mujaz export', () => {
  test.each([
    ['story.csv', '\ufeffid,'],
    ['story.XML', '<?xml'],
    ['story.atom', '<?xml'],
    ['story', '{"format"'],
  ])('takes the form from the name %s', async (name, beginning) => {
    const { folder, run } = await instance(REPORTS)
    await run('export', join(folder, name))
    expect(readFileSync(join(folder, name), 'utf8').startsWith(beginning)).toBe(true)
  })

  test('refuses a form that is none', async () => {
    const { folder, run } = await instance()
    const { code, complained } = await run('export', '--format', 'pdf', join(folder, 'x'))
    expect(code).toBe(2)
    expect(complained).toContain('There is no form "pdf".')
  })

  test('leaves what stands there as it is when it cannot write', async () => {
    const { folder, run } = await instance(REPORTS)
    const { code, complained } = await run('export', join(folder, 'nowhere', 'story.json'))
    expect(code).toBe(1)
    expect(complained).toContain('cannot be written: ENOENT')
    expect(existsSync(join(folder, 'nowhere'))).toBe(false)
  })
})

describe('mujaz import of an export', () => {
  test('reports what it refuses by its place, and stores the rest', async () => {
    const { folder, run } = await instance(REPORTS)
    const file = join(folder, 'story.json')
    await run('export', file)
    writeFileSync(file, readFileSync(file, 'utf8').replace('"publisher":"The Bank"', '"publisher":""'))
    const other = await instance()
    const { code, printed, complained } = await other.run('import', file)
    expect(code).toBe(1)
    expect(printed).toBe('story.json: 2 stored, 1 refused')
    expect(complained).toBe('story.json, article 3: not stored: The publisher is empty.')
  })

  test('says where a file is broken', async () => {
    const { folder, run } = await instance(REPORTS)
    const file = join(folder, 'story.csv')
    await run('export', file)
    writeFileSync(file, readFileSync(file, 'utf8').slice(0, -200))
    const { code, complained } = await (await instance()).run('import', file)
    expect(code).toBe(1)
    expect(complained).toContain('The story cannot be read to its end')
  })

  test('goes together with raw text, but not with facts for it', async () => {
    const { folder, run } = await instance(REPORTS)
    const file = join(folder, 'story.json')
    await run('export', file)
    const raw = join(folder, 'raw.txt')
    writeFileSync(
      raw,
      `افتتاح مكتبة عامة على ضفة النهر في المدينة القديمة

صحيفة الضفاف
الثلاثاء 18 يونيو 2024
افتتحت بلدية المدينة القديمة صباح الثلاثاء مكتبة عامة جديدة على ضفة النهر تضم مئة ألف كتاب. وقالت مديرة المكتبة إن الأبواب ستبقى مفتوحة حتى منتصف الليل طوال الصيف.

المصدر: وكالة الضفاف للأنباء
`,
    )
    const other = await instance()
    expect(await other.run('import', file, raw, '--author', 'كاتب')).toMatchObject({ code: 2, printed: '' })
    const { code, printed } = await other.run('import', file, raw)
    expect(code).toBe(0)
    expect(printed).toContain('raw.txt, draft 1 of 1: stored as article 1')
    expect(printed).toContain('story.json: 3 stored')
  })
})

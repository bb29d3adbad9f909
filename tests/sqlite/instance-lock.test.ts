import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdirSync, statSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, onTestFinished, test, vi } from 'vitest'
import { openDatabase } from '../../src/sqlite/database.ts'
import { awaitInstance, lockInstance } from '../../src/sqlite/instance-lock.ts'
import { migrate } from '../../src/sqlite/migrate.ts'
import { createTestClock } from '../support/test-clock.ts'
import { tempFolder } from './temp-folder.ts'

const BUILT = fileURLToPath(new URL('../../dist/sqlite/', import.meta.url))

/** Runs a script in a process of its own; resolves with it and the first line it prints. */
async function inChild(script: string, ...args: string[]): Promise<{ child: ChildProcess; said: string }> {
  const child = spawn(process.execPath, ['--input-type=module', '-e', script, '--', BUILT, ...args], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  onTestFinished(() => {
    child.kill('SIGKILL')
  })
  let said = ''
  for await (const chunk of child.stdout as AsyncIterable<Buffer>) {
    said += chunk.toString()
    if (said.includes('\n')) break
  }
  return { child, said: said.trim() }
}

const HOLD = `
  const [folder, path] = process.argv.slice(1)
  const { lockInstance } = await import(folder + 'instance-lock.js')
  await lockInstance(path).then(() => console.log('held'), (error) => console.log(error.code))
  setInterval(() => globalThis.gc?.(), 1000)
`

describe('the lock of an instance', () => {
  test('lets one bot work on a database, and the next one when it has ended', async () => {
    const path = join(tempFolder(), 'data/mujaz.sqlite')
    const lock = await lockInstance(path)
    await expect(lockInstance(path)).rejects.toMatchObject({
      code: 'database_locked',
      message: `Another Mujaz is running on ${path}.`,
      hint: expect.stringContaining('DATABASE_PATH') as string,
    })
    lock.release()
    const next = await lockInstance(path)
    next.release()
  })

  test('is refused quickly, while the database itself stays usable', async () => {
    const path = join(tempFolder(), 'mujaz.sqlite')
    const lock = await lockInstance(path)
    onTestFinished(() => lock.release())
    const before = performance.now()
    await expect(lockInstance(path)).rejects.toMatchObject({ code: 'database_locked' })
    expect(performance.now() - before).toBeLessThan(3000)
    const database = await openDatabase(path)
    expect(migrate(database, 1).length).toBeGreaterThan(0)
    database.close()
  })

  test('is held against a bot that names the database otherwise', async () => {
    const folder = tempFolder()
    const path = join(folder, 'mujaz.sqlite')
    writeFileSync(path, '')
    symlinkSync(path, join(folder, 'other.sqlite'))
    const lock = await lockInstance(path)
    onTestFinished(() => lock.release())
    await expect(lockInstance(join(folder, 'other.sqlite'))).rejects.toMatchObject({
      code: 'database_locked',
    })
    await expect(lockInstance(join(folder, './mujaz.sqlite'))).rejects.toMatchObject({
      code: 'database_locked',
    })
  })

  test('is waited for by a bot that stands by, which says so once', async () => {
    const path = join(tempFolder(), 'mujaz.sqlite')
    const lock = await lockInstance(path)
    const clock = createTestClock('2026-11-22T06:00:00Z')
    const { signal } = new AbortController()
    let said = 0
    const waiting = awaitInstance(path, { clock, signal, onWaiting: () => (said += 1) })
    await vi.waitFor(() => expect(clock.sleepers()).toBe(1))
    await clock.advance(5000)
    expect(said).toBe(1)
    lock.release()
    const next = await clock.runUntil(waiting)
    await expect(lockInstance(path)).rejects.toMatchObject({ code: 'database_locked' })
    next?.release()
  })

  test('is not waited for any longer when a signal comes', async () => {
    const path = join(tempFolder(), 'mujaz.sqlite')
    const lock = await lockInstance(path)
    onTestFinished(() => lock.release())
    const clock = createTestClock('2026-11-22T06:00:00Z')
    const stopping = new AbortController()
    const waiting = awaitInstance(path, { clock, signal: stopping.signal, onWaiting: () => undefined })
    await vi.waitFor(() => expect(clock.sleepers()).toBe(1))
    stopping.abort()
    expect(await waiting).toBeNull()
  })

  test('leaves databases that are not this one alone', async () => {
    const folder = tempFolder()
    const locks = [await lockInstance(join(folder, 'a.sqlite')), await lockInstance(join(folder, 'b.sqlite'))]
    for (const lock of locks) lock.release()
    expect(existsSync(join(folder, 'a.sqlite'))).toBe(false)
    expect(statSync(join(folder, 'a.sqlite.lock')).size).toBe(0)
  })

  test('is not needed in memory', async () => {
    const locks = [await lockInstance(':memory:'), await lockInstance(':memory:')]
    for (const lock of locks) lock.release()
    expect(existsSync(':memory:.lock')).toBe(false)
  })

  test.each<[string, (path: string) => void]>([
    ['a folder', (path) => mkdirSync(path)],
    ['some other file', (path) => writeFileSync(path, 'not a database, and not an empty file '.repeat(40))],
  ])('says so when its file is %s, instead of naming another Mujaz', async (_, make) => {
    const path = join(tempFolder(), 'mujaz.sqlite')
    make(`${path}.lock`)
    await expect(lockInstance(path)).rejects.toMatchObject({
      code: 'database_invalid',
      message: `The lock file ${path}.lock cannot be used.`,
    })
  })
})

describe('another process', () => {
  test('that holds the lock keeps this one out, until it is killed', async () => {
    const path = join(tempFolder(), 'mujaz.sqlite')
    const { child, said } = await inChild(HOLD, path)
    expect(said).toBe('held')
    await expect(lockInstance(path)).rejects.toMatchObject({ code: 'database_locked' })

    child.kill('SIGKILL')
    await once(child, 'exit')
    const lock = await lockInstance(path)
    const next = await inChild(HOLD, path)
    expect(next.said).toBe('database_locked')
    lock.release()
  })

  test('may open and migrate one new database at the same time as others', async () => {
    const path = join(tempFolder(), 'mujaz.sqlite')
    const script = `
      const [folder, path, at] = process.argv.slice(1)
      const { openDatabase } = await import(folder + 'database.js')
      const { migrate } = await import(folder + 'migrate.js')
      while (Date.now() < Number(at));
      try { console.log(migrate(await openDatabase(path), 1).length) } catch (error) { console.log(error) }
    `
    const at = String(Date.now() + 1500)
    const told = await Promise.all([1, 2, 3, 4].map(() => inChild(script, path, at)))
    const applied = told.map(({ said }) => Number(said))
    const database = await openDatabase(path)
    const all = database.prepare('SELECT count(*) FROM schema_migrations').pluck().get() as number
    database.close()
    expect(all).toBeGreaterThan(5)
    expect(applied.reduce((sum, count) => sum + count, 0)).toBe(all)
  })
})

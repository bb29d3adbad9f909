import { Command, CommanderError } from 'commander'
import { systemClock } from '../clock.ts'
import { readConfig } from '../config.ts'
import { deliveries } from './deliveries.ts'
import { doctor, reindex } from './doctor.ts'
import { exitCodeOf } from './exit-codes.ts'
import { type ExportOptions, exportToFile } from './export.ts'
import { type ImportOptions, importFiles } from './import.ts'
import { start } from './start.ts'
import { explain, type Terminal } from './terminal.ts'

/**
 * Runs one command of the program.
 * @param args what stands behind the program's name; nothing means `start`
 * @returns the exit code; see docs/operations.md
 */
export async function runCommand(
  args: readonly string[],
  environment: Readonly<Record<string, string | undefined>>,
  terminal: Terminal,
): Promise<number> {
  let exitCode = 0
  const program = new Command('mujaz')
    .description('Follows one running story for Arabic readers in Telegram')
    .exitOverride()
    .configureOutput({
      writeOut: (text) => terminal.print(text.trimEnd()),
      writeErr: (text) => terminal.complain(text.trimEnd()),
    })
  program
    .command('start')
    .description('run the bot; without BOT_TOKEN, the sandbox')
    .action(async () => {
      exitCode = await start(readConfig(environment), systemClock, terminal)
    })
  program
    .command('doctor')
    .description('look at everything that may be wrong without anybody noticing')
    .action(async () => {
      exitCode = await doctor(readConfig(environment), systemClock, terminal)
    })
  program
    .command('reindex')
    .description('make the search index anew from the articles')
    .action(async () => {
      exitCode = await reindex(readConfig(environment), systemClock, terminal)
    })
  program
    .command('deliveries')
    .description('look at what is on its way, and pause, resume or cancel it; may run beside the bot')
    .argument('[act]', 'list, pause, resume, cancel or why', 'list')
    .argument('[which]', 'a run id or "all"; for why, a chat id')
    .action(async (act: string, which: string | undefined) => {
      exitCode = await deliveries(act, which, {
        config: readConfig(environment),
        clock: systemClock,
        terminal,
      })
    })
  program
    .command('import')
    .description(
      'clean files of raw text into reports, show what was understood, and store them; put an export back',
    )
    .argument(
      '<file...>',
      'text files: UTF-8, UTF-16 or windows-1256, up to 5 MB each; or exports of any size',
    )
    .option('--dry-run', 'show only, store nothing')
    .option('--show-cuts', 'print every line that was cut, with its reason')
    .option('--title <title>', 'the title of a report whose text holds none')
    .option('--publisher <name>', 'the publisher of a report whose text names none')
    .option('--agency <name>', 'the originating agency, likewise')
    .option('--author <name>', 'the author, likewise')
    .option('--date <date>', 'when it was published, likewise: 2024-06-18, 2024-06, 18 يونيو 2024')
    .action(async (files: string[], options: ImportOptions) => {
      exitCode = await importFiles(files, options, {
        config: readConfig(environment),
        clock: systemClock,
        terminal,
      })
    })
  program
    .command('export')
    .description('write the whole story as JSON, CSV or Atom; mujaz import takes each of them back')
    .argument('[file]', 'where to; nothing means standard output')
    .option('--format <form>', 'json, csv or atom; otherwise as the name of the file says, else json')
    .action(async (file: string | undefined, options: ExportOptions) => {
      exitCode = await exportToFile(file, options, {
        config: readConfig(environment),
        clock: systemClock,
        terminal,
        output: process.stdout,
      })
    })
  try {
    // Not commander's default command: that one would take an unknown command for an argument of its own.
    await program.parseAsync(args.length === 0 ? ['start'] : [...args], { from: 'user' })
    return exitCode
  } catch (error) {
    // Commander has said what is wrong with the arguments already, or has shown its help.
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2
    terminal.complain(explain(error, [environment['BOT_TOKEN'] ?? '']))
    return exitCodeOf(error)
  }
}

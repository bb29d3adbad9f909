import { config } from 'dotenv'
import { runCommand } from './cli/commands.ts'

config({ quiet: true })
process.exitCode = await runCommand(process.argv.slice(2), process.env, {
  print: (line) => process.stdout.write(`${line}\n`),
  complain: (line) => process.stderr.write(`${line}\n`),
})

import { benchSearch } from './search.ts'

/** One function per capability; `npm run bench -- search` runs one, nothing behind it runs all. */
const BENCHES: Readonly<Record<string, (print: (line: string) => void) => Promise<void>>> = {
  search: benchSearch,
}

const wanted = process.argv.slice(2).filter((argument) => !argument.startsWith('-'))
const unknown = wanted.filter((name) => !(name in BENCHES))
if (unknown.length > 0) {
  console.error(`No bench called ${unknown.join(', ')}; there are: ${Object.keys(BENCHES).join(', ')}`)
  process.exit(2)
}
for (const [name, bench] of Object.entries(BENCHES)) {
  if (wanted.length > 0 && !wanted.includes(name)) continue
  console.log(`# ${name} (Node ${process.version}, ${process.platform} ${process.arch})`)
  await bench((line) => console.log(line))
}

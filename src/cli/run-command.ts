import { parseOptions, UsageError } from './options.ts'
import type { Options } from './options.ts'

type Known = Parameters<typeof parseOptions>[1]

/** Runs what the command line asks for. `--help` prints the usage; what cannot be carried out is said, with exit status 2. */
export function runCommand(usage: string, known: Known, main: (options: Options) => void): void {
  try {
    const options = parseOptions(process.argv.slice(2), { ...known, '--help': 'flag' })
    if (options.has('--help')) process.stdout.write(usage)
    else main(options)
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
    if (error instanceof UsageError) process.stderr.write(`\n${usage}`)
    process.exitCode = 2
  }
}

import { firstChunkBytes } from './bench/first-chunk.ts'
import { benchAnswers } from './bench/time-answers.ts'
import { benchDecisions } from './bench/time-decisions.ts'
import { benchEdits } from './bench/time-edits.ts'
import { parseOptions, UsageError } from './options.ts'

const USAGE = `Usage: npm run bench [-- --json]

Measures decisions per second, the time from an edit to the new scene
and to the whole answer that the page gets (median and 95th percentile), and the bytes that the page needs for its first paint. Builds
the app if there is no build.

  --json  one object from name to number
`

/** What each number means and should be. */
const AIMS: Readonly<Record<string, string>> = {
  'decide.canary': 'decisions/s, aim 1,000,000 or more',
  'decide.rules50': 'decisions/s, the last of 50 rules',
  'decide.rules1000': 'decisions/s, the last of 1,000 rules',
  'decide.hosts1000': 'decisions/s among 1,000 hosts',
  'edit.lesson.ms': 'ms, aim 16 or less',
  'edit.lesson.p95.ms': 'ms',
  'edit.docs2000.ms': 'ms, aim 100 or less',
  'edit.docs2000.p95.ms': 'ms',
  'answer.lesson.ms': 'ms for all that the page shows, with 60 s of requests, aim 16 or less',
  'answer.lesson.p95.ms': 'ms',
  'answer.docs2000.ms': 'ms',
  'answer.docs2000.p95.ms': 'ms',
  'firstChunk.gzipBytes': 'bytes, aim 200,000 or less',
}

function main(argv: readonly string[]): void {
  const options = parseOptions(argv, { '--json': 'flag', '--help': 'flag' })
  if (options.rest.length > 0) throw new UsageError(`${options.rest[0] ?? ''} is one argument too many`)
  if (options.has('--help')) {
    process.stdout.write(USAGE)
    return
  }
  const results = { ...benchDecisions(), ...benchEdits(), ...benchAnswers(), 'firstChunk.gzipBytes': firstChunkBytes() }
  if (options.has('--json')) {
    process.stdout.write(`${JSON.stringify(results)}\n`)
    return
  }
  for (const [name, value] of Object.entries(results)) {
    process.stdout.write(`${name.padEnd(22)}${value.toLocaleString('en').padStart(12)}  ${AIMS[name] ?? ''}\n`)
  }
}

try {
  main(process.argv.slice(2))
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
  if (error instanceof UsageError) process.stderr.write(`\n${USAGE}`)
  process.exitCode = error instanceof UsageError ? 2 : 1
}

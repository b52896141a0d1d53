import { firstChunkBytes } from './bench/first-chunk.ts'
import { benchAnalysis } from './bench/time-analysis.ts'
import { benchAnswers } from './bench/time-answers.ts'
import { benchCompile } from './bench/time-compile.ts'
import { benchDecisions } from './bench/time-decisions.ts'
import { benchEdits } from './bench/time-edits.ts'
import { benchLanguage } from './bench/time-language.ts'
import { benchSimulation } from './bench/time-simulation.ts'
import { UsageError } from './options.ts'
import type { Options } from './options.ts'
import { runCommand } from './run-command.ts'

const USAGE = `Usage: npm run bench [-- --json]

Measures decisions per second, the time from an edit to the new scene
and to the whole answer that the page gets (median and 95th percentile), and the bytes that the page needs for its first paint. Builds
the app if there is no build.

  --json  one object from name to number
`

/** What each number means and should be. */
const AIMS: Readonly<Record<string, string>> = {
  'decide.canary': 'decisions/s, aim 2,000,000 or more',
  'explain.canary': 'decisions/s with their trace, aim 200,000 or more',
  'decide.rules50': 'decisions/s, the last of 50 rules',
  'decide.rules1000': 'decisions/s, the last of 1,000 rules, aim a 30th of the canary or more',
  'decide.hosts1000': 'decisions/s among 1,000 hosts, aim a 3rd of the canary or more',
  'compile.services500.ms': 'ms for one caller of 500 Services and their rules, aim 60 or less',
  'compile.services500.p95.ms': 'ms',
  'edit.docs2000.decision.ms': 'ms to the new decision, aim 50 or less',
  'edit.docs2000.decision.p95.ms': 'ms',
  'edit.lesson.ms': 'ms, aim 16 or less',
  'edit.lesson.p95.ms': 'ms',
  'edit.docs2000.ms': 'ms, aim 100 or less',
  'edit.docs2000.p95.ms': 'ms',
  'problems.docs2000.ms': 'ms for what is wrong with 2,000 documents, told before their picture, aim 400 or less',
  'problems.docs2000.p95.ms': 'ms',
  'answer.lesson.ms': 'ms for all that the page shows, with 60 s of requests, aim 16 or less',
  'answer.lesson.p95.ms': 'ms',
  'answer.docs2000.ms': 'ms',
  'answer.docs2000.p95.ms': 'ms',
  'analyze.docs2.ms': 'ms for all that is said of 2 documents once they are read, aim 5 or less',
  'analyze.docs2.p95.ms': 'ms',
  'analyze.docs2000.ms': 'ms for all that is said of 2,000, aim 300 or less',
  'analyze.docs2000.p95.ms': 'ms',
  'complete.docs2.ms': 'ms for what can stand at a place, 2 documents just edited, aim 16 or less',
  'complete.docs2.p95.ms': 'ms',
  'complete.docs2000.ms': 'ms in 2,000, aim 100 or less',
  'complete.docs2000.p95.ms': 'ms',
  'define.docs2.ms': 'ms for where a name is defined, 2 documents just edited, aim 16 or less',
  'define.docs2.p95.ms': 'ms',
  'define.docs2000.ms': 'ms in 2,000, aim 100 or less',
  'define.docs2000.p95.ms': 'ms',
  'rename.docs2.ms': 'ms for the edits of a rename, 2 documents just edited, aim 16 or less',
  'rename.docs2.p95.ms': 'ms',
  'rename.docs2000.ms': 'ms in 2,000, aim 100 or less',
  'rename.docs2000.p95.ms': 'ms',
  'outline.docs2.ms': 'ms for the outline, 2 documents just edited, aim 16 or less',
  'outline.docs2.p95.ms': 'ms',
  'outline.docs2000.ms': 'ms in 2,000, aim 100 or less',
  'outline.docs2000.p95.ms': 'ms',
  'simulate.retries': 'simulated requests/s with retries and ejections, aim 200,000 or more',
  'simulate.tenMinutes.ms': 'ms for 10 minutes at 100 requests/s, aim 1,000 or less',
  'firstChunk.gzipBytes': 'bytes, aim 200,000 or less',
}

function main(options: Options): void {
  if (options.rest.length > 0) throw new UsageError(`${options.rest[0] ?? ''} is one argument too many`)
  const results = {
    ...benchDecisions(),
    ...benchCompile(),
    ...benchEdits(),
    ...benchAnswers(),
    ...benchAnalysis(),
    ...benchLanguage(),
    ...benchSimulation(),
    'firstChunk.gzipBytes': firstChunkBytes(),
  }
  if (options.has('--json')) {
    process.stdout.write(`${JSON.stringify(results)}\n`)
    return
  }
  for (const [name, value] of Object.entries(results)) {
    process.stdout.write(`${name.padEnd(22)}${value.toLocaleString('en').padStart(12)}  ${AIMS[name] ?? ''}\n`)
  }
}

runCommand(USAGE, { '--json': 'flag' }, main)

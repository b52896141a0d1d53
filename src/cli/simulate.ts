import { createPipeline } from '../core/pipeline/index.ts'
import { UsageError } from './options.ts'
import type { Options } from './options.ts'
import { runCommand } from './run-command.ts'
import { reportProblems } from './report-problems.ts'
import { eventLines, printLine } from './simulate/event-lines.ts'
import { runScenario } from './simulate/run-scenario.ts'
import { runToJson } from './simulate/run-to-json.ts'
import { printTally, talliesOf } from './simulate/tallies.ts'
import { readSources } from './trace/sources.ts'

const USAGE = `Usage: npm run --silent simulate -- FILE… [options]

Plays the traffic of the text's Scenario (kind: Scenario, meshscope/v1), or assumed traffic where there is none, and prints
what happens, one line an event, and then what became of each client's requests.

  FILE         Kubernetes and Istio YAML with a Scenario; - reads standard input
  --seconds N  how long requests are sent; 30 without it
  --quiet      the tallies alone
  --json       one JSON object instead of text
`

function main(options: Options): void {
  if (options.rest.length === 0) throw new UsageError('no FILE to read')
  const untilMs = parseSeconds(options.get('--seconds') ?? '30') * 1000
  const sources = readSources(options.rest)
  const world = createPipeline().run(sources.text)
  reportProblems(world, sources)
  if (world.traffic.clients.length === 0) process.stderr.write('note: nobody calls anybody here\n')
  const run = runScenario(world, untilMs)
  if (options.has('--json')) {
    const placeOf = sources.placeOf.bind(undefined, world.parsed)
    process.stdout.write(`${JSON.stringify(runToJson(run, world.traffic.seed, placeOf), undefined, 1)}\n`)
    return
  }
  const events = options.has('--quiet') ? [] : eventLines(run).map(printLine)
  const tallies = talliesOf(run.log.requests).map(tally => printTally(tally).join('\n'))
  process.stdout.write(`${[events.join('\n'), ...tallies].filter(part => part !== '').join('\n\n')}\n`)
}

function parseSeconds(text: string): number {
  const seconds = /^\d{1,6}(\.\d{1,6})?$/.test(text) ? Number(text) : 0
  if (seconds <= 0) throw new UsageError(`--seconds needs a number above 0, not ${text}`)
  return seconds
}

runCommand(USAGE, { '--seconds': 'value', '--quiet': 'flag', '--json': 'flag' }, main)

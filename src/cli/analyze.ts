import { createPipeline } from '../core/pipeline/index.ts'
import type { Diagnostic } from '../core/base/diagnostic.ts'
import { UsageError } from './options.ts'
import type { Options } from './options.ts'
import { runCommand } from './run-command.ts'
import { readSources } from './trace/sources.ts'

const USAGE = `Usage: npm run --silent analyze -- FILE… [-o json]

Prints what the page says of these files under its problems, errors first, each with its file and line, and how it can be
repaired. Exits with 1 where there is an error.

  FILE     Kubernetes and Istio YAML; - reads standard input
  -o json  a list of objects instead of text
`

interface Line {
  readonly place: string
  readonly diagnostic: Diagnostic
}

function main(options: Options): number {
  const output = options.get('-o') ?? options.get('--output') ?? 'text'
  if (output !== 'json' && output !== 'text') throw new UsageError(`-o takes json, not ${output}`)
  if (options.rest.length === 0) throw new UsageError('no FILE to read')
  const sources = readSources(options.rest)
  const { diagnostics, parsed } = createPipeline({}, { nowMs: Date.now() }).run(sources.text)
  const lines = diagnostics.map(diagnostic => ({ diagnostic, place: sources.placeOf(parsed, diagnostic.origin) }))
  const text = output === 'json' ? JSON.stringify(lines.map(toJson), undefined, 2) : lines.map(toText).join('\n')
  if (text !== '') process.stdout.write(`${text}\n`)
  return diagnostics.some(({ severity }) => severity === 'error') ? 1 : 0
}

function toText({ place, diagnostic }: Line): string {
  const { code, severity, title, detail, tool = [] } = diagnostic
  // What the tool says in the same words is said once.
  const says = [...new Set(tool.flatMap(each => each.says ?? []))].filter(each => each !== detail)
  const repairs = repairsOf(diagnostic).join('; or ')
  return [
    `${place}: ${severity}: ${title} [${code}]`,
    detail,
    ...says.map(each => `istioctl analyze: ${each}`),
    ...(repairs === '' ? [] : [`Repair: ${repairs}`]),
  ].join('\n    ')
}

/** Titles, the likeliest first. */
const repairsOf = ({ fix, otherFixes = [] }: Diagnostic): readonly string[] =>
  (fix ? [fix, ...otherFixes] : []).map(({ title }) => title)

function toJson({ place, diagnostic }: Line) {
  const { code, severity, title, detail, tool = [] } = diagnostic
  return { code, severity, place, title, detail, repairs: repairsOf(diagnostic), istioctl: tool }
}

runCommand(USAGE, { '-o': 'value', '--output': 'value' }, options => {
  process.exitCode = main(options)
})

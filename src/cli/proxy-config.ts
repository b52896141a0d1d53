import type { ProxyId } from '../core/base/ids.ts'
import { createPipeline } from '../core/pipeline/index.ts'
import type { World } from '../core/pipeline/index.ts'
import {
  PROXY_COLUMNS,
  PROXY_SECTIONS,
  createConfigOf,
  createManagedBy,
  proxyRows,
  sectionJson,
} from '../scene/index.ts'
import { parseCaller } from './caller.ts'
import { UsageError } from './options.ts'
import type { Options } from './options.ts'
import { runCommand } from './run-command.ts'
import { alignColumns } from './proxy-config/align-columns.ts'
import { readSources } from './trace/sources.ts'

const USAGE = `Usage: npm run --silent proxy-config -- listeners|routes|clusters|endpoints FILE… [options]

Prints what a proxy is told, as istioctl proxy-config does.

  FILE          Kubernetes and Istio YAML; - reads standard input
  --from NAME   whose proxy, as sleep, sleep.default or istio-ingressgateway.istio-system; without it, the first caller that is known
  -o json       Envoy's JSON instead of a table
`

function main(options: Options): void {
  const [asked = '', ...files] = options.rest
  const section = PROXY_SECTIONS.find(one => one === asked || `${asked}s` === one)
  if (!section) throw new UsageError(`${asked === '' ? 'nothing' : asked} is no section`)
  if (files.length === 0) throw new UsageError('no FILE to read')
  const output = options.get('-o') ?? options.get('--output') ?? 'table'
  if (output !== 'json' && output !== 'table') throw new UsageError(`-o knows json, not ${output}`)

  const world = createPipeline().run(readSources(files).text)
  if (!world.readable) throw new Error('the YAML cannot be read')
  const from = options.get('--from')
  const config = world.configFor(from === undefined ? firstCaller(world) : parseCaller(from))
  const managedBy = createManagedBy(world.resources)
  const text =
    output === 'json'
      ? JSON.stringify(sectionJson(config, section, createConfigOf(managedBy)), undefined, 2)
      : alignColumns([PROXY_COLUMNS[section], ...proxyRows(config, section, managedBy).map(({ cells }) => cells)])
  process.stdout.write(`${text}\n`)
}

function firstCaller({ callers }: World): ProxyId {
  const [first] = callers
  if (first === undefined) throw new UsageError('no caller is known: name one with --from')
  return first
}

runCommand(USAGE, { '--from': 'value', '-o': 'value', '--output': 'value' }, main)

import { toProxyId } from '../core/base/ids.ts'
import type { ProxyId } from '../core/base/ids.ts'
import { compileGatewayConfig } from '../core/compile/index.ts'
import { createPipeline } from '../core/pipeline/index.ts'
import type { World } from '../core/pipeline/index.ts'
import { createRouter, createSeededChance, parseRequest } from '../core/route/index.ts'
import { parseCaller } from './caller.ts'
import { UsageError } from './options.ts'
import type { Options } from './options.ts'
import { runCommand } from './run-command.ts'
import { reportProblems } from './report-problems.ts'
import { assumeDialledPort } from './trace/assume-port.ts'
import { printTrace, traceToJson } from './trace/print-trace.ts'
import { readSources } from './trace/sources.ts'

const USAGE = `Usage: npm run --silent trace -- FILE… --url URL [options]

Prints what becomes of one request, step by step, each with the file and line of the YAML behind it.

  FILE         Kubernetes and Istio YAML; - reads standard input
  --url URL    what the caller asks for, as http://reviews:9080/x
  --from NAME  the calling workload, as sleep or sleep.default; without it, the first caller that is known
  --gateway NAME  the gateway at which the request arrives from outside, as istio-ingressgateway.istio-system
  -H 'K: V'    a header; may be given several times; host replaces the one in the URL
  --method M   GET without it
  --seed N     which way the dice fall; 1 without it
  --json       one JSON object instead of text
`

function main(options: Options): void {
  if (options.rest.length === 0) throw new UsageError('no FILE to read')
  const request = parseRequest({
    url: options.required('--url'),
    method: options.get('--method') ?? 'GET',
    headers: parseHeaders([...options.all('-H'), ...options.all('--header')]),
  })
  if ('error' in request) throw new UsageError(request.error)
  const chance = createSeededChance(parseSeed(options.get('--seed') ?? '1'))
  const sources = readSources(options.rest)
  const written = createPipeline().run(sources.text)
  reportProblems(written, sources)
  const assumed = assumeDialledPort(written, request)
  const world = assumed === undefined ? written : createPipeline().run(sources.withAssumed(assumed))
  const gateway = options.get('--gateway')
  if (gateway !== undefined && options.has('--from')) throw new UsageError('--from and --gateway exclude each other')
  const caller = gateway === undefined ? callerOf(world, options.get('--from')) : gatewayOf(world, gateway)
  const router =
    gateway === undefined ? world.routerFor(caller) : createRouter(compileGatewayConfig(world.mesh, caller))
  const explained = {
    from: caller,
    request,
    ...router.explain(request, chance),
  }
  const placeOf = sources.placeOf.bind(undefined, world.parsed)
  const text = options.has('--json')
    ? JSON.stringify(traceToJson(explained, placeOf), undefined, 2)
    : printTrace(explained, placeOf).trimEnd()
  process.stdout.write(`${text}\n`)
}

function parseHeaders(lines: readonly string[]): Record<string, string> {
  const headers: Record<string, string> = {}
  for (const line of lines) {
    const colon = line.indexOf(':', 1)
    if (colon < 0) throw new UsageError(`-H needs 'name: value', not ${line}`)
    const name = line.slice(0, colon).trim().toLowerCase()
    const value = line.slice(colon + 1).trim()
    headers[name] = headers[name] === undefined ? value : `${headers[name]},${value}`
  }
  return headers
}

function parseSeed(text: string): number {
  if (!/^-?\d{1,15}$/.test(text)) throw new UsageError(`--seed needs a whole number, not ${text}`)
  return Number(text)
}

function gatewayOf(world: World, name: string): ProxyId {
  const gateway = parseCaller(name)
  if (!isThere(world, gateway)) throw new UsageError(`no workload ${gateway} in these files, so no gateway to enter by`)
  return gateway
}

const isThere = ({ mesh }: World, proxy: ProxyId): boolean =>
  mesh.workloads.some(({ name, namespace }) => toProxyId(name, namespace) === proxy)

function callerOf(world: World, from: string | undefined): ProxyId {
  const caller = from === undefined ? world.callers[0] : parseCaller(from)
  if (caller === undefined) throw new UsageError('no caller is known: name one with --from')
  if (!isThere(world, caller)) {
    process.stderr.write(
      `note: no workload ${caller} in these files; it counts as a pod with a sidecar and no labels\n`,
    )
  }
  return caller
}

runCommand(
  USAGE,
  {
    '--url': 'value',
    '--from': 'value',
    '--gateway': 'value',
    '-H': 'value',
    '--header': 'value',
    '--method': 'value',
    '--seed': 'value',
    '--json': 'flag',
  },
  main,
)

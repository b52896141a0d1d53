import { readFileSync } from 'node:fs'
import type { Cluster } from '../../envoy/index.ts'
import { buildMesh } from '../../mesh/index.ts'
import type { Mesh } from '../../mesh/index.ts'
import { createDecoder } from '../../resources/index.ts'
import { createYamlParser } from '../../yaml/index.ts'

/** A configuration, and what istiod wrote because of it for each of its callers. */
export interface RecordedCase {
  readonly name: string
  readonly config: string
  /** Resources that Kubernetes or istiod refuses. */
  readonly rejected?: readonly string[]
  readonly callers: Readonly<Record<string, RecordedConfig>>
}

export interface RecordedConfig {
  readonly routes: Readonly<Record<string, Readonly<Record<string, unknown>>>>
  readonly clusters: Readonly<Record<string, EnvoyCluster>>
}

/** The parts of a recorded cluster that the engine models. */
interface EnvoyCluster {
  readonly type: string
  readonly lbPolicy?: string
  readonly connectTimeout?: string
  readonly circuitBreakers: { readonly thresholds: readonly Cluster['limits'][] }
  readonly outlierDetection?: {
    readonly consecutive5xx?: number
    readonly consecutiveGatewayFailure?: number
    readonly interval?: string
    readonly baseEjectionTime?: string
    readonly maxEjectionPercent?: number
  }
}

const read = (file: string) => readFileSync(new URL(`../cases/${file}`, import.meta.url), 'utf8')
const WORLD = read('world.yaml')

/** Fragments that recur in the recordings; there a string such as `$retry` stands for each. */
const FRAGMENTS = JSON.parse(read('fragments.json')) as Readonly<Record<string, unknown>>

export function readCases(family: string): readonly RecordedCase[] {
  return expand(JSON.parse(read(`${family}.json`))) as readonly RecordedCase[]
}

function expand(value: unknown): unknown {
  if (typeof value === 'string') return value in FRAGMENTS ? expand(FRAGMENTS[value]) : value
  if (Array.isArray(value)) return value.map(expand)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, expand(inner)]))
}

/** The mesh of a case: its documents over the common world's, without those that are refused. */
export function meshOf({ config, rejected = [] }: RecordedCase): Mesh {
  const { resources } = createDecoder().decodeAll(createYamlParser().parse(`${WORLD}\n---\n${config}`))
  return buildMesh(resources.filter(resource => !rejected.includes(resource.key)))
}

/** A recorded cluster in the engine's terms, thresholds that Istio leaves to Envoy filled in. */
export function fromEnvoyCluster(
  recorded: EnvoyCluster,
): Pick<Cluster, 'type' | 'lbPolicy' | 'connectTimeoutMs' | 'limits' | 'outlierDetection'> {
  const outlier = recorded.outlierDetection
  return {
    type: recorded.type as Cluster['type'],
    lbPolicy: (recorded.lbPolicy ?? 'ROUND_ROBIN') as Cluster['lbPolicy'],
    connectTimeoutMs: toMs(recorded.connectTimeout ?? '10s'),
    limits: recorded.circuitBreakers.thresholds[0] ?? fail('no thresholds'),
    outlierDetection: outlier && {
      consecutive5xx: (outlier.consecutive5xx ?? 5) || undefined,
      consecutiveGatewayFailure: outlier.consecutiveGatewayFailure,
      intervalMs: toMs(outlier.interval ?? '10s'),
      baseEjectionTimeMs: toMs(outlier.baseEjectionTime ?? '30s'),
      maxEjectionPercent: outlier.maxEjectionPercent ?? 10,
    },
  }
}

const toMs = (duration: string) => Number.parseFloat(duration) * 1000

function fail(message: string): never {
  throw new Error(message)
}

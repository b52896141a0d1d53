import type { Path } from '../base/origin.ts'
import { Reader } from '../resources/index.ts'
import type { Decoded, Resource } from '../resources/index.ts'
import type { Refusal, Remark } from './admission.ts'
import { below } from '../base/origin.ts'
import { checkSchema } from './schema/check-schema.ts'
import { findKind } from './schema/kinds.ts'
import { METADATA_SCHEMA } from './schema/kubernetes-schema.ts'
import type { Schema } from './schema/schema.ts'
import { checkDestinationRule } from './validation/check-destination-rule.ts'
import { checkGateway } from './validation/check-gateway.ts'
import { checkServiceEntry } from './validation/check-service-entry.ts'
import { checkSidecar } from './validation/check-sidecar.ts'
import { checkPeerAuthentication } from './validation/check-peer-authentication.ts'
import { checkVirtualService } from './validation/check-virtual-service.ts'
import { checkWorkloadEntry } from './validation/check-workload-entry.ts'
import { checkAuthorizationPolicy } from './validation/check-authorization-policy.ts'
import { checkEnvoyFilter } from './validation/check-envoy-filter.ts'
import { checkProxyConfig, checkWasmPlugin, checkWorkloadGroup } from './validation/check-extensions.ts'
import { checkRequestAuthentication } from './validation/check-request-authentication.ts'
import { checkTelemetry } from './validation/check-telemetry.ts'
import { Report } from './validation/report.ts'

/** What both gates say to one resource. */
export interface Examination {
  readonly refusals: readonly Refusal[]
  readonly remarks: readonly Remark[]
  /** Fields that Kubernetes does not know, where they are no reason to refuse. */
  readonly unknown: readonly Path[]
}

/** What istiod's webhook has to say to a kind, beside its schema. */
const CHECKS: Readonly<Record<string, (spec: Reader, resource: Resource, report: Report) => void>> = {
  VirtualService: (spec, { namespace }, report) => {
    checkVirtualService(spec, namespace, report)
  },
  DestinationRule: (spec, { namespace }, report) => {
    checkDestinationRule(spec, namespace, report)
  },
  Gateway: (spec, { name }, report) => {
    checkGateway(spec, name, report)
  },
  Sidecar: (spec, { namespace }, report) => {
    checkSidecar(spec, namespace, report)
  },
  ServiceEntry: (spec, { namespace, labels }, report) => {
    checkServiceEntry(spec, namespace, labels, report)
  },
  WorkloadEntry: (spec, _, report) => {
    checkWorkloadEntry(spec, undefined, report)
  },
  WorkloadGroup: (spec, _, report) => {
    checkWorkloadGroup(spec, report)
  },
  PeerAuthentication: (spec, _, report) => {
    checkPeerAuthentication(spec, report)
  },
  RequestAuthentication: (spec, _, report) => {
    checkRequestAuthentication(spec, report)
  },
  AuthorizationPolicy: (spec, { name, namespace }, report) => {
    checkAuthorizationPolicy(spec, name, namespace, report)
  },
  EnvoyFilter: (spec, _, report) => {
    checkEnvoyFilter(spec, report)
  },
  Telemetry: (spec, _, report) => {
    checkTelemetry(spec, report)
  },
  WasmPlugin: (spec, _, report) => {
    checkWasmPlugin(spec, report)
  },
  ProxyConfig: (spec, _, report) => {
    checkProxyConfig(spec, report)
  },
}

/**
 * Runs a resource through the schema and, for Istio's kinds, through the webhook's checks. The webhook says its part
 * also of what the schema refuses, as long as it can read it.
 */
export function examine({ resource, node }: Decoded): Examination {
  const written = resource.kind === 'Other' ? resource.spec.otherKind : resource.kind
  const kind = findKind(resource.apiVersion, written === 'KubernetesGateway' ? 'Gateway' : written)
  // Kinds that nobody here knows, and a Scenario, which is never applied to a cluster: nobody could refuse them.
  if (!kind || (resource.kind === 'Other' && !kind.isIstio)) return { refusals: [], remarks: [], unknown: [] }
  const schema = readSchema(resource, node, kind.spec)
  const report = new Report()
  const legible = !schema.problems.some(({ garbled }) => garbled)
  if (legible && kind.isIstio) CHECKS[kind.name]?.(new Reader(node).at('spec'), resource, report)
  const origin = (path: Path): Remark['origin'] => below(resource.origin, ...path)
  const strict = isStrict(resource, node)
  return {
    refusals: [
      ...(strict ? schema.unknown : []).map(
        path => ({ gate: 'schema', message: `${toFieldPath(path)}: unknown field`, origin: origin(path) }) as const,
      ),
      ...schema.problems.map(({ path, message }) => ({ gate: 'schema', message, origin: origin(path) }) as const),
      ...report.errors.map(({ path, message }) => ({ gate: 'validation', message, origin: origin(path) }) as const),
    ],
    remarks: report.warnings.map(({ path, message }) => ({ message, origin: origin(path) })),
    unknown: strict ? [] : schema.unknown,
  }
}

/**
 * Whether a field that the schema does not have refuses the whole resource, as kubectl's strict validation does with
 * custom resources ([H1]). What a cluster has stored already has no such field; there our schema is older.
 */
function isStrict({ apiVersion }: Resource, node: Decoded['node']): boolean {
  return apiVersion.includes('.') && new Reader(node).at('metadata').string('resourceVersion') === undefined
}

const TOP_LEVEL: ReadonlySet<string> = new Set(['apiVersion', 'kind', 'metadata', 'spec', 'status'])

/** Fields beside `spec` that no custom resource has. */
function unknownAtTop({ apiVersion }: Resource, node: Decoded['node']): readonly Path[] {
  if (node.kind !== 'map' || !apiVersion.includes('.')) return []
  return node.entries.filter(({ key }) => !TOP_LEVEL.has(key)).map(({ key }) => [key])
}

function readSchema(
  resource: Resource,
  node: Decoded['node'],
  schema: Schema | undefined,
): ReturnType<typeof checkSchema> {
  const { name } = resource
  const root = new Reader(node)
  const parts = [checkPart(root.at('metadata'), METADATA_SCHEMA)]
  if (schema) parts.push(checkPart(root.at('spec'), schema))
  const named =
    name === '' ? [{ path: ['metadata', 'name'], message: 'Required value: name or generateName is required' }] : []
  return {
    problems: [...named, ...parts.flatMap(part => part.problems)].map(problem => ({
      ...problem,
      message: `${toFieldPath(problem.path)}: ${problem.message}`,
    })),
    unknown: [...unknownAtTop(resource, node), ...parts.flatMap(part => part.unknown)],
  }
}

function checkPart(part: Reader, schema: Schema): ReturnType<typeof checkSchema> {
  return part.node ? checkSchema(part.node, schema, part.path) : { problems: [], unknown: [] }
}

/** `spec.http[0].timeout`. */
export function toFieldPath(path: Path): string {
  return path.reduce<string>(
    (text, step) => (typeof step === 'number' ? `${text}[${step}]` : text ? `${text}.${step}` : step),
    '',
  )
}

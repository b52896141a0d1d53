import type { Path } from '../base/origin.ts'
import { Reader } from '../resources/index.ts'
import type { Decoded, Resource } from '../resources/index.ts'
import type { Refusal, Remark } from './admission.ts'
import { below } from '../base/origin.ts'
import { checkSchema } from './schema/check-schema.ts'
import { DESTINATION_RULE } from './schema/destination-rule-schema.ts'
import { GATEWAY } from './schema/gateway-schema.ts'
import { HTTP_ROUTE } from './schema/http-route-schema.ts'
import { KUBERNETES_GATEWAY, REFERENCE_GRANT } from './schema/kubernetes-gateway-schema.ts'
import { METADATA_SCHEMA, POD, SERVICE, WORKLOAD } from './schema/kubernetes-schema.ts'
import { PEER_AUTHENTICATION } from './schema/peer-authentication-schema.ts'
import type { Schema } from './schema/schema.ts'
import { SERVICE_ENTRY, WORKLOAD_ENTRY } from './schema/service-entry-schema.ts'
import { SIDECAR } from './schema/sidecar-schema.ts'
import { VIRTUAL_SERVICE } from './schema/virtual-service-schema.ts'
import { checkDestinationRule } from './validation/check-destination-rule.ts'
import { checkGateway } from './validation/check-gateway.ts'
import { checkServiceEntry } from './validation/check-service-entry.ts'
import { checkSidecar } from './validation/check-sidecar.ts'
import { checkPeerAuthentication } from './validation/check-peer-authentication.ts'
import { checkVirtualService } from './validation/check-virtual-service.ts'
import { checkWorkloadEntry } from './validation/check-workload-entry.ts'
import { Report } from './validation/report.ts'

/** What both gates say to one resource. */
export interface Examination {
  readonly refusals: readonly Refusal[]
  readonly remarks: readonly Remark[]
  /** Fields that Kubernetes does not know, where they are no reason to refuse. */
  readonly unknown: readonly Path[]
}

const SPEC_SCHEMAS: Readonly<Partial<Record<Resource['kind'], Schema>>> = {
  Service: SERVICE,
  Deployment: WORKLOAD,
  StatefulSet: WORKLOAD,
  ReplicaSet: WORKLOAD,
  DaemonSet: WORKLOAD,
  Pod: POD,
  VirtualService: VIRTUAL_SERVICE,
  DestinationRule: DESTINATION_RULE,
  HTTPRoute: HTTP_ROUTE,
  KubernetesGateway: KUBERNETES_GATEWAY,
  ReferenceGrant: REFERENCE_GRANT,
  Gateway: GATEWAY,
  Sidecar: SIDECAR,
  ServiceEntry: SERVICE_ENTRY,
  WorkloadEntry: WORKLOAD_ENTRY,
  PeerAuthentication: PEER_AUTHENTICATION,
}

/**
 * Runs a resource through the schema and, for Istio's kinds, through the webhook's checks. The webhook says its part
 * also of what the schema refuses, as long as it can read it.
 */
export function examine({ resource, node }: Decoded): Examination {
  // A Scenario is never applied to a cluster: nobody there could refuse it.
  if (resource.kind === 'Other' || resource.kind === 'Scenario') return { refusals: [], remarks: [], unknown: [] }
  const schema = readSchema(resource, node)
  const report = new Report()
  const spec = new Reader(node).at('spec')
  const legible = !schema.problems.some(({ garbled }) => garbled)
  if (legible && resource.kind === 'VirtualService') checkVirtualService(spec, resource.namespace, report)
  if (legible && resource.kind === 'DestinationRule') checkDestinationRule(spec, resource.namespace, report)
  if (legible && resource.kind === 'Gateway') checkGateway(spec, resource.name, report)
  if (legible && resource.kind === 'Sidecar') checkSidecar(spec, resource.namespace, report)
  if (legible && resource.kind === 'ServiceEntry') checkServiceEntry(spec, resource.namespace, resource.labels, report)
  if (legible && resource.kind === 'WorkloadEntry') checkWorkloadEntry(spec, undefined, report)
  if (legible && resource.kind === 'PeerAuthentication') checkPeerAuthentication(spec, report)
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

function readSchema(resource: Resource, node: Decoded['node']): ReturnType<typeof checkSchema> {
  const { kind, name } = resource
  const root = new Reader(node)
  const parts = [checkPart(root.at('metadata'), METADATA_SCHEMA)]
  const schema = SPEC_SCHEMAS[kind]
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

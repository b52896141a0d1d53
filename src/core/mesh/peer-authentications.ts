import { below } from '../base/origin.ts'
import type { Origin, Path } from '../base/origin.ts'
import type { Labels, MutualTlsMode, PeerAuthenticationResource } from '../resources/index.ts'
import { hasLabels } from './label-index.ts'
import type { Mesh } from './mesh.ts'

/** What a workload's inbound takes. Without any PeerAuthentication it is PERMISSIVE, with no origin. */
export interface InboundTls {
  readonly mode: Exclude<MutualTlsMode, 'UNSET'>
  /** The field that says so. */
  readonly origin: Origin | undefined
}

export interface PeerAuthentications {
  /** Of a pod with a sidecar, by the port at the pod. */
  readonly modeFor: (pod: { readonly namespace: string; readonly labels: Labels }, port: number) => InboundTls
  /** Of a namespace, workloads apart; undefined where neither it nor the mesh has a policy. */
  readonly modeOfNamespace: (namespace: string) => InboundTls | undefined
}

/** What counts where nobody says anything. */
export const PERMISSIVE: InboundTls = { mode: 'PERMISSIVE', origin: undefined }

/**
 * Finds what counts: a workload's policy before its namespace's before the mesh's (that of the root namespace), of several
 * the oldest; `UNSET` inherits. Policies with a selector in the root namespace do nothing.
 * Istio, model/authentication.go, addPeerAuthentication; authn/policy_applier.go, ComposePeerAuthentication.
 */
export function indexPeerAuthentications({
  peerAuthentications,
  settings: { rootNamespace },
}: Pick<Mesh, 'peerAuthentications' | 'settings'>): PeerAuthentications {
  const ofNamespace = new Map<string, InboundTls | undefined>()
  const ofWorkloads = new Map<string, PeerAuthenticationResource[]>()
  for (const resource of peerAuthentications) {
    const { namespace } = resource
    if (!isForWorkloads(resource)) {
      if (!ofNamespace.has(namespace)) ofNamespace.set(namespace, statedMode(resource, 'mtls', 'mode'))
    } else if (namespace !== rootNamespace) {
      ofWorkloads.set(namespace, [...(ofWorkloads.get(namespace) ?? []), resource])
    }
  }
  const ofMesh = ofNamespace.get(rootNamespace) ?? PERMISSIVE
  const inherited = (namespace: string) => ofNamespace.get(namespace) ?? ofMesh
  return {
    modeFor({ namespace, labels }, port) {
      const own = ofWorkloads.get(namespace)?.find(({ spec }) => hasLabels(labels, spec.selector ?? {}))
      if (!own) return inherited(namespace)
      return (
        statedMode(own, 'portLevelMtls', String(port), 'mode') ??
        statedMode(own, 'mtls', 'mode') ??
        inherited(namespace)
      )
    },
    modeOfNamespace: namespace =>
      ofNamespace.has(namespace) || ofNamespace.has(rootNamespace) ? inherited(namespace) : undefined,
  }
}

function isForWorkloads({ spec }: PeerAuthenticationResource): boolean {
  return Object.keys(spec.selector ?? {}).length > 0
}

/** The mode at `mtls` or at a port; undefined where it inherits. */
function statedMode(resource: PeerAuthenticationResource, ...path: Path): InboundTls | undefined {
  const { mode, portLevelMtls } = resource.spec
  const stated = path[0] === 'mtls' ? mode : (portLevelMtls[String(path[1])] ?? 'UNSET')
  return stated === 'UNSET' ? undefined : { mode: stated, origin: below(resource.origin, 'spec', ...path) }
}

export { isIpAddress } from './addresses.ts'
export { compareAge, compareByAge, compareServices, compareText } from './age-order.ts'
export { buildMesh } from './build-mesh.ts'
export type { KnownPod, PodFacts } from './workloads.ts'
export { isCoveredBy, isWildcard, overlaps, resolveHost } from './hostname.ts'
export { hasLabels } from './label-index.ts'
export {
  PERMISSIVE,
  indexPeerAuthentications,
  type InboundTls,
  type PeerAuthentications,
} from './peer-authentications.ts'
export { detectProtocol, isHttp, isHttpOrDetected, parseProtocol, isTls } from './protocol.ts'
export type {
  ExternalEndpoint,
  Mesh,
  MeshPod,
  MeshService,
  MeshServicePort,
  MeshSettings,
  MeshWorkload,
  Protocol,
  Resolution,
} from './mesh.ts'

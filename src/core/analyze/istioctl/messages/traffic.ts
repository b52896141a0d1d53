import type { IstioctlMessage } from '../istioctl-message.ts'

const NOT_FOUND = { code: 'IST0101', name: 'ReferencedResourceNotFound', level: 'Error' } as const

/** Of VirtualServices, DestinationRules and ServiceEntries. */
export const TRAFFIC_MESSAGES = {
  deprecatedField: {
    code: 'IST0002',
    name: 'Deprecated',
    level: 'Warning',
    title: '{field} is deprecated',
    detail: '{instead}',
  },
  hostNotFound: {
    ...NOT_FOUND,
    title: 'No Service has host {host}',
    detail: 'A destination names {host}, which no Service and no ServiceEntry has that is seen here. It leads nowhere.',
  },
  mirrorHostNotFound: {
    ...NOT_FOUND,
    title: 'No Service has mirror host {host}',
    detail: 'Copies go to {host}, which no Service and no ServiceEntry has. They are dropped.',
  },
  portNotFound: {
    ...NOT_FOUND,
    title: 'Service {host} has no port {port}',
    detail: 'A destination names {host}:{port}. The Service has other ports; requests there are answered 503 NC.',
  },
  subsetNotFound: {
    ...NOT_FOUND,
    title: 'No DestinationRule defines subset {subset}',
    detail: 'A destination names subset {subset} of {host}, which no DestinationRule for that host lists.',
  },
  mirrorSubsetNotFound: {
    ...NOT_FOUND,
    title: 'No DestinationRule defines subset {subset}',
    detail: 'Copies go to subset {subset} of {host}, which no DestinationRule for that host lists. They are dropped.',
  },
  gatewayNotFound: {
    ...NOT_FOUND,
    title: 'There is no Gateway {gateway}',
    detail: 'The VirtualService is bound to {gateway}, and nothing of that name is there.',
  },
  conflictingHosts: {
    code: 'IST0109',
    name: 'ConflictingMeshGatewayVirtualServiceHosts',
    level: 'Error',
    title: 'Several VirtualServices define host {host}',
    detail: '{names} all define {host} in the mesh (for namespaces {scope}). They are not merged: the oldest counts.',
  },
  portSelectorRequired: {
    code: 'IST0112',
    name: 'VirtualServiceDestinationPortSelectorRequired',
    level: 'Error',
    title: 'Service {host} has several ports, none is named',
    detail: 'The destination names {host}, which has ports {ports}. Without a port the one that was dialled is meant.',
  },
  unreachableRule: {
    code: 'IST0130',
    name: 'VirtualServiceUnreachableRule',
    level: 'Warning',
    title: 'Rule {number} can never match',
    detail: 'Istio says of rule {rule}: {reason}.',
  },
  ineffectiveMatch: {
    code: 'IST0131',
    name: 'VirtualServiceIneffectiveMatch',
    level: 'Info',
    title: 'Match {match} of rule {number} is never used',
    detail: 'Istio says of match {match} of rule {rule}: {reason}.',
  },
  hostNotInGateway: {
    code: 'IST0132',
    name: 'VirtualServiceHostNotFoundInGateway',
    level: 'Warning',
    title: 'Gateway {gateway} has no server for {hosts}',
    detail: 'VirtualService {virtualService} is bound to Gateway {gateway}, which takes none of its hosts ({hosts}).',
  },
  subsetsNotAtGateway: {
    code: 'IST0140',
    name: 'IngressRouteRulesNotAffected',
    level: 'Warning',
    title: 'Subsets of {other} are not used at the gateway',
    detail:
      'VirtualService {own} sends to the host without a subset. The rules of {other} are for callers in the mesh, so gateway requests go to all pods alike.',
  },
  claimsWithoutAuthentication: {
    code: 'IST0149',
    name: 'JwtClaimBasedRoutingWithoutRequestAuthN',
    level: 'Error',
    title: 'Nothing validates tokens for {key}',
    detail:
      'A rule asks for {key}, and no RequestAuthentication is for pod {pod} of Gateway {gateway}. The condition never holds there.',
  },
  internalGateway: {
    code: 'IST0165',
    name: 'ReferencedInternalGateway',
    level: 'Warning',
    title: '{gateway} is an internal name',
    detail: 'VirtualService {virtualService} names {gateway}, which istiod makes of a Gateway API Gateway for itself.',
  },
  noCaForHost: {
    code: 'IST0128',
    name: 'NoServerCertificateVerificationDestinationLevel',
    level: 'Warning',
    title: 'No CA is named for {host}',
    detail:
      'DestinationRule {name} in {namespace} asks for TLS {mode} with {host} and names no caCertificates. The system’s own CAs verify the server then, since Istio 1.21.',
  },
  noCaForPort: {
    code: 'IST0129',
    name: 'NoServerCertificateVerificationPortLevel',
    level: 'Warning',
    title: 'No CA is named for {host} port {port}',
    detail:
      'DestinationRule {name} in {namespace} asks for TLS {mode} with {host} on port {port} and names no caCertificates. The system’s own CAs verify the server then, since Istio 1.21.',
  },
  subsetWithoutPods: {
    code: 'IST0173',
    name: 'DestinationRuleSubsetNotSelectPods',
    level: 'Error',
    title: 'Labels of subset {subset} select no pod',
    detail: 'No pod has the labels of subset {subset}. Requests to it are answered 503 UH: its cluster is empty.',
  },
  unknownRuleHost: {
    code: 'IST0174',
    name: 'UnknownDestinationRuleHost',
    level: 'Warning',
    title: 'No Service has host {host}',
    detail: 'The DestinationRule is for {host}, which no Service and no ServiceEntry has. It changes nothing.',
  },
  addressesRequired: {
    code: 'IST0134',
    name: 'ServiceEntryAddressesRequired',
    level: 'Warning',
    title: 'TCP port {port} needs addresses',
    detail:
      'Without an address of its own, connections to this ServiceEntry cannot be told from other TCP on port {port}.',
  },
  conflictingProtocols: {
    code: 'IST0177',
    name: 'ConflictingServiceEntryProtocol',
    level: 'Warning',
    title: 'Port {port} of {host} has two protocols',
    detail: '{names} define {host} port {port} as {protocols}. Only one of them is used.',
  },
} as const satisfies Readonly<Record<string, IstioctlMessage>>

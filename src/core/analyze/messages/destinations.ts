import type { Message } from './message.ts'

/** Where rules send to: hosts, ports, subsets, pods. */
export const DESTINATIONS = {
  missingHost: {
    code: 'IST0101',
    unseen: 'MX0116',
    severity: 'error',
    title: 'No Service has host {host}',
    help: 'A destination names a Service; a name without dots means one of the VirtualService’s own namespace.',
  },
  hostElsewhere: {
    code: 'IST0101',
    unseen: 'MX0116',
    severity: 'error',
    title: 'In {namespace}, {host} is no Service',
    help: 'A name without dots means a Service of the resource’s own namespace; others need their full name.',
  },
  missingPort: {
    code: 'IST0101',
    unseen: 'MX0117',
    severity: 'error',
    title: 'Service {host} has no port {port}',
    help: 'A destination names a port of the Service, not of its pods.',
  },
  dialledPort: {
    code: 'MX0109',
    severity: 'error',
    title: 'Service {host} has no port {port}, and none is named',
    help: 'At a sidecar a destination without a port means the port that the caller dialled.',
  },
  aliasDestination: {
    code: 'MX0115',
    severity: 'error',
    title: 'ExternalName {host} leads to no cluster',
    help: 'An ExternalName is another name for its target; Envoy has a cluster for the target only.',
  },
  missingSubset: {
    code: 'IST0101',
    unseen: 'MX0118',
    severity: 'error',
    title: 'No DestinationRule defines subset {subset}',
    help: 'A subset exists only where a DestinationRule for the same host lists it.',
  },
  subsetElsewhere: {
    code: 'MX0118',
    severity: 'error',
    title: 'Subset {subset} is defined where its callers do not look',
    help: 'A caller takes the DestinationRule of its own namespace, of the Service’s or of the root namespace, no other.',
  },
  subsetWithoutPods: {
    code: 'IST0173',
    unseen: 'MX0120',
    severity: 'error',
    title: 'Labels of subset {subset} select no pod',
    help: 'A subset holds those pods of the Service that carry all of its labels.',
  },
  noReadyPod: {
    code: 'MX0101',
    severity: 'error',
    title: 'No pod of {target} is ready',
    help: 'The sidecar sends nothing to pods that are not ready.',
  },
  noEndpoints: {
    code: 'MX0101',
    severity: 'error',
    title: '{host} has no endpoints',
    help: 'A ServiceEntry of resolution STATIC leads to its endpoints, or to the pods that its workloadSelector selects.',
  },
} as const satisfies Readonly<Record<string, Message>>

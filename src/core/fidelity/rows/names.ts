import type { LedgerRow } from '../ledger-row.ts'

/** Hosts, domains and how names are found. */
export const NAMES_ROWS: readonly LedgerRow[] = [
  {
    area: 'names',
    behaviour: 'A host without a dot is a Service in the namespace of the resource that names it',
    status: 'modelled',
    upstream: 'istio pilot/pkg/model/config.go ResolveShortnameToFQDN',
    test: 'core/mesh/hostname.test.ts',
  },
  {
    area: 'names',
    behaviour: 'A wildcard host is a string suffix, and the most specific host wins',
    status: 'modelled',
    upstream: 'istio pkg/config/host/name.go',
    test: 'core/compile/destination-rule-lookup.test.ts',
  },
  {
    area: 'names',
    behaviour: 'Domains of a virtual host depend on the caller’s namespace',
    status: 'modelled',
    upstream: 'istio pilot/pkg/networking/core/httproute.go generateVirtualHostDomains',
    test: 'core/compile/virtual-host-domains.test.ts',
  },
  {
    area: 'names',
    behaviour: 'The pod’s resolver completes short names with its own namespace',
    status: 'simplified',
    differs: 'One search list, no CoreDNS options; of names outside, only those of ServiceEntries',
    upstream: 'kubernetes dns-pod-service',
    test: 'core/compile/dns.test.ts',
    noPlace: 'It holds whatever a text says',
  },
  {
    area: 'names',
    behaviour: 'A ServiceEntry makes a service of each of its hosts, with its addresses, ports and who may see it',
    status: 'modelled',
    upstream: 'istio pilot/pkg/serviceregistry/serviceentry/conversion.go convertServices',
    test: 'core/mesh/service-entries.test.ts',
  },
  {
    area: 'names',
    behaviour: 'ServiceEntries of one host and namespace are merged; the Kubernetes Service of that name goes first',
    status: 'simplified',
    differs:
      'Where both have a port, its virtual host keeps the Service’s address, and addresses of all are listened for with the ports of all',
    upstream: 'istio pilot/pkg/model/sidecar.go appendSidecarServices',
    test: 'core/mesh/service-entries.test.ts',
    noPlace: 'It takes two documents',
  },
  {
    area: 'names',
    behaviour: 'Of a ServiceEntry with several addresses, one is a domain of its virtual host',
    status: 'simplified',
    differs: 'The first; istiod takes any of them',
    upstream: 'istio pilot/pkg/networking/core/httproute.go BuildSidecarOutboundVirtualHosts',
    test: 'core/compile/virtual-host-domains.test.ts',
    uses: [{ kind: 'ServiceEntry', path: 'spec.addresses.1' }],
  },
  {
    area: 'names',
    behaviour: 'Hosts of ServiceEntries resolve: to their first address, else to one made up',
    status: 'simplified',
    differs:
      'Outside resolvers are not known; istiod’s own allocated addresses take part only where sidecars capture DNS',
    upstream: 'istio pilot/pkg/model/service.go nodeUsesAutoallocatedIPs',
    test: 'core/compile/dns.test.ts',
    noPlace: 'It holds whatever a text says',
  },
  {
    area: 'names',
    behaviour: 'A StatefulSet’s pods have names below its headless Service',
    status: 'modelled',
    upstream: 'kubernetes dns-pod-service',
    test: 'core/compile/dns.test.ts',
  },
  {
    area: 'names',
    behaviour: 'ExternalNames are further names of what they stand for',
    status: 'modelled',
    upstream: 'istio pilot/pkg/model/push_context.go resolveServiceAliases',
    test: 'core/compile/virtual-host-domains.test.ts',
  },
]

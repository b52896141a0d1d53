import type { EnvoyConfig } from '../../core/envoy/index.ts'
import { clusterRows } from './cluster-rows.ts'
import { endpointRows } from './endpoint-rows.ts'
import { listenerRows } from './listener-rows.ts'
import type { ManagedBy } from './managed-by.ts'
import type { ProxyRow, ProxySection } from './proxy-table.ts'
import { routeRows } from './route-rows.ts'

/** A section of a proxy's configuration as `istioctl proxy-config` prints it, each row with the YAML behind it. */
export function proxyRows(config: EnvoyConfig, section: ProxySection, managedBy: ManagedBy): readonly ProxyRow[] {
  switch (section) {
    case 'listeners':
      return listenerRows(config)
    case 'routes':
      return routeRows(config, managedBy)
    case 'clusters':
      return clusterRows(config, managedBy)
    case 'endpoints':
      return endpointRows(config)
  }
}

import { below } from '../../base/origin.ts'
import type { Origin } from '../../base/origin.ts'
import { isCoveredBy } from '../../mesh/index.ts'
import type { SidecarResource } from '../../resources/index.ts'
import { list } from './export-words.ts'

/** Why a Sidecar does not import a host: what takes it out, or else all that it does import. */
export function describeImports(
  sidecar: SidecarResource,
  callerNamespace: string,
  namespace: string,
  host: string,
): { readonly because: string; readonly origin: Origin } {
  const name = `Sidecar ${sidecar.namespace}/${sidecar.name}`
  const { egress } = sidecar.spec
  for (const [i, { hosts }] of egress.entries()) {
    const j = hosts.findIndex(own => takesOut(own, callerNamespace, namespace, host))
    if (j >= 0) {
      const origin = below(sidecar.origin, 'spec', 'egress', i, 'hosts', j)
      return { because: `${name} takes it out with ${String(hosts[j])}`, origin }
    }
  }
  const origin = below(sidecar.origin, 'spec', 'egress')
  return {
    because: `${name} imports only ${list([...new Set(egress.flatMap(({ hosts }) => hosts))])}`,
    origin: egress.length === 1 ? below(origin, 0, 'hosts') : origin,
  }
}

function takesOut(written: string, callerNamespace: string, namespace: string, host: string): boolean {
  if (!written.startsWith('~')) return false
  const [own = '', name = ''] = written.slice(1).split('/')
  const from = own === '.' ? callerNamespace : own || '*'
  return (from === '*' || from === namespace) && isCoveredBy(host, name)
}

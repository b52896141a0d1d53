import { below } from '../../base/origin.ts'
import { resolveHost } from '../../mesh/index.ts'
import { isForMesh } from '../facts.ts'
import { useRealHost } from '../fixes/rename-host.ts'
import { MESSAGES, say } from '../messages.ts'
import type { Rule } from '../rule.ts'

/** A mesh host in the form of a Service's name that no Service has: callers cannot resolve it. */
export const checkUnknownHost: Rule = facts =>
  facts.mesh.virtualServices.filter(isForMesh).flatMap(resource =>
    resource.spec.hosts.flatMap((host, i) => {
      const { mesh } = facts
      const hostname = resolveHost(host, resource.namespace, mesh.settings.clusterDomain)
      const isServiceName = hostname.endsWith(`.svc.${mesh.settings.clusterDomain}`) && !hostname.startsWith('*')
      if (!isServiceName || mesh.services.has(hostname)) return []
      const detail = `${hostname} has no address, so a caller’s lookup fails before its sidecar sees the request.`
      const fix = useRealHost(facts, { written: host, namespace: resource.namespace, hostname })
      return say(MESSAGES.unknownHost, { host }, { detail, origin: below(resource.origin, 'spec', 'hosts', i), fix })
    }),
  )

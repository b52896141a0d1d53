import type { EnvoyConfig } from '../../envoy/index.ts'
import type { Mesh } from '../../mesh/index.ts'
import { findCaller } from '../caller.ts'
import type { CallerName } from '../caller.ts'
import { compileConfig } from '../compile-config.ts'
import { boundVirtualServices } from './bound-virtual-services.ts'
import { findHiddenDestinationRules } from './hidden-destination-rules.ts'
import { findHiddenHttpRoutes } from './hidden-http-routes.ts'
import { hide } from './hidden-resource.ts'
import type { HiddenContext, HiddenResource } from './hidden-resource.ts'
import { findHiddenServices } from './hidden-services.ts'
import { findHiddenVirtualServices } from './hidden-virtual-services.ts'
import { resolveScope } from './resolve-scope.ts'

/**
 * What a caller in the mesh can not see, and why: services, VirtualServices, HTTPRoutes, DestinationRules, each once, by the
 * reason that comes first. Gateways are not asked. `config`: what was compiled for it, where that is at hand.
 */
export function findHidden(
  mesh: Mesh,
  name: CallerName,
  config: EnvoyConfig = compileConfig(mesh, name),
): readonly HiddenResource[] {
  const caller = findCaller(mesh, name)
  if (config.kind === 'gateway') return []
  if (config.kind === 'none') return rulesWithoutSidecar(mesh)
  const virtualServices = boundVirtualServices(mesh)
  const scope = resolveScope(mesh, caller, virtualServices)
  const context: HiddenContext = { mesh, caller, scope, config, virtualServices }
  return [
    ...findHiddenServices(context),
    ...findHiddenVirtualServices(context),
    ...findHiddenHttpRoutes(context),
    ...findHiddenDestinationRules(context),
  ]
}

function rulesWithoutSidecar(mesh: Mesh): readonly HiddenResource[] {
  const because = 'this caller has no sidecar: no rule applies to what it calls'
  return [...mesh.virtualServices, ...mesh.httpRoutes, ...mesh.destinationRules].map(resource =>
    hide(resource.kind, resource, 'noSidecar', because),
  )
}

import { below } from '../../core/base/origin.ts'
import type { Origin } from '../../core/base/origin.ts'
import type { Mesh } from '../../core/mesh/index.ts'
import { viewHttpRouteRule } from '../../core/resources/index.ts'
import type { HttpRule } from '../../core/resources/index.ts'
import type { Decision } from '../../core/route/index.ts'
import { conditionOf } from '../condition.ts'
import { rulesId } from '../ids.ts'
import { clusterParts, hostOfVirtualHost, originKey, shortHost } from '../names.ts'
import type { MapWay } from './mesh-map.ts'

/** What decided, without how many requests it took. */
export type Decided = Omit<MapWay, 'ratePerSecond' | 'loss'>

/** Finds the rule and the destination that a decision is of, in the words of the stage of a caller in a namespace. */
export function decidedIn(mesh: Mesh): (namespace: string) => (decision: Decision) => Decided {
  const rules = rulesByOrigin(mesh)
  return namespace =>
    ({ route, leg, virtualHost }) => {
      const card = virtualHost && rulesId(hostOfVirtualHost(virtualHost.name))
      const found = rules.get(originKey(route?.origin))
      const parts = leg && clusterParts(leg.cluster)
      const legs = route?.action.kind === 'forward' ? route.action.clusters.length : 0
      return {
        card,
        rule: found?.rule ?? (route ? 'no rule of its own' : 'no route'),
        condition: found?.condition ?? '',
        to: parts ? parts.subset || shortHost(parts.host, namespace) : '',
        weight: leg && legs > 1 ? leg.weight : undefined,
      }
    }
}

function rulesByOrigin({ virtualServices, httpRoutes }: Mesh) {
  const found = new Map<string, { readonly rule: string; readonly condition: string }>()
  const add = (
    resource: { readonly name: string; readonly origin: Origin },
    rules: readonly HttpRule[],
    field: string,
  ) => {
    rules.forEach((rule, i) => {
      const { text } = conditionOf(rule, i)
      found.set(originKey(below(resource.origin, 'spec', field, i)), {
        rule: `${rule.name ?? `rule ${String(i + 1)}`} of ${resource.name}`,
        condition: text,
      })
    })
  }
  for (const each of virtualServices) add(each, each.spec.http, 'http')
  for (const each of httpRoutes) {
    add(
      each,
      each.spec.rules.map(rule => viewHttpRouteRule(rule, each.namespace)),
      'rules',
    )
  }
  return found
}

import { toProxyId } from '../core/base/ids.ts'
import type { ProxyId } from '../core/base/ids.ts'
import type { TextRange } from '../core/base/text-range.ts'
import { isGateway } from '../core/compile/index.ts'
import { rangeIn } from '../core/pipeline/index.ts'
import type { World } from '../core/pipeline/index.ts'
import type { Traffic } from '../core/simulate/index.ts'
import { lineOf } from '../core/yaml/index.ts'
import type { CallerChoice, Unseen } from './protocol.ts'

/** Everybody who may be looked from: who calls something first, then every other workload of the mesh. */
export function callersOf({ mesh }: World, { clients }: Traffic): readonly CallerChoice[] {
  const calling = new Set(clients.map(({ proxy }) => proxy))
  const known = new Map<ProxyId, CallerChoice>()
  for (const workload of mesh.workloads) {
    const { name, namespace, sidecar } = workload
    const proxy = toProxyId(name, namespace)
    known.set(proxy, { proxy, name, namespace, sidecar, gateway: isGateway(mesh, workload) })
  }
  const first = [...calling].map(proxy => known.get(proxy) ?? unknown(proxy))
  return [...first, ...[...known.values()].filter(({ proxy }) => !calling.has(proxy))]
}

function unknown(proxy: ProxyId): CallerChoice {
  const dot = proxy.lastIndexOf('.')
  return { proxy, name: proxy.slice(0, dot), namespace: proxy.slice(dot + 1), sidecar: true, gateway: false }
}

/** What the caller cannot see, with the line that causes it; what was assumed has no line. */
export function unseenBy(world: World, proxy: ProxyId): readonly Unseen[] {
  const { text } = world.parsed
  return world.hiddenFrom(proxy).map(({ resource: { key, kind, name, namespace }, reason, because, origin }) => {
    const range = rangeIn(world, origin)
    return {
      id: unseenId(key, reason),
      kind,
      name,
      namespace,
      reason,
      because,
      line: range && lineOf(text, range.start),
    }
  })
}

/** The causes' places by the ids of `unseenBy`. */
export function unseenRanges(world: World, proxy: ProxyId): readonly (readonly [string, TextRange])[] {
  return world.hiddenFrom(proxy).flatMap(({ resource: { key }, reason, origin }) => {
    const range = rangeIn(world, origin)
    return range ? [[unseenId(key, reason), range] as const] : []
  })
}

const unseenId = (key: string, reason: string): string => `unseen:${reason} ${key}`

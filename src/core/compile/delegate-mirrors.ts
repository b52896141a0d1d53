import { below } from '../base/origin.ts'
import type { Origin } from '../base/origin.ts'
import { resolveHost } from '../mesh/index.ts'
import type { HttpMirror } from '../resources/index.ts'
import type { BoundRule } from './bound-virtual-service.ts'

type Merged = Pick<BoundRule, 'mirrorOrigins'> & { readonly mirrors: readonly HttpMirror[] }

/**
 * A delegate's mirrors, with what it leaves unset from the root, whose short names keep their meaning there: `mirror`, its
 * share and `mirrors`, each for itself. Istio, mergeHTTPRoute [A2][A77].
 */
export function mergeMirrors(root: BoundRule, own: BoundRule, clusterDomain: string): Merged {
  const placed = [...place(own), ...place(root, clusterDomain)]
  const single = placed.find(({ mirror }) => isSingle(mirror))
  const several = placed.filter(({ mirror }) => !isSingle(mirror))
  const [first] = several
  const kept = [
    ...(single ? [withShare(single, root, own)] : []),
    ...several.filter(({ rule }) => rule === first?.rule),
  ]
  return { mirrors: kept.map(({ mirror }) => mirror), mirrorOrigins: kept.map(({ origin }) => origin) }
}

interface Placed {
  readonly mirror: HttpMirror
  readonly rule: BoundRule
  readonly origin: Origin
}

const isSingle = ({ path }: HttpMirror) => path[0] === 'mirror'

/** A rule's mirrors with their places; under full names where a cluster domain is given. */
function place(rule: BoundRule, clusterDomain?: string): readonly Placed[] {
  return rule.rule.mirrors.map(mirror => {
    const { destination, path } = mirror
    const origin = below(rule.origin, ...path)
    if (clusterDomain === undefined) return { mirror, rule, origin }
    const host = resolveHost(destination.host, rule.namespace, clusterDomain)
    return { mirror: { ...mirror, destination: { ...destination, host } }, rule, origin }
  })
}

function withShare(placed: Placed, root: BoundRule, own: BoundRule): Placed {
  const percentage = own.rule.mirrorShare?.percentage ?? root.rule.mirrorShare?.percentage
  const old = own.rule.mirrorShare?.percent ?? root.rule.mirrorShare?.percent ?? 100
  const { destination, path } = placed.mirror
  const share = percentage === undefined ? { percent: old, isOldPercent: true } : { percent: percentage }
  return { ...placed, mirror: { destination, path, ...share } }
}

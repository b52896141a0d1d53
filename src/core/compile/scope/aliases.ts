import type { Hostname } from '../../base/ids.ts'
import { compareText } from '../../mesh/index.ts'
import type { Mesh, MeshService } from '../../mesh/index.ts'

/** ExternalNames by the host that they stand for in the end, by namespace and host. */
export type Aliases = ReadonlyMap<Hostname, readonly MeshService[]>

const resolved = new WeakMap<Mesh, Aliases>()

/**
 * Finds what each ExternalName stands for, through others if need be; a circle stands for nothing. Whom they are exported
 * to has no part in it. Istio, resolveServiceAliases [A67].
 */
export function resolveAliases(mesh: Mesh): Aliases {
  let aliases = resolved.get(mesh)
  if (!aliases) resolved.set(mesh, (aliases = findAliases(mesh)))
  return aliases
}

function findAliases(mesh: Mesh): Aliases {
  const externals = [...mesh.services.values()].filter(({ externalName }) => externalName !== undefined)
  const targets = new Map(externals.map(({ hostname, externalName }) => [hostname, externalName as Hostname]))
  const aliases = new Map<Hostname, MeshService[]>()
  for (const service of externals) {
    const target = followAliases(service.hostname, targets)
    if (target === undefined) continue
    const found = aliases.get(target)
    if (found) found.push(service)
    else aliases.set(target, [service])
  }
  for (const found of aliases.values()) {
    found.sort((a, b) => compareText(a.namespace, b.namespace) || compareText(a.hostname, b.hostname))
  }
  return aliases
}

function followAliases(start: Hostname, targets: ReadonlyMap<Hostname, Hostname>): Hostname | undefined {
  const seen = new Set<Hostname>([start])
  let host = start
  for (let next = targets.get(host); next !== undefined; next = targets.get(host)) {
    if (seen.has(next)) return undefined
    seen.add(next)
    host = next
  }
  return host
}

import type { Diagnostic } from '../core/base/diagnostic.ts'
import { admit } from '../core/admission/index.ts'
import { compileConfig } from '../core/compile/index.ts'
import { buildMesh } from '../core/mesh/index.ts'
import type { Mesh } from '../core/mesh/index.ts'
import { createDecoder } from '../core/resources/index.ts'
import type { Resource } from '../core/resources/index.ts'
import { createRouter } from '../core/route/index.ts'
import type { Router } from '../core/route/index.ts'
import { createYamlParser } from '../core/yaml/index.ts'
import type { ParsedText } from '../core/yaml/index.ts'

/** A text taken as it stands: nothing is assumed beside it. */
export interface Engine {
  readonly parsed: ParsedText
  readonly resources: readonly Resource[]
  readonly refused: ReadonlySet<Resource>
  readonly warned: ReadonlySet<Resource>
  readonly diagnostics: readonly Diagnostic[]
  readonly mesh: Mesh
  /** Workloads that may call, as `sleep.default`. */
  readonly callers: readonly string[]
  routerFor(caller: { readonly workload: string; readonly namespace: string }): Router
}

export function createEngine(text: string): Engine {
  const parsed = createYamlParser().parse(text)
  const { resources, decoded, diagnostics } = createDecoder().decodeAll(parsed)
  const { refused, warnings } = admit(decoded)
  const mesh = buildMesh(resources.filter(resource => !refused.has(resource)))
  const routers = new Map<string, Router>()
  return {
    parsed,
    resources,
    refused: new Set(refused.keys()),
    warned: new Set(warnings.keys()),
    diagnostics: [...parsed.documents.flatMap(document => document.diagnostics), ...diagnostics],
    mesh,
    callers: mesh.workloads.filter(({ sidecar }) => sidecar).map(({ name, namespace }) => `${name}.${namespace}`),
    routerFor(caller) {
      const key = `${caller.workload}.${caller.namespace}`
      const router = routers.get(key) ?? createRouter(compileConfig(mesh, caller))
      routers.set(key, router)
      return router
    },
  }
}

/** `sleep` or `sleep.prod`, in `default` where it names no namespace. */
export function parseCaller(from: string): { workload: string; namespace: string } {
  const dot = from.lastIndexOf('.')
  return dot < 0
    ? { workload: from, namespace: 'default' }
    : { workload: from.slice(0, dot), namespace: from.slice(dot + 1) }
}
